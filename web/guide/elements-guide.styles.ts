import { css, unsafeCSS } from "lit";
import { CUSTOM_PROPERTIES } from "./described-elements.ts";

const colours = CUSTOM_PROPERTIES.filter((name) => name !== "--cost-font").map(
  (name) => `.${name.replace("--cost-", "is-")} { fill: var(${name}); }`,
);

export const elementsGuideStyles = css`
  :host {
    max-width: 64rem;
  }

  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  h3 {
    margin-block-start: 0.75rem;
    font-size: 1rem;
    font-weight: 600;
  }

  code {
    font:
      0.875em/1.5 ui-monospace,
      SFMono-Regular,
      Menlo,
      Consolas,
      monospace;
  }

  h2 code {
    font-weight: 650;
  }

  summary {
    min-height: 2.5rem;
    padding-block: 0.5rem;
    color: var(--cost-accent);
    font-weight: 500;
    cursor: pointer;
    list-style: none;
  }

  summary::before {
    content: "";
    display: inline-block;
    width: 0.4375rem;
    height: 0.4375rem;
    margin-inline-end: 0.75rem;
    border-inline-end: 1.5px solid currentcolor;
    border-block-end: 1.5px solid currentcolor;
    rotate: -45deg;
  }

  [open] > summary::before {
    rotate: 45deg;
  }

  .live {
    border: 1px dashed var(--cost-border);
    border-radius: 12px;
  }

  table code {
    white-space: nowrap;
  }

  tbody td:last-child:not(:has(svg)) {
    width: 100%;
  }

  /* A name over what it is for. */
  @media (max-width: 48rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      padding-block: 0.5rem;
      border-block-end: 1px solid var(--cost-line);
    }

    tbody th,
    td {
      padding: 0;
      border-block-end: 0;
    }

    tbody th {
      font-weight: 650;
    }
  }

  .colour {
    width: 3rem;
    height: 1.5rem;
    stroke: var(--cost-line);
    stroke-width: 0.03;
    vertical-align: middle;
  }

  ${unsafeCSS(colours.join("\n"))}
`;
