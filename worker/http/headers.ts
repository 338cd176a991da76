/**
 * Headers of the page's files, by path. Node and Deno apply this table; Cloudflare reads it from
 * `dist/_headers`, which the build writes from it.
 */
export interface HeaderRule {
  /** A path, with `*` for any end. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

export const HEADER_RULES: readonly HeaderRule[] = [
  {
    path: "/*",
    headers: {
      "content-security-policy": CONTENT_SECURITY_POLICY,
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
    },
  },
  {
    path: "/assets/*",
    headers: {
      "cache-control": "public, max-age=31536000, immutable",
      "access-control-allow-origin": "*",
    },
  },
  { path: "/rate-cards/*", headers: { "access-control-allow-origin": "*" } },
];

/** The headers of a path; a later rule wins over an earlier one. */
export function headersFor(path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of HEADER_RULES) {
    if (matches(rule.path, path)) Object.assign(headers, rule.headers);
  }
  return headers;
}

/**
 * The table as Cloudflare's `_headers` file has it. There the headers of all rules that match are
 * joined, so a rule takes away (`!`) what an earlier one has set before it sets it anew.
 */
export function toHeadersFile(): string {
  const blocks = HEADER_RULES.map(({ path, headers }, index) => {
    const earlier = HEADER_RULES.slice(0, index).filter((rule) => matches(rule.path, path));
    const lines = Object.entries(headers).flatMap(([name, value]) => [
      ...(earlier.some((rule) => name in rule.headers) ? [`  ! ${name}`] : []),
      `  ${name}: ${value}`,
    ]);
    return [path, ...lines].join("\n");
  });
  return `${blocks.join("\n")}\n`;
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
