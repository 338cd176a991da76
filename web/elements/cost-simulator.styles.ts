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
  .results > :not([drawn], p, slot) ~ :not([drawn], p, slot) {
    visibility: hidden;
  }

  .failed {
    visibility: visible;
  }

  /*
   * A part has its room before it is drawn. The browser holds what is read by the upper edge of what it has
   * found in the view since one scrolled last; of a part that is not drawn it finds the lower edge. So what
   * that takes more or less than its room does not move what stands below.
   */
  .results > :not([drawn], p, slot)::before {
    float: left;
    height: calc((var(--room)) * 1rem);
    content: "";
  }

  .results > :not(p, slot)::after {
    display: block;
    clear: left;
    height: 1px;
    content: "";
    transition: display 1ms allow-discrete;
  }

  [drawn]::after {
    display: none;
  }

  /* What each takes, in rem: with so many offers, or lines of points. */
  cost-chart {
    --room: 41 + 1.1 * var(--offers);
  }

  decision-map {
    --room: 43 + 0.4 * var(--offers);
  }

  break-even-table {
    --room: 7 + 3 * var(--lines);
  }

  bill-bars {
    --room: 7 + 3.7 * var(--offers);
  }

  cost-breakdown {
    --room: 9 + 3 * var(--offers);
  }

  cost-projection {
    --room: 42 + 3 * var(--offers);
  }

  @container results (max-width: 38rem) {
    cost-chart {
      --room: 49 + 1.4 * var(--offers);
    }

    decision-map {
      --room: 55 + 0.9 * var(--offers);
    }

    break-even-table {
      --room: 11 + 5.3 * var(--lines);
    }

    bill-bars {
      --room: 18 + 5 * var(--offers);
    }
  }

  /* Names take a line more. */
  @container results (max-width: 20rem) {
    cost-chart {
      --room: 43 + 3 * var(--offers);
    }

    break-even-table {
      --room: 14 + 6.7 * var(--lines);
    }

    bill-bars {
      --room: 15 + 7 * var(--offers);
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
