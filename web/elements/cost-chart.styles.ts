import { css } from "lit";

/** The slider lies under the plot: its sides are those of the chart's axes. */
export const costChartStyles = css`
  :host {
    display: block;
  }

  .plot {
    position: relative;
    height: 28rem;
    margin-block-start: 1rem;
    overflow: hidden;
  }

  .waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
  }

  .waiting[hidden] {
    display: none;
  }

  .u-cursor-x {
    border-right: 1px solid var(--cost-text);
  }

  input {
    display: block;
    width: calc(100% - 58px - 14px + 1rem);
    margin: 0.25rem 0 0.75rem calc(58px - 0.5rem);
    accent-color: var(--cost-accent);
    cursor: ew-resize;
  }

  table {
    position: relative;
  }

  caption {
    padding-block-end: 0.25rem;
    text-align: start;
    font-weight: 600;
    font-size: 0.9375rem;
  }

  tbody {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    column-gap: 2rem;
  }

  tr {
    display: flex;
    justify-content: space-between;
    border-block-end: 1px solid var(--cost-line);
  }

  th,
  td {
    padding: 0.375rem 0;
    border: 0;
  }

  @container results (max-width: 38rem) {
    .plot {
      height: 22rem;
    }
  }
`;
