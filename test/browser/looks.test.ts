import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { LOOKS, looksOf, recordedCards, THEMES, WINDOWS } from "./_looks.ts";
import { differenceOf } from "./_picture.ts";

const DIFFERENCES = fileURLToPath(new URL("../../screenshots/differences/", import.meta.url));
const RENEW = "if that is as it should be, `npm run looks:renew` takes the pictures anew";

let served: Runtime;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([
    nodeServer(),
    launchBrowser({ fonts: "package", isOptimising: true }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

test("the page looks as it did, on a phone, a tablet and a desk, in light and dark", async () => {
  await rm(DIFFERENCES, { recursive: true, force: true });
  const faults: string[] = [];
  const names: string[] = [];
  for await (const { name, png } of looksOf(browser, served.url, await recordedCards())) {
    names.push(`${name}.png`);
    const wanted = new URL(`${name}.png`, LOOKS);
    if (!existsSync(wanted)) {
      faults.push(`${name}: there is no picture to compare with`);
      continue;
    }
    const difference = await differenceOf(png, await readFile(wanted));
    if (difference === null) continue;
    const path = `${DIFFERENCES}${name}.png`;
    await mkdir(DIFFERENCES, { recursive: true });
    await writeFile(path, difference.png);
    faults.push(`${name}: ${difference.text}, see ${path}`);
  }
  expect(faults, [...faults, RENEW].join("\n")).toEqual([]);
  // A picture of what is no longer taken would be held to nothing.
  const kept = (await readdir(LOOKS)).filter((file) => file.endsWith(".png"));
  expect(kept.toSorted()).toEqual(names.toSorted());
  expect(names.length % (WINDOWS.length * THEMES.length)).toBe(0);
}, 120_000);
