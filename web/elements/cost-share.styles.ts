import { css } from "lit";

export const costShareStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }

  h3 {
    font-size: 0.9375rem;
    font-weight: 600;
  }

  .told {
    padding: 0.375rem 0.75rem;
    border-radius: 8px;
    background: var(--cost-accent-soft);
    font-size: 0.875rem;
  }

  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }

  .head > div {
    min-width: 0;
    text-wrap: pretty;
  }

  .button {
    flex: none;
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    font-size: 0.875rem;
  }

  .files {
    display: grid;
    gap: 0.875rem;
    list-style: none;
  }

  pre {
    max-height: 11rem;
    margin: 0.5rem 0 0;
    padding: 0.625rem 0.75rem;
    overflow: auto;
    border: 1px solid var(--cost-line);
    border-radius: 8px;
    background: var(--cost-canvas);
    font-size: 0.8125rem;
    line-height: 1.5;
    scrollbar-width: thin;
  }

  code {
    font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
  }
`;
