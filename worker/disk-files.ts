import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { headersFor, type HeaderRule } from "./http/headers.ts";
import type { Incoming } from "./http/incoming.ts";
import type { Answer } from "./http/respond.ts";
import type { Platform } from "./platform.ts";

/** What the build made. */
export const PAGE_FOLDER = fileURLToPath(new URL("../dist/", import.meta.url));

export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".bin": "application/octet-stream",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** The compressed copies that the build leaves beside a file, the smaller first. */
const COPIES = [
  { encoding: "br", ending: ".br" },
  { encoding: "gzip", ending: ".gz" },
] as const;

/** What the build leaves for servers: the table of headers and the compressed copies. */
const NOT_PUBLIC = /^(?:_headers|\.assetsignore)$|\.(?:br|gz)$/u;

/**
 * Serves the files of a folder. The folder is listed once, when it is first asked for, and a request
 * can only name what is in that list: no path leads out of it.
 */
export function diskFiles(folder: string, rules: readonly HeaderRule[]): Platform["file"] {
  let names: ReadonlySet<string> | null = null;
  const tags = new Map<string, string>();

  return async (path, request) => {
    names ??= new Set(filesIn(folder));
    const name = nameOf(path, names);
    if (name === null) return leadingOn(path, request, names);
    const accepted = request.header("accept-encoding") ?? "";
    const copies = COPIES.filter(({ ending }) => names?.has(name + ending));
    const copy = copies.find(({ encoding }) => takes(accepted, encoding));
    const stored = copy === undefined ? name : name + copy.ending;
    const body = await readFile(join(folder, stored));
    let etag = tags.get(stored);
    if (etag === undefined) tags.set(stored, (etag = tagOf(body)));
    const headers: Record<string, string> = {
      "content-type": MEDIA_TYPES[extname(name)] ?? "application/octet-stream",
      ...headersFor(`/${name}`, rules),
      etag,
      ...(copies.length > 0 ? { vary: "accept-encoding" } : {}),
      ...(copy === undefined ? {} : { "content-encoding": copy.encoding }),
    };
    return { status: 200, headers, body } satisfies Answer;
  };
}

/** Every file in a folder and the folders in it, by its path from there. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** The file that a path stands for: itself, with its ending left out, or a folder's page. */
function nameOf(path: string, names: ReadonlySet<string>): string | null {
  const decoded = decodedPath(path);
  if (decoded === null) return null;
  const name = decoded.slice(1);
  const candidates =
    name === "" || name.endsWith("/") ? [`${name}index.html`] : [name, `${name}.html`];
  const found = candidates.find((candidate) => names.has(candidate));
  return found === undefined || NOT_PUBLIC.test(found) ? null : found;
}

/** From a page's name with a slash behind it to the page, as Cloudflare does; what a page names goes by its place. */
function leadingOn(path: string, { target }: Incoming, names: ReadonlySet<string>): Answer | null {
  const page = path.slice(0, -1);
  if (!path.endsWith("/") || nameOf(page, names) === null) return null;
  const location = page + target.slice(path.length);
  return { status: 307, headers: { location, "cache-control": "no-cache" }, body: "" };
}

/** `null` for a path that is not well encoded. */
function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Whether an `Accept-Encoding` header takes an encoding: named, and not with a quality of zero. */
function takes(accepted: string, encoding: string): boolean {
  return accepted.split(",").some((part) => {
    const [name = "", ...parameters] = part.split(";");
    const isRefused = parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/u.test(parameter));
    return name.trim().toLowerCase() === encoding && !isRefused;
  });
}

function tagOf(content: Uint8Array): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
}
