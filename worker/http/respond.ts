/** What a route, a file or a problem answers; the platform makes its own response of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Work that could not be known before, as a batch counts it. */
  readonly effort?: number;
}

const JSON_HEADERS = { "content-type": "application/json" } as const;

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) };
}

/** A successful answer of the API: `{success: true, data}`, and what stands beside the data. */
export function success(data: unknown, beside: object = {}): Answer {
  const body = JSON.stringify({ success: true, data, ...beside });
  return { status: 200, headers: JSON_HEADERS, body };
}

/** A CSV file to download. */
export function csvFile(name: string, text: string): Answer {
  return {
    status: 200,
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename=${name}`,
    },
    body: text,
  };
}

const encoder = new TextEncoder();

/** How many bytes a body has. */
export function byteLength(body: Answer["body"]): number {
  return typeof body === "string" ? encoder.encode(body).length : body.byteLength;
}
