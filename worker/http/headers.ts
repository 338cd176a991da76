import type { HttpConfig } from "../config/http-variables.ts";

/**
 * Headers of the page's files, by path. Node and Deno apply this table; Cloudflare reads it from
 * `dist/_headers`, which the build writes from it.
 */
export interface HeaderRule {
  /** A path, with `*` for any end. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

type HeaderConfig = Pick<HttpConfig, "SECURE_HEADERS" | "FRAME_ANCESTORS">;

const DEFAULTS: HeaderConfig = { SECURE_HEADERS: true, FRAME_ANCESTORS: "'self'" };

/**
 * The script that is written into the page (`web/page/first-view.ts`), by the hash of its text. The build ends
 * when it is another, and says which.
 */
export const FIRST_VIEW_SCRIPT = "'sha256-QyX27zb7Le/kpKBgRUSz3fxGHSPV/7RizNxu6s++HIg='";

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' ${FIRST_VIEW_SCRIPT}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/** A year, for this host alone: what else is under its domain is not ours to decide. */
export const TRANSPORT_SECURITY = { "strict-transport-security": "max-age=31536000" } as const;

/** What goes with every answer of the API, which is never a page. */
export const API_SECURITY = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
} as const;

const NO_SNIFFING = { "x-content-type-options": "nosniff" } as const;

/** Headers of every answer of the API. */
export function apiHeaders(config: HeaderConfig, isSecure: boolean): Record<string, string> {
  if (!config.SECURE_HEADERS) return NO_SNIFFING;
  return { ...NO_SNIFFING, ...API_SECURITY, ...(isSecure ? TRANSPORT_SECURITY : {}) };
}

/** The table. */
export function headerRules(config: HeaderConfig = DEFAULTS): readonly HeaderRule[] {
  return [
    {
      path: "/*",
      headers: {
        ...(config.SECURE_HEADERS ? pageSecurity(config.FRAME_ANCESTORS) : {}),
        ...NO_SNIFFING,
        "cache-control": "no-cache",
      },
    },
    {
      path: "/assets/*",
      headers: {
        "cache-control": "public, max-age=31536000, immutable",
        ...FOR_EVERYONE,
      },
    },
    { path: "/rate-cards/*", headers: FOR_EVERYONE },
    // Scripts of stable names are asked for anew each time: they lead to a folder that is named
    // after its content.
    { path: "/embed/*", headers: FOR_EVERYONE },
    { path: "/embed/v*", headers: { "cache-control": "public, max-age=31536000, immutable" } },
    // The one page that may be framed by any other: nothing on it can be done in a visitor's name.
    {
      path: "/embed/frame*",
      headers: config.SECURE_HEADERS ? pageSecurity("*") : {},
    },
    { path: "/openapi.json", headers: FOR_EVERYONE },
    { path: "/custom-elements.json", headers: FOR_EVERYONE },
    { path: "/schemas/*", headers: FOR_EVERYONE },
  ];
}

/** Files that pages of other origins use. */
const FOR_EVERYONE = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
} as const;

function pageSecurity(frameAncestors: string): Record<string, string> {
  return {
    "content-security-policy": `${CONTENT_SECURITY_POLICY}; frame-ancestors ${frameAncestors}`,
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "strict-origin-when-cross-origin",
  };
}

/** The headers of a path; a later rule wins over an earlier one. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rules) {
    if (matches(rule.path, path)) Object.assign(headers, rule.headers);
  }
  return headers;
}

/**
 * The table as Cloudflare's `_headers` file has it. There the headers of all rules that match are
 * joined, so a rule takes away (`!`) what an earlier one has set before it sets it anew.
 */
export function toHeadersFile(): string {
  const [everywhere, ...others] = headerRules();
  // Cloudflare serves by HTTPS; a browser ignores the promise where it does not.
  const rules = [
    { path: "/*", headers: { ...everywhere?.headers, ...TRANSPORT_SECURITY } },
    ...others,
  ];
  const blocks = rules.map(({ path, headers }, index) => {
    const earlier = rules.slice(0, index).filter((rule) => matches(rule.path, path));
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
