import { css } from "lit";

export const costPlaceStyles = css`
  :host {
    display: block;
  }

  .note {
    margin-block: 0.375rem 0;
  }
`;
