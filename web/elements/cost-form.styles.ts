import { css } from "lit";

export const costFormStyles = css`
  :host {
    display: grid;
    gap: 0.5rem;
    align-content: start;
  }

  .group {
    border: 1px solid var(--cost-line);
    border-radius: 12px;
    background: var(--cost-surface);
  }

  summary {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.125rem 0.75rem;
    padding: 0.625rem 1rem;
    border-radius: 12px;
    cursor: pointer;
    list-style: none;
  }

  summary::after {
    content: "";
    grid-row: 1 / span 2;
    grid-column: 2;
    align-self: center;
    width: 0.5rem;
    height: 0.5rem;
    border-inline-end: 1.5px solid var(--cost-muted);
    border-block-end: 1.5px solid var(--cost-muted);
    transform: translateY(-2px) rotate(45deg);
  }

  [open] > summary::after {
    transform: translateY(2px) rotate(225deg);
  }

  .title {
    font-weight: 600;
  }

  .state {
    grid-row: 2;
    color: var(--cost-muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }

  [open] > summary > .state {
    display: none;
  }

  .body {
    display: grid;
    gap: 1.125rem;
    padding: 0.25rem 1rem 1.125rem;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    padding-inline: 1rem;
  }
`;
