import { css } from "lit";

const dark = css`
  color-scheme: dark;
  --cost-text: #e8eaee;
  --cost-muted: #a2abb8;
  --cost-surface: #1a1d23;
  --cost-canvas: #121418;
  --cost-sunken: #262a32;
  --cost-line: #30353f;
  --cost-border: #747e8d;
  --cost-accent: #8fb2ff;
  --cost-accent-soft: #22304f;
  --cost-danger: #ff9086;
  --cost-warning: #f0b866;
  --cost-warning-soft: #3b2d14;
  --cost-guide: #6f5c14;
  --cost-series-1: #5ab0f2;
  --cost-series-2: #ff9657;
  --cost-series-3: #5ecb88;
  --cost-series-4: #e48fd6;
  --cost-series-5: #aaa0ff;
  --cost-series-6: #dcc04a;
  --cost-series-7: #f78f9f;
  --cost-series-8: #b3bcc8;
`;

/** Colours and type of the simulator. A page that embeds it sets the same properties on the element. */
export const themeStyles = css`
  :host {
    color-scheme: light dark;
    --cost-text: #16191f;
    --cost-muted: #565e6b;
    --cost-surface: #ffffff;
    --cost-canvas: #f7f8fa;
    --cost-sunken: #eff1f4;
    --cost-line: #e3e6eb;
    --cost-border: #8a92a0;
    --cost-accent: #1d4ed8;
    --cost-accent-soft: #e3ebfd;
    --cost-danger: #b42318;
    --cost-warning: #8a4b00;
    --cost-warning-soft: #fdf0d9;
    --cost-guide: #f2c94c;
    --cost-series-1: #0068ad;
    --cost-series-2: #c84f00;
    --cost-series-3: #11793c;
    --cost-series-4: #a63d92;
    --cost-series-5: #4a3ab5;
    --cost-series-6: #8a6a00;
    --cost-series-7: #c2455a;
    --cost-series-8: #4d5663;
    --cost-font:
      system-ui, -apple-system, "Segoe UI", Roboto, "Hiragino Kaku Gothic ProN", "Hiragino Sans",
      "Yu Gothic UI", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif;
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      ${dark}
    }
  }

  :host([theme="light"]) {
    color-scheme: light;
  }

  :host([theme="dark"]) {
    ${dark}
  }
`;
