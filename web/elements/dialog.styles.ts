import { css } from "lit";

/** Dialogs, as wide as the screen where that is narrow. */
export const dialogStyles = css`
  dialog {
    width: min(64rem, 100vw - 2rem);
    max-width: none;
    height: min(48rem, 100dvh - 2rem);
    max-height: none;
    padding: 0;
    border: 1px solid var(--cost-line);
    border-radius: 16px;
    background: var(--cost-surface);
    color: var(--cost-text);
    overflow: hidden;
  }

  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    padding: 1rem 1.25rem 0.5rem;
  }

  .inside {
    padding: 0 1.25rem 1rem;
    overflow-y: auto;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: end;
    padding: 0.75rem 1.25rem;
    border-block-start: 1px solid var(--cost-line);
  }

  @media (max-width: 40rem) {
    dialog {
      width: 100vw;
      height: 100dvh;
      border: 0;
      border-radius: 0;
    }
  }
`;
