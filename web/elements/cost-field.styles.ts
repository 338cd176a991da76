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

  .entry {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }

  .unit {
    flex: none;
    color: var(--cost-muted);
    font-size: 0.875rem;
  }

  .input[aria-invalid] {
    border-color: var(--cost-danger);
    box-shadow: 0 0 0 1px var(--cost-danger);
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
