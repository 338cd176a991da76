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
  .source div {
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
