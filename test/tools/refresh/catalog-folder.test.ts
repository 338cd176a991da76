import { readdir, rm, writeFile } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CatalogFolder, type FileSystem } from "../../../tools/refresh/catalog-folder.ts";
import { BrokenDisk, breakingFiles } from "./_breaking-files.ts";
import { emptyFolder, filesOf, writeFiles } from "./_catalog.ts";

const BEFORE = new Map([
  ["aws/a.json", "a1"],
  ["aws/b.json", "b1"],
  ["index.json", "i1"],
]);
const CHANGES = new Map([
  ["aws/a.json", "a2"],
  ["gcp/c.json", "c2"],
  ["index.json", "i2"],
]);
const AFTER = new Map([
  ["aws/a.json", "a2"],
  ["aws/b.json", "b1"],
  ["gcp/c.json", "c2"],
  ["index.json", "i2"],
]);

let parent = "";
let folder = "";
beforeEach(async () => {
  parent = await emptyFolder();
  folder = join(parent, "rate-cards");
  await writeFiles(folder, BEFORE);
});
afterEach(() => rm(parent, { recursive: true }));

async function beginAnew(): Promise<void> {
  await rm(folder, { recursive: true });
  await rm(`${folder}.staging`, { recursive: true, force: true });
  await writeFiles(folder, BEFORE);
}

async function change(files?: FileSystem): Promise<void> {
  const catalog = await CatalogFolder.open(folder, files);
  try {
    for (const [path, text] of CHANGES) await catalog.stage(path, text);
    await catalog.commit();
  } finally {
    await catalog.close();
  }
}

/** How many operations of the disk a change takes. */
async function operationsOfChange(): Promise<number> {
  const { files, count } = breakingFiles();
  await change(files);
  return count();
}

describe("a catalog's folder", () => {
  test("is changed as a whole, and nothing is left beside it", async () => {
    await change();
    expect(await filesOf(folder)).toEqual(AFTER);
    expect(await readdir(parent)).toEqual(["rate-cards"]);
  });

  test("stays as it was when what was staged is not committed", async () => {
    const catalog = await CatalogFolder.open(folder);
    await catalog.stage("aws/a.json", "a2");
    await catalog.close();
    expect(await filesOf(folder)).toEqual(BEFORE);
    expect(await readdir(parent)).toEqual(["rate-cards"]);
  });

  test("is as it was after a change that fails, whichever operation of the disk fails", async () => {
    const operations = await operationsOfChange();
    let failed = 0;
    for (let after = 0; after < operations; after += 1) {
      await beginAnew();
      const { files } = breakingFiles({ after, isDeath: false });
      const error = await change(files).catch((thrown: unknown) => thrown);
      if (error !== undefined) failed += 1;
      expect([undefined, "BrokenDisk"]).toContain((error as BrokenDisk | undefined)?.name);
      const wanted = error === undefined ? AFTER : BEFORE;
      expect(await filesOf(folder), `failed at ${after}`).toEqual(wanted);
    }
    // All but the last, which throws away what is needed no more.
    expect(failed).toBe(operations - 1);
  });

  test("is wholly old or wholly new for the next, whenever the process that changes it dies", async () => {
    const operations = await operationsOfChange();
    const outcomes = new Set<string>();
    for (let after = 0; after < operations - 1; after += 1) {
      await beginAnew();
      const { files } = breakingFiles({ after, isDeath: true });
      await expect(change(files), `died at ${after}`).rejects.toThrow(BrokenDisk);
      await (await CatalogFolder.open(folder)).close();
      const found = await filesOf(folder);
      expect([BEFORE, AFTER], `died at ${after}`).toContainEqual(found);
      outcomes.add(JSON.stringify([...found]));
    }
    expect(outcomes.size).toBe(2);
  });

  test("is whole even when the process that sets right what another left dies, too", async () => {
    const operations = await operationsOfChange();
    for (let first = 0; first < operations - 1; first += 2) {
      for (let second = 0; second < operations; second += 5) {
        await beginAnew();
        const dying = breakingFiles({ after: first, isDeath: true });
        await expect(change(dying.files)).rejects.toThrow(BrokenDisk);
        const next = breakingFiles({ after: second, isDeath: second % 2 === 0 });
        await change(next.files).catch(() => undefined);
        await (await CatalogFolder.open(folder)).close();
        expect([BEFORE, AFTER], `died at ${first} and ${second}`).toContainEqual(
          await filesOf(folder),
        );
      }
    }
  });

  test("is changed by one process at a time", async () => {
    const first = await CatalogFolder.open(folder);
    await expect(CatalogFolder.open(folder)).rejects.toThrow("is being changed by the process");
    await first.close();
    await (await CatalogFolder.open(folder)).close();
  });

  test("is not kept from others by a process that died, not even by one with the same number", async () => {
    const { pid: dead } = spawnSync(process.execPath, ["--version"]);
    for (const owner of [dead, process.pid]) {
      const catalog = await CatalogFolder.open(folder);
      await catalog.close();
      await writeFiles(`${folder}.staging`, new Map([["lock", String(owner)]]));
      await (await CatalogFolder.open(folder)).close();
    }
    await writeFiles(`${folder}.staging`, new Map([["lock", String(process.ppid)]]));
    const lock = join(`${folder}.staging`, "lock");
    await expect(CatalogFolder.open(folder)).rejects.toThrow(`delete ${lock}`);
    await writeFile(lock, "");
  });

  test("is changed to the end when a signal to stop comes meanwhile, which is obeyed after it", async () => {
    const script = `
      import { rename, mkdir, open, readFile, copyFile, rm, writeFile } from "node:fs/promises";
      import { CatalogFolder } from ${JSON.stringify(join(import.meta.dirname, "../../../tools/refresh/catalog-folder.ts"))};
      const interrupted = async (...parameters) => {
        process.kill(process.pid, "SIGINT");
        await new Promise((resolve) => setImmediate(resolve));
        await rename(...parameters);
      };
      const files = { rename: interrupted, mkdir, open, readFile, copyFile, rm, writeFile };
      const catalog = await CatalogFolder.open(${JSON.stringify(folder)}, files);
      for (const [path, text] of ${JSON.stringify([...CHANGES])}) await catalog.stage(path, text);
      await catalog.commit();
      await new Promise((resolve) => setTimeout(resolve, 10_000));`;
    const { signal, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script]);
    expect(stderr.toString()).toBe("");
    expect(signal).toBe("SIGINT");
    expect(await filesOf(folder)).toEqual(AFTER);
  });
});
