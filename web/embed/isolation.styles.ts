import { css } from "lit";

/**
 * Keeps out what a page's own style sheet says of all elements, or of those around: of everything
 * that is inherited the element has values of its own. The size of `rem` is the visitor's.
 */
export const isolationStyles = css`
  :host {
    border-collapse: separate !important;
    color: var(--cost-text) !important;
    cursor: auto !important;
    /* The languages that are spoken here run from left to right, whatever the page's does. */
    direction: ltr !important;
    font: 400 1rem / 1.5 var(--cost-font) !important;
    hyphens: manual !important;
    letter-spacing: normal !important;
    line-break: auto !important;
    list-style: none !important;
    overflow-wrap: break-word !important;
    quotes: auto !important;
    tab-size: 8 !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    word-break: normal !important;
    word-spacing: normal !important;
    -webkit-text-fill-color: currentcolor !important;
    box-sizing: border-box;
    padding: 1rem;
    background: var(--cost-canvas);
  }
`;
