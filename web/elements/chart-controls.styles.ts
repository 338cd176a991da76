import { css } from "lit";

/** What is laid over the plot while one points at it. */
export const chartControlsStyles = css`
  .selection {
    position: absolute;
    border: 1px solid var(--cost-accent);
    background: var(--cost-accent-soft);
    opacity: 0.5;
    pointer-events: none;
  }

  .tooltip {
    position: absolute;
    inset-block-start: 2.25rem;
    max-width: min(22rem, 55%);
    padding: 0.5rem 0.625rem;
    border: 1px solid var(--cost-line);
    border-radius: 8px;
    background: var(--cost-surface);
    box-shadow: 0 2px 10px rgb(0 0 0 / 12%);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    pointer-events: none;
  }

  .tooltip.left {
    left: 66px;
  }

  .tooltip.right {
    right: 22px;
  }

  .tooltip div {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }

  .tooltip .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tooltip .swatch {
    width: 1rem;
  }
`;
