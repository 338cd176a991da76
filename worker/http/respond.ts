const JSON_HEADERS = {
  "content-type": "application/json",
  "x-content-type-options": "nosniff",
} as const;

/** A JSON answer. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: JSON_HEADERS });
}

/** A successful answer of the calculator: `{success: true, data}`. */
export function success(data: unknown): Response {
  return json({ success: true, data });
}

/** A CSV file to download. */
export function csvFile(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename=${name}`,
      "x-content-type-options": "nosniff",
    },
  });
}
