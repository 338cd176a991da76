import { css } from "lit";

export const costImportStyles = css`
  .inside {
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }

  .accepts {
    margin: 0;
    padding-inline-start: 1.25rem;
    list-style: disc;
    color: var(--cost-muted);
    font-size: 0.875rem;
  }

  textarea {
    display: block;
    width: 100%;
    min-height: 10rem;
    margin-block-start: 0.25rem;
    padding: 0.5rem 0.625rem;
    border: 1px solid var(--cost-border);
    border-radius: 8px;
    background: var(--cost-surface);
    color: inherit;
    font:
      0.8125rem/1.45 ui-monospace,
      monospace;
    resize: vertical;
  }

  .label {
    font-size: 0.875rem;
    font-weight: 550;
  }

  .file {
    position: relative;
    justify-self: start;
    font-size: 0.875rem;
  }

  .file:has(:focus-visible) {
    outline: 2px solid var(--cost-accent);
    outline-offset: 2px;
  }

  .problem {
    color: var(--cost-danger);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  .size {
    max-width: 24rem;
  }

  td.number {
    white-space: normal;
  }

  .main {
    border-color: var(--cost-accent);
    background: var(--cost-accent);
    color: var(--cost-surface);
  }

  .main:hover {
    color: var(--cost-surface);
  }

  .main:disabled {
    border-color: var(--cost-line);
    background: var(--cost-sunken);
    color: var(--cost-muted);
  }
`;
