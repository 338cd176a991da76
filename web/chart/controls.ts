/** What a visitor's hands need of the chart: loaded when they come near it. */
export { chartControlsStyles } from "../elements/chart-controls.styles.ts";
export { chartTooltip } from "../elements/chart-tooltip.ts";
export { commandOf, viewAfter } from "./commands.ts";
export { Gestures } from "./gestures.ts";
