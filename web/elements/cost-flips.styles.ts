import { css } from "lit";

export const costFlipsStyles = css`
  :host {
    display: block;
  }

  td span {
    display: block;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  strong {
    font-weight: 600;
  }

  @container results (max-width: 38rem) {
    th,
    td {
      padding-inline: 0.375rem;
    }
  }
`;
