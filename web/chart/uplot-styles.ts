import { unsafeCSS } from "lit";
import uplotCss from "uplot/dist/uPlot.min.css?inline";

/** uPlot's own style sheet, for the shadow root that holds the chart. */
export const uplotStyles = unsafeCSS(uplotCss);
