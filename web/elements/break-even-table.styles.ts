import { css } from "lit";

export const breakEvenTableStyles = css`
  :host {
    display: block;
  }

  .scroll {
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

  @container results (max-width: 38rem) {
    table {
      min-width: 32rem;
    }

    tbody th {
      width: 8rem;
      max-width: 8rem;
    }

    .name span {
      overflow-wrap: anywhere;
    }

    th,
    td {
      padding-inline: 0.5rem;
    }
  }
`;
