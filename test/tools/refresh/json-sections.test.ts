import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  jsonEntries,
  type JsonEntry,
  type JsonSection,
} from "../../../tools/refresh/json-sections.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sections-"));
});
afterAll(() => rm(folder, { recursive: true }));

const MODULE = "../../../tools/refresh/json-sections.ts";
const SECTIONS = [{ path: ["products"] }, { path: ["terms", "OnDemand"] }];

async function entriesOf(text: string, sections: JsonSection[] = SECTIONS): Promise<JsonEntry[]> {
  const file = join(folder, "file.json");
  await writeFile(file, text);
  const entries: JsonEntry[] = [];
  let bytes = 0;
  const count = (more: number) => {
    bytes += more;
  };
  for await (const entry of jsonEntries(file, sections, count)) entries.push(entry);
  expect(bytes).toBe(Buffer.byteLength(text));
  return entries;
}

describe("the entries of a file's sections", () => {
  test("come in order, and nothing else comes", async () => {
    const text = JSON.stringify({
      version: "1",
      products: { a: { size: 1, tags: ["x", { y: 2 }] }, b: null },
      terms: { OnDemand: { q: [1] }, Reserved: { r: 1 } },
      others: [{ products: { no: 1 } }, { terms: { OnDemand: { no: 1 } } }],
    });
    expect(await entriesOf(text)).toEqual([
      { path: ["products"], key: "a", value: { size: 1, tags: ["x", { y: 2 }] } },
      { path: ["products"], key: "b", value: null },
      { path: ["terms", "OnDemand"], key: "q", value: [1] },
    ]);
  });

  test("are passed over where they are not wanted", async () => {
    const text = JSON.stringify({ products: { a: { b: 1 }, b: { a: 2 }, c: [{ b: 3 }] } });
    const sections = [{ path: ["products"], wants: (key: string) => key === "b" }];
    expect(await entriesOf(text, sections)).toEqual([
      { path: ["products"], key: "b", value: { a: 2 } },
    ]);
  });

  test("are whole wherever the file is cut into the pieces that are read", async () => {
    const products = Object.fromEntries(
      Array.from({ length: 30_000 }, (_, index) => [`鍵-${index}`, { "\u0022é": "値".repeat(3) }]),
    );
    const entries = await entriesOf(JSON.stringify({ products }));
    expect(Object.fromEntries(entries.map(({ key, value }) => [key, value]))).toEqual(products);
  });

  test("of a file larger than the memory come all the same", async () => {
    const file = join(folder, "large.json");
    const product = JSON.stringify({ attributes: { text: "x".repeat(1000) } });
    const products = Array.from({ length: 40_000 }, (_, index) => `"sku-${index}":${product}`);
    await writeFile(file, `{"products":{${products.join(",")}}}`);
    const reading = `
      import { workerData, parentPort } from "node:worker_threads";
      const { jsonEntries } = await import(workerData.module);
      let entries = 0;
      for await (const entry of jsonEntries(workerData.file, [{ path: ["products"] }])) entries += 1;
      parentPort.postMessage(entries);`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(reading)}`), {
      workerData: { file, module: pathToFileURL(join(import.meta.dirname, MODULE)).href },
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 8 },
    });
    const [entries] = await once(worker, "message");
    expect(entries).toBe(products.length);
    await worker.terminate();
  });

  test("are what JSON.parse makes of the whole file", async () => {
    const section = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 6 });
    await fc.assert(
      fc.asyncProperty(section, section, fc.jsonValue(), async (products, onDemand, other) => {
        const text = JSON.stringify({ other, products, terms: { other, OnDemand: onDemand } });
        const parsed = JSON.parse(text) as {
          products: Record<string, unknown>;
          terms: { OnDemand: Record<string, unknown> };
        };
        const entries = await entriesOf(text);
        const of = (depth: number) =>
          entries.filter(({ path }) => path.length === depth).map(({ key, value }) => [key, value]);
        expect(of(1)).toEqual(Object.entries(parsed.products));
        expect(of(2)).toEqual(Object.entries(parsed.terms.OnDemand));
      }),
      { seed: 20_261_123, numRuns: 150 },
    );
  });

  test.each([
    ['{"products":{"a":{"x":1', "cut off in a value"],
    ['{"products":{"a":1}', "cut off before its end"],
    ['{"products":{"a":}}', "with a hole"],
    ["<html></html>", "that is none"],
    ["", "that is empty"],
  ])("of JSON %j are an error", async (text) => {
    await expect(entriesOf(text)).rejects.toThrow("is not well-formed JSON");
  });
});
