import { css } from "lit";

export const billVerificationStyles = css`
  :host {
    --cost-success: #11793c;
    max-width: 56rem;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --cost-success: #5ecb88;
    }
  }

  .summary {
    min-height: 4rem;
    font-size: 1.125rem;
    font-weight: 600;
  }

  .summary .muted {
    font-weight: 400;
  }

  h2 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1rem;
    margin-block-end: 0.5rem;
  }

  h2 .small {
    font-weight: 400;
  }

  th,
  td {
    padding: 0.1875rem 0.75rem;
    border-block-end: 0;
  }

  thead th {
    padding-block-end: 0.375rem;
    border-block-end: 1px solid var(--cost-line);
  }

  tbody th[scope="row"] {
    padding-inline-start: 0.75rem;
    font-weight: 400;
  }

  tbody th {
    overflow-wrap: anywhere;
  }

  .title th {
    padding-block-start: 0.75rem;
    font-weight: 600;
  }

  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--cost-muted);
  }

  .source a {
    overflow-wrap: anywhere;
  }

  tbody tr:last-child > * {
    padding-block-end: 0.75rem;
    border-block-end: 1px solid var(--cost-line);
  }

  tbody:last-child tr:last-child > * {
    padding-block-end: 0;
    border-block-end: 0;
  }

  .total > * {
    font-weight: 600;
  }

  .mark-cell {
    width: 2rem;
    text-align: end;
  }

  .mark-sign {
    font-weight: 700;
  }

  .agrees {
    color: var(--cost-success);
  }

  .differs {
    color: var(--cost-danger);
  }

  .summary .agrees {
    color: var(--cost-text);
  }

  .summary .mark-sign.agrees {
    color: var(--cost-success);
  }

  @media (max-width: 32rem) {
    th,
    td {
      padding-inline: 0.375rem;
    }

    tbody th[scope="row"] {
      width: 100%;
    }

    .number {
      white-space: normal;
    }
  }
`;
