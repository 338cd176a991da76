import { css } from "lit";

export const costFieldStyles = css`
  :host {
    display: block;
  }

  label {
    display: block;
    margin-block-end: 0.25rem;
    font-size: 0.875rem;
    font-weight: 550;
  }

  /* The unit stands in the field: however long it is, fields end alike. */
  .entry {
    display: flex;
    align-items: center;
    border: 1px solid var(--cost-border);
    border-radius: 8px;
    background: var(--cost-surface);
    cursor: text;
  }

  .entry:focus-within {
    outline: 2px solid var(--cost-accent);
    outline-offset: 2px;
  }

  .entry:has([aria-invalid]) {
    border-color: var(--cost-danger);
    box-shadow: 0 0 0 1px var(--cost-danger);
  }

  .unit {
    flex: none;
    padding-inline-end: 0.75rem;
    color: var(--cost-muted);
    font-size: 0.875rem;
  }

  .input {
    min-width: 0;
    border: 0;
    outline: 0;
    background: none;
  }

  .input::placeholder {
    color: var(--cost-muted);
    opacity: 1;
  }

  input[type="range"] {
    display: block;
    width: 100%;
    height: 1.5rem;
    margin: 0.25rem 0 0;
    accent-color: var(--cost-accent);
    cursor: ew-resize;
  }

  .problem {
    margin-block-start: 0.25rem;
    color: var(--cost-danger);
    font-size: 0.8125rem;
  }

  .hint {
    margin-block-start: 0.25rem;
    color: var(--cost-muted);
    font-size: 0.8125rem;
  }

  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-block-start: 0.375rem;
  }
`;
