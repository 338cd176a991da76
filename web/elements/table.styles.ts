import { css } from "lit";

/** Tables as all elements of the simulator draw them. */
export const tableStyles = css`
  .scroll {
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 0.5rem 0.75rem;
    text-align: start;
    vertical-align: baseline;
    border-block-end: 1px solid var(--cost-line);
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }

  thead th {
    font-weight: 500;
    font-size: 0.8125rem;
    color: var(--cost-muted);
    white-space: nowrap;
  }

  tbody th {
    font-weight: 500;
  }

  .number {
    text-align: end;
    white-space: nowrap;
  }
`;
