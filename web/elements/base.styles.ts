import { css } from "lit";

/** Text as all elements of the simulator draw them. */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  fieldset,
  legend,
  ol,
  ul,
  figure {
    margin: 0;
    padding: 0;
    border: 0;
  }

  /* Lines of Japanese end between phrases. */
  h2,
  p,
  li,
  summary {
    word-break: auto-phrase;
  }

  fieldset {
    min-width: 0;
  }

  h2 {
    font-size: 1.25rem;
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }

  .lead {
    margin-block-start: 0.25rem;
    color: var(--cost-muted);
    max-width: 84ch;
    text-wrap: pretty;
  }

  .muted {
    color: var(--cost-muted);
  }

  .small {
    font-size: 0.8125rem;
  }

  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 2px solid var(--cost-accent);
    outline-offset: 2px;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  .swatch {
    flex: none;
    width: 1.5rem;
    height: 0.5rem;
    vertical-align: middle;
  }

  .swatch line {
    stroke: var(--series);
    stroke-width: 3;
  }

  .series-0 {
    --series: var(--cost-series-1);
  }
  .series-1 {
    --series: var(--cost-series-2);
  }
  .series-2 {
    --series: var(--cost-series-3);
  }
  .series-3 {
    --series: var(--cost-series-4);
  }
  .series-4 {
    --series: var(--cost-series-5);
  }
  .series-5 {
    --series: var(--cost-series-6);
  }
  .series-6 {
    --series: var(--cost-series-7);
  }
  .series-7 {
    --series: var(--cost-series-8);
  }

  .mark {
    display: inline-block;
    padding-inline: 0.3125rem;
    border-radius: 5px;
    background: var(--cost-warning-soft);
    color: var(--cost-warning);
    font-size: 0.75rem;
    white-space: nowrap;
  }
`;
