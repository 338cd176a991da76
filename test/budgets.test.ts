import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const KB = 1024;

function gzipKb(content: Buffer): number {
  return gzipSync(content, { level: 9 }).length / KB;
}

describe("the worker's bundle, as wrangler uploads it", () => {
  let folder = "";
  let bundle = Buffer.alloc(0);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "worker-bundle-"));
    const wrangler = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
    execFileSync(process.execPath, [wrangler, "deploy", "--dry-run", "--outdir", folder], {
      cwd: ROOT,
      env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
      stdio: "pipe",
    });
    bundle = readFileSync(join(folder, "cloudflare.js"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is at most 60 KB gzip", () => {
    const size = gzipKb(bundle);
    console.log(`worker bundle: ${size.toFixed(1)} KB gzip`);
    expect(size).toBeLessThanOrEqual(60);
  });

  test("has no rate card, no locales of zod and nothing of Node in it", () => {
    const text = bundle.toString("utf8");
    expect(text).toContain("aws_lambda");
    expect(text).not.toContain("t3.micro");
    expect(text).not.toContain("小さすぎる値");
    expect(text).not.toMatch(/from\s*"node:/u);
  });
});

describe("the page's scripts", () => {
  test("have no zod and no rate card in them", () => {
    const folder = join(ROOT, "dist/assets");
    const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(0);
    for (const name of scripts) {
      const text = readFileSync(join(folder, name), "utf8");
      expect(text, name).not.toContain("ZodMini");
      expect(text, name).not.toContain("b1.4xlarge");
    }
  });
});

test("each rate card is at most 15 KB gzip", () => {
  const folder = join(ROOT, "dist/rate-cards");
  const cards = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  );
  expect(cards.length).toBeGreaterThanOrEqual(10);
  for (const name of cards) {
    expect(gzipKb(readFileSync(join(folder, name))), name).toBeLessThanOrEqual(15);
  }
});
