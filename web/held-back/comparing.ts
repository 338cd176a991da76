/** What reads inputs and compares offers: one file, so that it is one download. */
export { ask } from "../state/asked.ts";
export { compare } from "../state/compared.ts";
