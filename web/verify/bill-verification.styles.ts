import { css } from "lit";

export const billVerificationStyles = css`
  :host {
    --cost-success: #11793c;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    max-width: 56rem;
    margin-inline: auto;
    color: var(--cost-text);
    font-family: var(--cost-font);
    line-height: 1.5;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --cost-success: #5ecb88;
    }
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 1rem 2rem;
  }

  .heading {
    display: grid;
    flex: 1 1 24rem;
    gap: 0.5rem;
  }

  h1 {
    margin: 0;
    font-size: clamp(1.375rem, 1.1rem + 1vw, 1.75rem);
    letter-spacing: -0.02em;
    line-height: 1.25;
  }

  :host(:lang(ja)) h1,
  :host(:lang(ja)) h2,
  :host(:lang(ja)) p,
  :host(:lang(ja)) .title th {
    letter-spacing: 0;
    word-break: auto-phrase;
  }

  a {
    color: var(--cost-accent);
    text-underline-offset: 3px;
  }

  .summary,
  section {
    padding: clamp(1rem, 0.5rem + 2vw, 2rem);
    border: 1px solid var(--cost-line);
    border-radius: 16px;
    background: var(--cost-surface);
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
    display: inline-block;
    min-height: 1.5rem;
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
