import { css } from "lit";

export const costPlaceStyles = css`
  :host {
    display: block;
  }

  .label {
    display: block;
    margin-block-end: 0.25rem;
    font-size: 0.875rem;
    font-weight: 550;
  }

  .note {
    margin-block: 0.375rem 0;
  }
`;
