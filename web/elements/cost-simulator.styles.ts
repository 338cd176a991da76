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

  .results {
    grid-area: results;
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

  .results > :not([drawn]) > .failed {
    visibility: visible;
  }

  /* What is read stays where it is when a part above it is drawn, and grows: for that frame it holds nothing yet. */
  .results > * {
    transition: overflow-anchor 1ms allow-discrete;
  }

  .results > :not([drawn], p, slot) {
    overflow-anchor: none;
  }

  /* Parts that load when they are seen have their room before: what they need with so many offers. */
  .results > cost-breakdown:not([drawn]) {
    min-height: calc(33rem + var(--more-offers, 0) * 3rem);
  }

  .results > break-even-table:not([drawn]) {
    min-height: 36rem;
  }

  .results > bill-bars:not([drawn]) {
    min-height: calc(36rem + var(--more-offers, 0) * 3.6rem);
  }

  .results > cost-chart:not([drawn]) {
    min-height: calc(54rem + var(--more-offers, 0) * 0.5rem);
  }

  .results > cost-projection:not([drawn]) {
    min-height: 52rem;
  }

  /* The map names the offers in lines of three. */
  .results > decision-map:not([drawn]) {
    min-height: calc(49rem + var(--more-offers, 0) * 1.5625rem / 3);
  }

  @container results (max-width: 48rem) {
    .results > cost-chart:not([drawn]) {
      min-height: calc(56rem + var(--more-offers, 0) * 0.3rem);
    }

    .results > cost-projection:not([drawn]) {
      min-height: 56rem;
    }

    .results > break-even-table:not([drawn]) {
      min-height: 54rem;
    }
  }

  @container results (max-width: 38rem) {
    .results > cost-chart:not([drawn]) {
      min-height: calc(61rem + var(--more-offers, 0) * 1.64rem);
    }

    .results > bill-bars:not([drawn]) {
      min-height: calc(58rem + var(--more-offers, 0) * 4.8rem);
    }

    .results > cost-breakdown:not([drawn]) {
      min-height: calc(37rem + var(--more-offers, 0) * 3.3rem);
    }

    .results > decision-map:not([drawn]) {
      min-height: calc(63.5rem + var(--more-offers, 0) * 1.5625rem);
    }

    .results > break-even-table:not([drawn]) {
      min-height: 58rem;
    }

    .results > cost-projection:not([drawn]) {
      min-height: 77rem;
    }
  }

  /* Names take a line more. */
  @container results (max-width: 20rem) {
    .results > cost-chart:not([drawn]) {
      min-height: calc(61rem + var(--more-offers, 0) * 3.47rem);
    }

    .results > bill-bars:not([drawn]) {
      min-height: calc(68rem + var(--more-offers, 0) * 6.4rem);
    }

    .results > cost-breakdown:not([drawn]) {
      min-height: calc(45rem + var(--more-offers, 0) * 2.8rem);
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
