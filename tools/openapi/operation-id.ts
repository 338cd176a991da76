import type { Route } from "../../worker/http/route.ts";

/** How an endpoint is reached: a POST also by GET, with the same names in the query string. */
export type Method = "get" | "post";

/** `/api/v1/calculator/export_csv` by POST is `calculatorExportCsv`; the GET form ends in `ByQuery`. */
export function operationId({ path, method: own }: Route, method: Method): string {
  const words = path
    .replace(/^\/api\/v1\//u, "")
    .split(/[^a-z0-9]+/u)
    .filter(Boolean);
  const name = words.map((word, index) => (index === 0 ? word : capitalized(word))).join("");
  return own === "POST" && method === "get" ? `${name}ByQuery` : name;
}

/** The name of an endpoint's body: `CalculatorLambdaRequest`. */
export function bodyName(route: Route, body: "Request" | "Answer"): string {
  return capitalized(operationId(route, route.method === "POST" ? "post" : "get")) + body;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
