import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DownloadFolder } from "../../../tools/refresh/download-folder.ts";
import { SILENT } from "../../../tools/refresh/terminal-progress.ts";
import { patience } from "./_patience.ts";
import { startReplayServer, type Fault, type ReplayServer } from "./_replay-server.ts";

const { startTimer, runOut, refreshed } = patience();
const QUICK = { retries: 4, leastBackOffMs: 1, mostBackOffMs: 4, startTimer };
const TEXT = JSON.stringify({ prices: Array.from({ length: 20_000 }, (_, index) => index) });

let folder = "";
let text = TEXT;
let server: ReplayServer | null = null;

beforeEach(async () => {
  text = TEXT;
  folder = await mkdtemp(join(tmpdir(), "downloads-"));
});
afterEach(async () => {
  await server?.stop();
  server = null;
  await rm(folder, { recursive: true });
});

async function serve(kinds: readonly Fault[], most: number): Promise<string> {
  const respond = (url: URL) => (url.pathname === "/list" ? text : null);
  server = await startReplayServer(respond, { seed: 7, rate: 1, kinds, most }, runOut);
  return server.url;
}

describe("a download", () => {
  test.each(["500", "503", "429", "reset", "truncated", "hang", "html"] as const)(
    "is tried again after: %s",
    async (fault) => {
      const url = await serve([fault], 2);
      const downloads = new DownloadFolder(folder, QUICK);
      expect(JSON.stringify(await downloads.json("list.json", `${url}/list`))).toBe(TEXT);
      expect(server?.requests.map((request) => request.fault)).toEqual([fault, fault, null]);
    },
  );

  test("is waited for as long as something comes, however slowly", async () => {
    const url = await serve(["slow"], 1);
    const before = refreshed();
    const downloads = new DownloadFolder(folder, QUICK);
    expect(JSON.stringify(await downloads.json("list.json", `${url}/list`))).toBe(TEXT);
    expect(refreshed()).toBeGreaterThan(before);
    expect(server?.requests).toHaveLength(1);
  });

  test("is given up by the clock when nothing comes, and tried again", async () => {
    const url = await serve(["hang"], 1);
    const { startTimer: _, ...settings } = QUICK;
    const downloads = new DownloadFolder(folder, { ...settings, stallMs: 50, retries: 20 });
    expect(JSON.stringify(await downloads.json("list.json", `${url}/list`))).toBe(TEXT);
  });

  test("that fails again and again is an error that names the address", async () => {
    const url = await serve(["500"], 99);
    const downloads = new DownloadFolder(folder, QUICK);
    await expect(downloads.json("list.json", `${url}/list`)).rejects.toThrow(
      `${url}/list answered 500`,
    );
    expect(server?.requests).toHaveLength(5);
    expect(await readdir(folder)).toEqual([]);
  });

  test("of something that is not there is not tried again", async () => {
    const url = await serve([], 0);
    const downloads = new DownloadFolder(folder, QUICK);
    await expect(downloads.json("nothing.json", `${url}/nothing`)).rejects.toThrow("answered 404");
    expect(server?.requests).toHaveLength(1);
  });

  test("shows nobody's key", async () => {
    const url = await serve([], 0);
    const downloads = new DownloadFolder(folder, QUICK);
    const failed = downloads.json("nothing.json", `${url}/nothing?key=secret&page=2`);
    await expect(failed).rejects.toThrow("/nothing?key=…&page=2 answered 404");
  });

  test("of a page that is there already asks for nothing", async () => {
    const url = await serve([], 0);
    await new DownloadFolder(folder, QUICK).json("list.json", `${url}/list`);
    const again = new DownloadFolder(folder, QUICK);
    expect(JSON.stringify(await again.json("list.json", `${url}/list`))).toBe(TEXT);
    expect(server?.requests).toHaveLength(1);
  });

  test("of the same name from another address is another", async () => {
    const url = await serve([], 0);
    const downloads = new DownloadFolder(folder, QUICK);
    await downloads.json("list.json", `${url}/list`);
    await downloads.json("list.json", `${url}/list?page=2`);
    expect(server?.requests).toHaveLength(2);
  });

  test("says why it waits", async () => {
    const url = await serve(["503"], 1);
    const said: string[] = [];
    const progress = { ...SILENT, say: (line: string) => said.push(line) };
    await new DownloadFolder(folder, { ...QUICK, progress }).json("list.json", `${url}/list`);
    expect(said).toEqual([`${url}/list answered 503; again in 1 s`]);
  });
});

describe("a large file", () => {
  test.each(["500", "reset", "hang"] as const)("comes whole in spite of: %s", async (fault) => {
    const url = await serve([fault], 3);
    const downloads = new DownloadFolder(folder, QUICK);
    const path = await downloads.file("offer.json", `${url}/list`);
    expect(await readFile(path, "utf8")).toBe(TEXT);
    expect(await readdir(folder)).toEqual([basename(path)]);
  });

  test("that was begun is gone on with where it broke off", async () => {
    const url = await serve([], 0);
    const path = await breakOff(url, 1000);
    expect(await new DownloadFolder(folder, QUICK).file("offer.json", `${url}/list`)).toBe(path);
    expect(await readFile(path, "utf8")).toBe(TEXT);
    expect(server?.requests.at(-1)?.range).toBe(`bytes 1000-${TEXT.length - 1}/${TEXT.length}`);
  });

  test("that has changed since is begun anew", async () => {
    const url = await serve([], 0);
    const path = await breakOff(url, 1000);
    text = TEXT.replaceAll("1", "2");
    await new DownloadFolder(folder, QUICK).file("offer.json", `${url}/list`);
    expect(await readFile(path, "utf8")).toBe(text);
    expect(server?.requests.at(-1)?.range).toBeNull();
  });
});

/** Leaves the file as a run does that broke off after so many bytes; answers the path of the whole. */
async function breakOff(url: string, bytes: number): Promise<string> {
  const path = await new DownloadFolder(folder, QUICK).file("offer.json", `${url}/list`);
  const { headers } = await fetch(`${url}/list`);
  await writeFile(`${path}.part`, TEXT.slice(0, bytes));
  await writeFile(`${path}.part.validator`, headers.get("etag") ?? "");
  await rm(path);
  return path;
}
