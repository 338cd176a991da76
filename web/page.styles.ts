import { css } from "lit";

/** The page around the simulator. */
export const pageStyles = css`
  body {
    margin: 0;
    background: #f7f8fa;
  }

  main {
    max-width: 84rem;
    min-height: 100vh;
    margin-inline: auto;
    padding: clamp(1rem, 0.5rem + 2vw, 2.5rem) clamp(0.75rem, 0.25rem + 2vw, 2rem);
    box-sizing: border-box;
  }

  .not-run {
    display: none;
  }

  @media (prefers-color-scheme: dark) {
    body {
      background: #121418;
    }
  }
`;
