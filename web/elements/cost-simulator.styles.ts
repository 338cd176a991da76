import { css } from "lit";

export const costSimulatorStyles = css`
  :host {
    display: block;
    container: simulator / inline-size;
    color: var(--cost-text);
    font-family: var(--cost-font);
    font-size: 1rem;
    line-height: 1.5;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 1rem 2rem;
    padding-block-end: 1rem;
  }

  cost-examples {
    margin-block-end: 1rem;
  }

  h1 {
    margin: 0;
    font-size: clamp(1.375rem, 1.1rem + 1vw, 1.75rem);
    font-weight: 700;
    letter-spacing: -0.02em;
    line-height: 1.25;
  }

  :lang(ja) h1,
  :lang(ja) .lead {
    letter-spacing: 0;
    text-wrap: balance;
  }

  .heading {
    display: block;
  }

  .switches {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .layout {
    display: grid;
    grid-template-areas:
      "inputs answer"
      "inputs results";
    grid-template-rows: auto 1fr;
    grid-template-columns: 22rem minmax(0, 1fr);
    gap: 1rem 1.5rem;
    align-items: start;
  }

  .inputs {
    grid-area: inputs;
    position: sticky;
    inset-block-start: 1rem;
    max-height: calc(100dvh - 2rem);
    overflow-y: auto;
    scrollbar-width: thin;
    border-radius: 12px;
  }

  .answer,
  .results {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    min-width: 0;
    container: results / inline-size;
  }

  .answer {
    grid-area: answer;
  }

  /* As many as at the start, until an answer says its own. */
  .results {
    grid-area: results;
    --offers: 7;
    --pairs: 4;
    --rows: 8;
  }

  .answer > *,
  .results > :not(p) {
    min-width: 0;
    padding: clamp(1rem, 0.5rem + 2vw, 2rem);
    border: 1px solid var(--cost-line);
    border-radius: 16px;
    background: var(--cost-surface);
  }

  .answer > cost-tools {
    padding-block: 1rem;
  }

  /* What an answer moves is not seen before it. An answer that is written in the page moves nothing. */
  .waiting > .results,
  .waiting cost-summary:defined ~ cost-tools {
    visibility: hidden;
  }

  /* Nor is a part before those above it are drawn, unless it is there before them. */
  .results > :not([drawn], p, slot) ~ :not([drawn], p, slot),
  /* Nor one that came before a part above it, which was asked for first and will move it when it is drawn. */
  .results > [asked]:not([drawn], :has(> .failed)) ~ :not([asked=""], p, slot) {
    visibility: hidden;
  }

  .results > :not([drawn]) > .failed {
    visibility: visible;
  }

  /* What is read stays where it is when a part above it is drawn, and grows: for that frame it holds nothing yet. */
  .results > * {
    transition: overflow-anchor 1ms allow-discrete;
  }

  /* Parts that load when they are seen have their room before, in rem: what they need with so many offers, or points. */
  .results > :not([drawn], p, slot) {
    min-height: calc((var(--room)) * 1rem);
    overflow-anchor: none;
  }

  cost-breakdown {
    --room: 12 + var(--offers) * 3;
  }

  break-even-table {
    --room: 10.25 + var(--pairs) * 5.2 + var(--rows) * 0.6;
  }

  bill-bars {
    --room: 10.8 + var(--offers) * 3.6;
  }

  cost-chart {
    --room: 50.5 + var(--offers) * 0.5;
  }

  cost-projection {
    --room: 42 + var(--offers) * 2.3;
  }

  /* The map names the offers in lines of three. */
  decision-map {
    --room: 45.4 + var(--offers) * 0.52;
  }

  @container results (max-width: 52rem) {
    break-even-table {
      --room: 11 + var(--pairs) * 4.2 + var(--rows) * 3.45;
    }
  }

  @container results (max-width: 38rem) {
    cost-chart {
      --room: 51.5 + var(--offers) * 1.5;
    }

    bill-bars {
      --room: 24.4 + var(--offers) * 4.8;
    }

    cost-breakdown {
      --room: 13.9 + var(--offers) * 3.3;
    }

    decision-map {
      --room: 52.6 + var(--offers) * 1.56;
    }

    cost-projection {
      --room: 51.5 + var(--offers) * 3.72;
    }
  }

  /* Names take a line more. */
  @container results (max-width: 20rem) {
    cost-chart {
      --room: 42.3 + var(--offers) * 3.1;
    }

    bill-bars {
      --room: 23.2 + var(--offers) * 6.4;
    }

    cost-breakdown {
      --room: 25.4 + var(--offers) * 2.8;
    }

    break-even-table {
      --room: 14 + var(--pairs) * 5.7 + var(--rows) * 4.6;
    }

    cost-projection {
      --room: 60 + var(--offers) * 3.3;
    }
  }

  .results > p {
    padding-inline: 0.25rem;
  }

  .results > p a {
    display: inline-block;
    min-height: 1.5rem;
    margin-inline-end: 1rem;
    color: var(--cost-accent);
    text-underline-offset: 3px;
  }

  @container simulator (max-width: 60rem) {
    .layout {
      grid-template-areas: "answer" "inputs" "results";
      grid-template-rows: none;
      grid-template-columns: minmax(0, 1fr);
      gap: 1rem;
    }

    .inputs {
      position: static;
      min-height: 39.5rem;
      max-height: none;
      overflow: visible;
    }

    .inputs:not(:has(> :defined)) ~ .results {
      visibility: hidden;
    }
  }
`;
