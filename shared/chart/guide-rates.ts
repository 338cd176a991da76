/** Loads at which guide lines stand, in requests a second. */
export const GUIDE_RATES = [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000];
