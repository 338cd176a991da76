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

  /* Each condition over where it turns, which stands below its heading. */
  @container results (max-width: 38rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    tbody tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.25rem 1rem;
      padding-block: 0.625rem;
      border-block-end: 1px solid var(--cost-line);
    }

    tbody th,
    td {
      padding: 0;
      border: 0;
    }

    td[data-label]::before {
      display: block;
      color: var(--cost-muted);
      font-size: 0.8125rem;
      content: attr(data-label);
    }
  }
`;
