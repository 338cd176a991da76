import { css } from "lit";

export const costProfileStyles = css`
  :host {
    display: grid;
    gap: 0.625rem;
  }

  .bars {
    display: grid;
    grid-template-columns: repeat(24, minmax(0, 1fr));
    gap: 1px;
    height: 7.5rem;
    border-block-end: 1px solid var(--cost-border);
    touch-action: none;
    cursor: ns-resize;
  }

  .bar {
    position: relative;
    min-width: 0;
    border-radius: 2px 2px 0 0;
    background: var(--cost-sunken);
  }

  .bar svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .bar rect {
    fill: var(--cost-accent);
  }

  .even rect {
    opacity: 0.4;
  }

  .bar:focus-visible {
    z-index: 1;
    outline-offset: 1px;
  }

  .hours {
    display: flex;
    justify-content: space-between;
    margin-block-start: 0.125rem;
    color: var(--cost-muted);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .segments {
    display: flex;
    width: fit-content;
    max-width: 100%;
  }

  .segments label {
    flex: 1 1 auto;
    padding-inline: clamp(0.125rem, 1.5vw, 0.5rem);
  }

  .note {
    color: var(--cost-muted);
    font-size: 0.8125rem;
  }

  .text-button {
    justify-self: start;
  }
`;
