import { expect, test } from "vitest";
import * as z from "zod/mini";
import { createFetch } from "../../worker/fetch.ts";
import { diskPlatform } from "../../worker/disk-platform.ts";
import { success } from "../../worker/http/respond.ts";
import { defineRoute } from "../../worker/http/route.ts";
import { posted } from "./_app.ts";

const old = defineRoute({
  method: "POST",
  path: "/api/v1/old",
  input: z.object({ amount: z.optional(z.string()) }),
  deprecated: { since: "2027-01-01", sunset: "2028-01-01", guide: "/docs#compare" },
  handle: () => success({}),
});
const other = defineRoute({ ...old, path: "/api/v1/other", deprecated: undefined });
const app = createFetch(diskPlatform, [old, other]);
const ask = (path: string, init?: RequestInit) =>
  app(new Request(new URL(path, "http://host"), init));

test("an operation that is going to end says since when, until when, and what to use instead", async () => {
  for (const init of [{}, posted("{}"), posted('{"amount":1}')]) {
    const { headers } = await ask("/api/v1/old", init);
    expect(headers.get("deprecation")).toBe("@1798761600");
    expect(headers.get("sunset")).toBe("Sat, 01 Jan 2028 00:00:00 GMT");
    expect(headers.get("link")).toBe('</docs#compare>; rel="deprecation"; type="text/html"');
  }
});

test("others say nothing of the kind", async () => {
  const { headers } = await ask("/api/v1/other");
  for (const name of ["deprecation", "sunset", "link"]) expect(headers.has(name)).toBe(false);
});
