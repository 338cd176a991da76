import { css } from "lit";

/** The slider lies under the plot: its sides are those of the chart's axes. */
export const costChartStyles = css`
  :host {
    display: block;
    --cost-overlay-1: #b0006d;
    --cost-overlay-2: #00737a;
    --cost-overlay-3: #7a5200;
    --cost-overlay-4: #5b21b6;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --cost-overlay-1: #ff8ad0;
      --cost-overlay-2: #5fd3d9;
      --cost-overlay-3: #f0c674;
      --cost-overlay-4: #c9a6ff;
    }
  }

  .overlay-0 {
    --series: var(--cost-overlay-1);
  }
  .overlay-1 {
    --series: var(--cost-overlay-2);
  }
  .overlay-2 {
    --series: var(--cost-overlay-3);
  }
  .overlay-3 {
    --series: var(--cost-overlay-4);
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin-block-start: 0.75rem;
    font-size: 0.875rem;
  }

  .scale,
  .zoom,
  .save {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }

  .scale > span {
    color: var(--cost-muted);
  }

  .segments label {
    min-height: 1.75rem;
    padding-inline: 0.5rem;
    font-size: 0.8125rem;
  }

  .toolbar .button {
    min-height: 2rem;
    padding: 0.125rem 0.625rem;
    font-size: 0.8125rem;
  }

  .zoom {
    margin-inline-start: auto;
  }

  .icon svg {
    display: block;
    width: 1rem;
    height: 1rem;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  .frame {
    position: relative;
    margin-block-start: 0.75rem;
  }

  .plot {
    height: 28rem;
    overflow: hidden;
  }

  .u-wrap {
    position: relative;
    user-select: none;
  }

  .u-over,
  .u-under,
  .u-axis,
  .u-select,
  .u-cursor-x,
  .u-cursor-y,
  .u-cursor-pt {
    position: absolute;
  }

  .u-over {
    overflow: hidden;
    cursor: crosshair;
    /* A finger that moves up or down scrolls the page, across it reads off; two fingers zoom. */
    touch-action: pan-y;
  }

  canvas {
    display: block;
    position: relative;
    width: 100%;
    height: 100%;
  }

  .u-select,
  .u-cursor-x,
  .u-cursor-y,
  .u-cursor-pt {
    inset: 0 auto auto 0;
    pointer-events: none;
  }

  .u-cursor-x {
    height: 100%;
    border-right: 1px solid var(--cost-text);
  }

  .u-cursor-pt {
    border: 0 solid;
    border-radius: 50%;
    /* uPlot sets the background's shorthand, which sets this too. */
    background-clip: padding-box !important;
  }

  .u-off {
    display: none;
  }

  input[type="range"] {
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
    gap: 1rem;
    border-block-end: 1px solid var(--cost-line);
  }

  th,
  td {
    padding: 0.375rem 0;
    border: 0;
  }

  tbody .name {
    display: flex;
    align-items: center;
    gap: 0.625rem;
  }

  @container results (max-width: 38rem) {
    .plot {
      height: 22rem;
    }

    .zoom {
      margin-inline-start: 0;
    }
  }
`;
