import { readdir, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { launchBrowser } from "../../test/browser/_browser.ts";
import { CARDS_FILE, LOOKS, looksOf, recordedCards } from "../../test/browser/_looks.ts";
import { smallPicture } from "../../test/browser/_picture.ts";
import { nodeServer } from "../../test/_runtimes.ts";

/**
 * Takes the pictures anew that `test/browser/looks.test.ts` holds the page to: `npm run looks:renew`.
 * Look at each that changes before it is committed. `-- --cards`: with the rate cards of today, too,
 * which is needed where another form of them is read.
 */
const { values: options } = parseArgs({ options: { cards: { type: "boolean", default: false } } });

const [server, browser] = await Promise.all([nodeServer(), launchBrowser({ fonts: "package" })]);
try {
  const recorded: Record<string, string> = {};
  const record = async (path: string): Promise<string> => {
    const response = await server.fetch(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (recorded[path] ??= await response.text());
  };
  const cards = options.cards ? record : await recordedCards();
  for (const file of await readdir(LOOKS)) {
    if (file.endsWith(".png")) await rm(new URL(file, LOOKS));
  }
  for await (const { name, png } of looksOf(browser, server.url, cards)) {
    await writeFile(new URL(`${name}.png`, LOOKS), await smallPicture(png));
    console.log(name);
  }
  if (options.cards) await writeFile(CARDS_FILE, gzipSync(JSON.stringify(recorded), { level: 9 }));
} finally {
  await browser.close();
  await server.close();
}
