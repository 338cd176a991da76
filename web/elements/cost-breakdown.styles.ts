import { css } from "lit";

export const costBreakdownStyles = css`
  :host {
    display: block;
  }

  header {
    margin-block-end: 1rem;
  }

  .heading {
    display: block;
  }

  details {
    border-block-end: 1px solid var(--cost-line);
  }

  summary {
    display: flex;
    align-items: center;
    gap: 1rem;
    min-height: 3rem;
    padding-block: 0.375rem;
    cursor: pointer;
    list-style: none;
  }

  summary::before {
    content: "";
    flex: none;
    width: 0.4375rem;
    height: 0.4375rem;
    border-inline-end: 1.5px solid var(--cost-muted);
    border-block-end: 1.5px solid var(--cost-muted);
    transform: rotate(-45deg);
  }

  [open] > summary::before {
    transform: rotate(45deg);
  }

  .name {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 0.75rem;
    min-width: 0;
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .cost {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;
