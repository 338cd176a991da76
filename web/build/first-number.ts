import { contentName } from "./content-name.ts";

/**
 * What a worker runs while the page's script is on its way: the first number and the first date that a browser
 * writes take it as long as ten thousand more, in whichever of a page's threads they are written, and as long as
 * they do, a press waits.
 */
export const FIRST_NUMBER_SOURCE =
  "(0).toLocaleString();new Date().toLocaleDateString();close();\n";

/** Where the build puts it. */
export const FIRST_NUMBER_FILE = contentName("first-number", FIRST_NUMBER_SOURCE);
