import { css } from "lit";

export const costBillStyles = css`
  :host {
    display: block;
  }

  .capacity {
    padding-block-end: 0.5rem;
  }

  .scroll {
    container-type: inline-size;
    padding-block-end: 1.25rem;
  }

  table {
    min-width: 36rem;
  }

  tbody th {
    min-width: 6rem;
    word-break: keep-all;
  }

  tfoot th,
  tfoot td {
    border-block-end: 0;
  }

  .unit {
    color: var(--cost-muted);
    font-size: 0.8125rem;
  }

  tbody tr:not(.source) > * {
    border-block-end: 0;
    padding-block-end: 0;
  }

  .source td {
    padding-block: 0.125rem 0.625rem;
    font-size: 0.8125rem;
  }

  /* Stays in view while the figures are scrolled sideways. */
  .source td > div {
    position: sticky;
    inset-inline-start: 0;
    width: 100cqi;
    max-width: 100%;
    color: var(--cost-muted);
  }

  .source a {
    color: var(--cost-accent);
    text-underline-offset: 3px;
  }

  .note {
    display: block;
  }

  .how summary {
    width: fit-content;
    min-height: 1.5rem;
    color: var(--cost-accent);
    cursor: pointer;
  }

  .capacity .how {
    font-size: 0.8125rem;
  }

  dl {
    display: grid;
    gap: 0.625rem;
    max-width: 46rem;
    margin: 0.375rem 0 0.75rem;
    padding: 0.75rem 1rem;
    border-radius: 8px;
    background: var(--cost-canvas);
    color: var(--cost-text);
  }

  dl > div {
    display: grid;
    grid-template-columns: 7.5rem minmax(0, 1fr);
    gap: 0 1rem;
  }

  dt {
    color: var(--cost-muted);
  }

  dd {
    min-width: 0;
    margin: 0;
  }

  .formula {
    display: inline-block;
    margin-inline-end: 0.25rem;
    font-variant-numeric: tabular-nums;
  }

  .limit {
    font-weight: 600;
  }

  dd ul {
    list-style: none;
  }

  .tiers {
    min-width: 0;
    font-size: 0.8125rem;
  }

  .tiers th,
  .tiers td {
    padding: 0.125rem 0.5rem 0.125rem 0;
    border-block-end: 0;
  }

  .tiers th {
    min-width: 0;
    word-break: normal;
  }

  .tiers .number {
    padding-inline: 0.5rem 0;
  }

  @container (max-width: 34rem) {
    dl {
      padding-inline: 0.625rem;
    }

    dl > div {
      grid-template-columns: minmax(0, 1fr);
    }

    .tiers th {
      white-space: normal;
    }

    .tiers {
      font-size: 0.75rem;
    }

    .tiers .number {
      padding-inline-start: 0.25rem;
    }
  }

  /* The item and its amount in a line, the rest below with the names of the columns. */
  @container (max-width: 44rem) {
    .bill {
      min-width: 0;
    }

    .bill > thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .bill > * > tr:not(.source) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 1rem;
    }

    .bill > tbody > tr:not(.source) > * {
      padding-inline: 0;
    }

    .bill > tbody > tr > [data-column] {
      display: flex;
      grid-column: 1 / -1;
      justify-content: space-between;
      padding-block: 0.125rem 0;
      font-size: 0.8125rem;
    }

    [data-column]::before {
      content: attr(data-column);
      color: var(--cost-muted);
    }

    .bill > tbody > tr > .amount {
      grid-area: 1 / 2;
      font-weight: 600;
    }
  }

  .badge {
    display: inline-block;
    padding-inline: 0.375rem;
    border-radius: 5px;
    background: var(--cost-sunken);
    color: var(--cost-muted);
    font-size: 0.75rem;
    white-space: nowrap;
  }

  .badge.low,
  .badge.medium {
    background: var(--cost-warning-soft);
    color: var(--cost-warning);
  }

  .badge.low {
    font-weight: 600;
  }
`;
