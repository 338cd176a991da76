import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import type { Downloads } from "../../../tools/refresh/download.ts";
import { SILENT } from "../../../tools/refresh/terminal-progress.ts";
import type { SourceContext } from "../../../tools/refresh/sources/source.ts";
import { addressesOf } from "./_generated-sources.ts";

/** Downloads without a network: what `answer` gives for an address; `null` is an error. */
export function answeredDownloads(answer: (url: URL) => unknown): Downloads {
  const ask = (address: string): unknown => {
    const found = answer(new URL(address));
    if (found === null) throw new Error(`404 ${address}`);
    return found;
  };
  return {
    json: async (_name, url) => JSON.parse(JSON.stringify(await ask(url))),
    text: async (_name, url) => String(await ask(url)),
    file: async (name, url) => {
      const folder = await mkdtemp(join(tmpdir(), "answered-"));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const path = join(folder, name);
      await writeFile(path, JSON.stringify(ask(url)));
      return path;
    },
  };
}

/** All that a source needs, with these answers. */
export function contextOf(
  cards: readonly RateCardFile[],
  answer: (url: URL) => unknown,
  today = "2026-11-01",
): SourceContext {
  return {
    cards,
    downloads: answeredDownloads(answer),
    progress: SILENT,
    today,
    addresses: addressesOf("http://localhost"),
    googleKey: "a-key",
  };
}
