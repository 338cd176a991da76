/** What can be pressed in the simulator that the build has written into the page. */
export const CONTROLS = "button, input, summary";

/** Marks the control that was pressed last while there was no script to do what it is for. */
export const USED = "data-used";
