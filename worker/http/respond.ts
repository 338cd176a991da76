import { entityTag } from "./conditional.ts";

/** What a route or a problem answers; `app.ts` makes the platform's `Response` of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_HEADERS = {
  "content-type": "application/json",
  "x-content-type-options": "nosniff",
} as const;

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) };
}

/** A successful answer of the API: `{success: true, data}`, and what stands beside the data. */
export function success(data: unknown, beside: object = {}): Answer {
  const body = JSON.stringify({ success: true, data, ...beside });
  return { status: 200, headers: JSON_HEADERS, body };
}

/** How long browsers and caches may keep what only changes with the catalog. */
const CATALOG_CACHE = "public, max-age=300";

/** A successful answer that caches may keep, with a tag by which they ask whether it still holds. */
export async function cacheable(data: unknown): Promise<Answer> {
  const { status, headers, body } = success(data);
  const etag = await entityTag(body);
  return { status, headers: { ...headers, "cache-control": CATALOG_CACHE, etag }, body };
}

/** A CSV file to download. */
export function csvFile(name: string, text: string): Answer {
  return {
    status: 200,
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename=${name}`,
      "x-content-type-options": "nosniff",
    },
    body: text,
  };
}
