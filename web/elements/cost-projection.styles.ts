import { css } from "lit";

/** The slider lies under the plot: its sides are those of the axis of months. */
export const costProjectionStyles = css`
  :host {
    display: block;
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin-block: 0.75rem;
  }

  .months {
    height: 18rem;
  }

  canvas {
    display: block;
    width: 100%;
    height: 100%;
  }

  input[type="range"] {
    display: block;
    width: calc(100% - 64px - 14px + 1rem);
    margin: 0.25rem 0 0.75rem calc(64px - 0.5rem);
    accent-color: var(--cost-accent);
    cursor: ew-resize;
  }

  .findings {
    display: grid;
    gap: 0.25rem;
    padding: 0;
    margin-block-start: 0.75rem;
    list-style: none;
    text-wrap: pretty;
  }

  table {
    margin-block-start: 0.5rem;
  }

  tbody th {
    overflow-wrap: anywhere;
  }

  .name {
    display: flex;
    align-items: center;
    gap: 0.625rem;
  }

  caption {
    padding-block-end: 0.25rem;
    text-align: start;
    font-weight: 600;
    font-size: 0.9375rem;
  }

  /* The offer over its amounts, which stand below their headings. */
  @container results (max-width: 38rem) {
    tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      padding-block: 0.375rem;
      border-block-end: 1px solid var(--cost-line);
    }

    th,
    td {
      padding: 0.125rem 0;
      border-block-end: 0;
    }

    th:first-child {
      grid-column: 1 / -1;
    }
  }
`;
