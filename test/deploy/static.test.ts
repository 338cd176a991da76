import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { MEDIA_TYPES } from "../../worker/disk-files.ts";
import { headerRules, headersFor, TRANSPORT_SECURITY } from "../../worker/http/headers.ts";
import { head } from "./_proxy.ts";
import { freePort } from "./_redis.ts";
import { run, ROOT } from "./_run.ts";

let url = "";
let stop = () => Promise.resolve();
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  // Its processes are another user than who starts it, and read the files from a place of their own.
  chmodSync(folder, 0o755);
  await run(["cp", "-R", join(ROOT, "dist"), join(folder, "dist")]);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const text = readFileSync(join(ROOT, "deploy/static/nginx.conf"), "utf8")
    .replace("listen 8080", `listen 127.0.0.1:${port}`)
    .replaceAll(" /tmp/", ` ${folder}/`)
    .replace("/srv/cost-simulator", join(folder, "dist"))
    .replace("/dev/stderr", join(folder, "error.log"));
  const configuration = join(folder, "nginx.conf");
  writeFileSync(configuration, text);
  const words = ["-p", folder, "-c", configuration];
  await run(["nginx", "-t", "-q", ...words]);
  const child = spawn("nginx", [...words, "-g", "daemon off;"], { stdio: "inherit" });
  stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGQUIT");
    await ended;
  };
  await vi.waitFor(() => fetch(url), { timeout: 20_000 });
});
afterAll(() => stop());

/** The first file in a folder of dist whose name ends so. */
function fileIn(folder: string, ending: string): string {
  const names = readdirSync(join(ROOT, "dist", folder), { recursive: true, encoding: "utf8" });
  return `/${folder}/${names.find((name) => name.endsWith(ending))}`;
}

describe("the files alone, on nginx", () => {
  test.each([
    ["/", ".html"],
    ["/verify.html", ".html"],
    ["/service-worker.js", ".js"],
    [fileIn("assets", ".js"), ".js"],
    [fileIn("embed", ".js"), ".js"],
    ["/embed/frame.html", ".html"],
    ["/rate-cards/index.json", ".json"],
    ["/schemas/v1/index.json", ".json"],
    ["/openapi.json", ".json"],
    ["/custom-elements.json", ".json"],
    ["/manifest.webmanifest", ".webmanifest"],
    ["/favicon.svg", ".svg"],
    ["/search/machines.bin", ".bin"],
  ])("%s has the headers and the type that the server gives it", async (path, ending) => {
    const { status, headers } = await head(url + path);
    expect(status).toBe(200);
    const expected = { ...headersFor(path, headerRules()), ...TRANSPORT_SECURITY };
    expect(headers).toMatchObject(expected);
    const type = MEDIA_TYPES[ending]?.replace("text/javascript", "application/javascript");
    expect(headers["content-type"]?.replace("text/javascript", "application/javascript")).toBe(
      type,
    );
    const others = ["access-control-allow-origin", "cross-origin-resource-policy"];
    for (const name of others) expect(name in headers, name).toBe(name in expected);
  });

  test("are found without their ending", async () => {
    for (const path of ["/docs", "/docs/ja", "/verify"]) {
      const { status, headers } = await head(url + path);
      expect([status, headers["content-type"]], path).toEqual([200, "text/html; charset=utf-8"]);
    }
    expect((await head(`${url}/nothing`)).status).toBe(404);
  });

  test("are sent compressed, and the build's copies not by themselves", async () => {
    const { headers } = await head(`${url}/openapi.json`, "--header", "accept-encoding: gzip");
    expect(headers["content-encoding"]).toBe("gzip");
    for (const path of ["/openapi.json.gz", "/openapi.json.br", "/_headers", "/.assetsignore"]) {
      expect((await head(url + path)).status, path).toBe(404);
    }
  });
});
