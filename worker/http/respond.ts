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

/** A successful answer of the calculator: `{success: true, data}`. */
export function success(data: unknown): Answer {
  return { status: 200, headers: JSON_HEADERS, body: JSON.stringify({ success: true, data }) };
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
