import { css } from "lit";

export const costExecutionsStyles = css`
  :host {
    display: block;
  }

  .unit-choice {
    margin-block-start: 0.625rem;
  }
`;
