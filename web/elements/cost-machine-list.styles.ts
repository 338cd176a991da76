import { css } from "lit";

export const costMachineListStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
    gap: 0.5rem 0.75rem;
    padding-block-end: 0.75rem;
  }

  .filters label.over {
    font-size: 0.8125rem;
    color: var(--cost-muted);
  }

  .filters .over .input {
    display: block;
    margin-block-start: 0.125rem;
    color: var(--cost-text);
    font-size: 1rem;
  }

  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    padding-block-end: 0.5rem;
  }

  .check {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 1.75rem;
    font-size: 0.875rem;
    cursor: pointer;
  }

  .check input {
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--cost-accent);
  }

  th button {
    padding: 0.25rem 0;
    border: 0;
    background: none;
    font-weight: inherit;
    cursor: pointer;
  }

  th button:hover {
    color: var(--cost-text);
    text-decoration: underline;
  }

  th[aria-sort="ascending"] button::after {
    content: " ↑";
  }

  th[aria-sort="descending"] button::after {
    content: " ↓";
  }

  tbody th {
    overflow-wrap: anywhere;
  }

  tbody th span {
    display: block;
    color: var(--cost-muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .specs {
    display: none;
  }

  .more {
    margin-block-start: 0.75rem;
  }

  td .button {
    padding: 0.25rem 0.625rem;
  }

  @media (max-width: 40rem) {
    .filters label:first-child {
      grid-column: 1 / -1;
    }

    .wide {
      display: none;
    }

    tbody th .specs {
      display: block;
    }

    th,
    td {
      padding-inline: 0.25rem;
    }
  }
`;
