/** A log line for an error that a client was not told about. */
export function toErrorRecord(
  error: unknown,
  { method, path }: { readonly method: string; readonly path: string },
): Record<string, string> {
  const known = error instanceof Error ? error : new Error(String(error));
  return { level: "error", method, path, error: known.message, stack: known.stack ?? "" };
}
