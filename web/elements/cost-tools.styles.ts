import { css } from "lit";

/** Buttons beside each other; what one opens takes the whole width below them. */
export const costToolsStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .button::after {
    content: " ▾";
  }

  [aria-expanded="true"]::after {
    content: " ▴";
  }
`;
