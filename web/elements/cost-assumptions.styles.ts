import { css } from "lit";

export const costAssumptionsStyles = css`
  :host {
    display: block;
    position: relative;
    padding-block-end: 1rem;
  }

  table {
    margin-block-start: 0.5rem;
  }

  th,
  td {
    padding-block: 0.25rem;
  }

  tbody th {
    width: 45%;
    font-weight: 400;
    color: var(--cost-muted);
  }

  td {
    overflow-wrap: anywhere;
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
`;
