import { createHash } from "node:crypto";

const HASH_LENGTH = 8;

/** Where the build puts a script that it writes itself: named after its content, so that it may be kept for ever. */
export function contentName(name: string, source: string): string {
  const hash = createHash("sha256").update(source).digest("base64url").slice(0, HASH_LENGTH);
  return `assets/${name}-${hash}.js`;
}
