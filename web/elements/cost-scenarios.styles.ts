import { css } from "lit";

export const costScenariosStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .lead {
    margin: 0;
  }

  h3 {
    margin-block-start: 0.5rem;
    font-size: 0.9375rem;
    font-weight: 600;
  }

  .save {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .save label {
    flex-basis: 100%;
    font-size: 0.875rem;
    font-weight: 500;
  }

  .save .input {
    flex: 1 1 14rem;
    width: auto;
    min-width: 0;
  }

  /* What is hidden in it must not lie outside. */
  .scroll {
    position: relative;
  }

  .told {
    min-height: 1.5rem;
    font-size: 0.875rem;
  }

  .notice {
    padding: 0.5rem 0.75rem;
    border-radius: 8px;
    background: var(--cost-warning-soft);
    font-size: 0.875rem;
  }

  th:first-child {
    position: sticky;
    inset-inline-start: 0;
    min-width: 9rem;
    background: var(--cost-surface);
    overflow-wrap: anywhere;
  }

  td .small {
    min-width: 7rem;
  }

  .cheaper {
    font-weight: 600;
    color: var(--cost-accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.75rem;
    font-weight: 400;
  }

  td input {
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    vertical-align: middle;
    accent-color: var(--cost-accent);
  }

  .rename {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
  }

  .rename .input {
    min-height: 2rem;
  }

  ul {
    list-style: none;
  }

  li .text-button {
    text-align: start;
  }
`;
