import { css } from "lit";

/** Controls, tables and text as all elements of the simulator draw them. */
export const sharedStyles = css`
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

  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }

  :focus-visible {
    outline: 2px solid var(--cost-accent);
    outline-offset: 2px;
  }

  .button {
    padding: 0.5rem 0.875rem;
    border: 1px solid var(--cost-border);
    border-radius: 8px;
    background: var(--cost-surface);
    cursor: pointer;
    white-space: nowrap;
  }

  .button:hover {
    border-color: var(--cost-accent);
    color: var(--cost-accent);
  }

  .chip {
    min-height: 1.75rem;
    padding: 0.125rem 0.5rem;
    border: 1px solid transparent;
    border-radius: 6px;
    background: var(--cost-sunken);
    color: var(--cost-muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }

  .chip:hover {
    color: var(--cost-text);
    border-color: var(--cost-border);
  }

  .chip[aria-pressed="true"] {
    background: var(--cost-accent-soft);
    color: var(--cost-accent);
    font-weight: 600;
  }

  button:disabled {
    color: var(--cost-muted);
    text-decoration: none;
    cursor: default;
  }

  .text-button {
    padding: 0.25rem 0;
    border: 0;
    background: none;
    color: var(--cost-accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }

  .input {
    width: 100%;
    min-height: 2.5rem;
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--cost-border);
    border-radius: 8px;
    background: var(--cost-surface);
    font-variant-numeric: tabular-nums;
  }

  .segments {
    display: inline-flex;
    padding: 2px;
    border-radius: 9px;
    background: var(--cost-sunken);
    border: 1px solid var(--cost-line);
  }

  .segments label {
    position: relative;
    display: grid;
    place-items: center;
    min-height: 2rem;
    padding: 0.125rem 0.75rem;
    border-radius: 7px;
    font-size: 0.875rem;
    line-height: 1.3;
    text-align: center;
    word-break: auto-phrase;
    cursor: pointer;
    color: var(--cost-muted);
  }

  .segments input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .segments label:has(:checked) {
    background: var(--cost-surface);
    color: var(--cost-text);
    font-weight: 600;
    box-shadow: 0 0 0 1px var(--cost-border);
  }

  .segments label:has(:focus-visible) {
    outline: 2px solid var(--cost-accent);
    outline-offset: 1px;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  .scroll {
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 0.5rem 0.75rem;
    text-align: start;
    vertical-align: baseline;
    border-block-end: 1px solid var(--cost-line);
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }

  thead th {
    font-weight: 500;
    font-size: 0.8125rem;
    color: var(--cost-muted);
    white-space: nowrap;
  }

  tbody th {
    font-weight: 500;
  }

  .number {
    text-align: end;
    white-space: nowrap;
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
