import { css } from "lit";

export const breakEvenTableStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  /* The table goes by its own room; where that goes by the table, it is asked for what it needs. */
  .scroll {
    container-type: inline-size;
    contain-intrinsic-inline-size: 48.5rem;
    margin-block-start: 1rem;
  }

  table {
    min-width: 46rem;
  }

  tbody th {
    width: 23rem;
    vertical-align: top;
  }

  tbody tr:not(:last-child) > td {
    border-block-end-color: transparent;
    padding-block-end: 0.125rem;
  }

  .name {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    line-height: 1.6;
  }

  .number div {
    max-width: 9rem;
    margin-inline-start: auto;
    white-space: normal;
  }

  details {
    margin-block-start: 1rem;
    font-size: 0.875rem;
  }

  summary {
    padding-block: 0.25rem;
    color: var(--cost-muted);
    cursor: pointer;
  }

  ul {
    display: grid;
    gap: 0.25rem;
    padding: 0.375rem 0 0 1.125rem;
    list-style: none;
  }

  .remark {
    vertical-align: top;
    padding-inline-start: 1.5rem;
  }

  @container (max-width: 48.5rem) {
    table {
      min-width: 0;
    }

    /* The pair over its points, which stand below their headings. */
    tr {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }

    thead th:first-child {
      display: none;
    }

    th,
    tbody th {
      width: auto;
      padding: 0 0.75rem 0.25rem 0;
      border-block-end: 0;
      white-space: normal;
    }

    tbody th,
    .remark {
      grid-column: 1 / -1;
    }

    td,
    tbody tr:not(:last-child) > td {
      padding: 0 0.75rem 0.5rem 0;
      border-block-end: 0;
    }

    tbody {
      display: block;
      padding-block-start: 0.5rem;
      border-block-start: 1px solid var(--cost-line);
    }

    .side {
      position: absolute;
      clip-path: inset(50%);
    }

    .number {
      grid-column: span 2;
      text-align: start;
      white-space: normal;
    }

    td[data-label] {
      grid-column: span 3;
      color: var(--cost-muted);
      font-size: 0.75rem;
    }

    td[data-label]::before {
      margin-inline-end: 0.25rem;
      content: attr(data-label) ":";
    }

    .number div {
      margin-inline-start: 0;
    }
  }
`;
