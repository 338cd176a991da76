import { css } from "lit";

/** Buttons beside each other; what one opens takes the whole width below them. */
export const costToolsStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  [open] {
    order: 1;
    flex-basis: 100%;
    min-width: 0;
  }

  summary {
    display: inline-block;
  }

  summary::after {
    content: " ▾";
  }

  [open] > summary::after {
    content: " ▴";
  }

  [open] > :last-child {
    margin-block-start: 1rem;
  }
`;
