/** A line of the log that says how many others could not be written. */
export function lostLine(lines: number): string {
  const time = new Date().toISOString();
  return `${JSON.stringify({ level: "warn", time, lines, msg: "lines of the log were lost" })}\n`;
}
