import { css } from "lit";

export const decisionMapStyles = css`
  :host {
    display: block;
  }

  .map {
    position: relative;
    height: 26rem;
    margin-block-start: 0.75rem;
    cursor: crosshair;
    /* A finger scrolls the page; a tap moves the workload. */
    touch-action: manipulation;
  }

  canvas {
    display: block;
    width: 100%;
    height: 100%;
  }

  .reading {
    min-height: 3em;
    margin-block: 0.5rem 0.75rem;
    text-wrap: pretty;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    padding: 0;
    margin-block-end: 0.75rem;
    list-style: none;
    font-size: 0.875rem;
  }

  .legend li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }

  .patch {
    flex: none;
    width: 1rem;
    height: 1rem;
    border: 1px solid var(--series);
    border-radius: 3px;
    background: color-mix(in srgb, var(--series) 40%, var(--cost-surface));
  }

  details {
    border-block-start: 1px solid var(--cost-line);
  }

  summary {
    padding-block: 0.625rem;
    cursor: pointer;
  }

  tbody th {
    overflow-wrap: anywhere;
  }

  @container results (max-width: 38rem) {
    .map {
      height: 22rem;
    }
  }
`;
