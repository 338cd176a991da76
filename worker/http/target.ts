/** The path and query of a request, from its URL. */
export function targetOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}
