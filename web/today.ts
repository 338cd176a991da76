/** The visitor's day, `YYYY-MM-DD`, by which the age of prices is told. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
