import { css } from "lit";

export const costSummaryStyles = css`
  :host {
    display: block;
  }

  .answer {
    min-height: 8.9em;
    margin-block-end: 1rem;
    font-size: clamp(1.25rem, 0.9rem + 1.5vw, 1.75rem);
    line-height: 1.45;
    letter-spacing: -0.012em;
    text-wrap: pretty;
  }

  .verdict {
    margin-block-end: 0.25em;
    font-size: inherit;
    font-weight: 700;
    letter-spacing: inherit;
    line-height: inherit;
  }

  .answer.short,
  .facts.short {
    min-height: 0 !important;
  }

  /* On a phone the form is below the answer. */
  .to-inputs {
    display: none;
    margin-block-end: 1.75rem;
  }

  :host(:lang(ja)) .answer {
    letter-spacing: 0;
    line-height: 1.65;
    min-height: 10em;
    word-break: auto-phrase;
  }

  .answer strong {
    font-weight: 700;
    color: var(--cost-accent);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .unbroken {
    white-space: nowrap;
  }

  .answer .small {
    margin-block: 0.5rem 0;
    letter-spacing: 0;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: 0.75rem 2rem;
    min-height: 2.75rem;
    align-content: start;
    margin: 0 0 1.75rem;
  }

  dt {
    color: var(--cost-muted);
    font-size: 0.8125rem;
  }

  dd {
    margin: 0;
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums;
  }

  dd b {
    margin-inline-end: 0.5rem;
    font-weight: 650;
  }

  .flips {
    margin-block-start: 1rem;
  }

  summary {
    width: fit-content;
    padding-block: 0.25rem;
    color: var(--cost-accent);
    font-size: 0.875rem;
    cursor: pointer;
  }

  .figure {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    letter-spacing: inherit;
    cursor: pointer;
    text-decoration: underline dotted;
    text-decoration-thickness: 1px;
    text-underline-offset: 4px;
    text-decoration-color: var(--cost-border);
  }

  .figure:hover {
    text-decoration-color: currentcolor;
    text-decoration-style: solid;
  }

  /* What the answer's sentence moves is not seen before it, but for what stands for the ranking: it goes away. */
  .answer:has(> .waiting) ~ * {
    visibility: hidden;
  }

  .answer:has(> .waiting) ~ ol:has(i) {
    visibility: visible;
  }

  /* Lines, bars and figures on their way. */
  i {
    display: block;
    height: 0.7em;
    border-radius: 0.35em;
    background: var(--cost-sunken);
  }

  .waiting {
    max-height: 8em;
    overflow: hidden;
  }

  .waiting i {
    margin-block: 0.75em;
  }

  .waiting i:nth-of-type(4n + 1) {
    width: 45%;
  }

  i.name {
    width: 11rem;
  }

  @media (prefers-reduced-motion: no-preference) {
    i {
      animation: wait 1s infinite alternate;
    }
  }

  @keyframes wait {
    to {
      opacity: 0.4;
    }
  }

  .answer .notice {
    margin-block: 0;
  }

  .notice {
    margin-block: -0.75rem 1.5rem;
    padding: 0.625rem 0.875rem;
    border-radius: 8px;
    background: var(--cost-warning-soft);
    color: var(--cost-text);
    font-size: 0.875rem;
  }

  /* One grid for all rows: bars that are to be compared begin and end alike. */
  ol {
    display: grid;
    grid-template-columns: fit-content(24rem) minmax(3rem, 1fr) minmax(5rem, auto) minmax(
        4.5rem,
        auto
      );
    column-gap: 1rem;
    list-style: none;
    margin-block-start: 0.75rem;
  }

  .row {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    row-gap: 0.25rem;
    min-height: 3.25rem;
    padding-block: 0.25rem;
    border-block-end: 1px solid var(--cost-line);
  }

  .name {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-width: 0;
    font-weight: 500;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .offer {
    display: block;
    text-wrap: balance;
  }

  .note {
    color: var(--cost-muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .bar {
    width: 100%;
    height: 0.625rem;
  }

  .track {
    fill: var(--cost-sunken);
  }

  .fill {
    fill: var(--series);
  }

  .cost {
    text-align: end;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .difference {
    text-align: end;
    color: var(--cost-muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .difference b {
    color: var(--cost-accent);
    font-weight: 600;
  }

  .warning {
    display: block;
    color: var(--cost-warning);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .unavailable .name {
    grid-column: 1 / -3;
  }

  .unavailable .cost {
    grid-column: -3 / -1;
    font-weight: 400;
    font-size: 0.875rem;
  }

  .stale .bar {
    opacity: 0.35;
  }

  .as-of {
    margin-block-start: 0.75rem;
    min-height: 1.25rem;
  }

  @container results (max-width: 38rem) {
    .answer {
      min-height: 13em;
    }

    :host(:lang(ja)) .answer {
      min-height: 15.2em;
    }

    .waiting {
      max-height: none;
    }

    .facts {
      min-height: 6.5rem;
      margin-block-end: 1.25rem;
    }

    .to-inputs {
      display: inline-block;
    }

    ol {
      grid-template-columns: minmax(0, 1fr) minmax(4.5rem, auto);
      column-gap: 0.75rem;
    }

    .row {
      min-height: 3.75rem;
      padding-block: 0.5rem;
    }

    .bar {
      grid-row: 2;
      grid-column: 1;
    }

    .cost {
      grid-row: 1;
      grid-column: 2;
    }

    .difference {
      grid-row: 2;
      grid-column: 2;
    }

    .unavailable .name {
      grid-column: 1;
    }

    .unavailable .cost {
      grid-column: 2;
    }
  }
`;
