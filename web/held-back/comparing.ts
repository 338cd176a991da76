/** What compares offers, for an import of its own. */
export { compare } from "../state/compared.ts";
