import { css } from "lit";

/** The head of a page beside the simulator, and its sections. */
export const sidePageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    margin-inline: auto;
    color: var(--cost-text);
    font-family: var(--cost-font);
    line-height: 1.5;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 1rem 2rem;
    padding-block-end: 0.5rem;
  }

  .heading {
    display: grid;
    flex: 1 1 24rem;
    gap: 0.5rem;
  }

  h1 {
    margin: 0;
    font-size: clamp(1.375rem, 1.1rem + 1vw, 1.75rem);
    letter-spacing: -0.02em;
    line-height: 1.25;
  }

  :host(:lang(ja)) :is(h1, h2, p, td, .title th) {
    letter-spacing: 0;
    word-break: auto-phrase;
  }

  a {
    display: inline-block;
    min-height: 1.5rem;
    color: var(--cost-accent);
    text-underline-offset: 3px;
  }

  section {
    padding: clamp(1rem, 0.5rem + 2vw, 2rem);
    border: 1px solid var(--cost-line);
    border-radius: 16px;
    background: var(--cost-surface);
  }
`;
