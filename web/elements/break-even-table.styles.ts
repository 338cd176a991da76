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

  .remark {
    vertical-align: top;
    padding-inline-start: 1.5rem;
  }
`;
