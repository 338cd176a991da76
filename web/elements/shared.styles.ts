import { css } from "lit";
import { baseStyles } from "./base.styles.ts";
import { tableStyles } from "./table.styles.ts";

const controlStyles = css`
  button,
  input,
  select {
    font: inherit;
    color: inherit;
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
`;

/** Controls, tables and text as all elements of the simulator draw them. */
export const sharedStyles = [baseStyles, tableStyles, controlStyles];
