import { css } from "lit";

/** The page in the frame is as high as what is in it. */
export const frameStyles = css`
  html {
    overflow-x: hidden;
  }

  body {
    margin: 0;
  }

  cost-simulator {
    padding: 1rem;
    background: var(--cost-canvas);
  }
`;
