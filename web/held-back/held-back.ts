/**
 * Thrown by what stands in for a part that is not loaded, when it is asked for what only that part
 * can do: load it, and ask again.
 */
export class HeldBack extends Error {}
