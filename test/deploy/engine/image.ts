import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { VERSION } from "../../../worker/version.ts";
import { KEPT, NODE_VERSION } from "../_debian.ts";
import { docker, ENVIRONMENT } from "../_engine.ts";
import { buildImage, importBase } from "../_images.ts";
import { run, ROOT } from "../_run.ts";

const PORT = 15_801;
const ADDRESS = `http://127.0.0.1:${PORT}`;
const MB = 1_000_000;

/** One thing that the engine knows of a container or an image. */
async function inspect(name: string, format: string): Promise<string> {
  return (await docker(["inspect", name, "--format", format])).output;
}

/** Runs the image as the Makefile does, and resolves with how long the first answer took. */
async function make(target: string, more: Readonly<Record<string, string>> = {}): Promise<number> {
  const startedMs = performance.now();
  const settings = { PUBLISH: `127.0.0.1:${PORT}`, NAME: "single", ...more };
  const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  await run(["make", target, "DOCKER=/usr/bin/docker", ...words], {
    environment: ENVIRONMENT,
  });
  if (target === "docker-run") {
    await expect.poll(() => statusOf("/health"), { interval: 20 }).toBeGreaterThan(0);
  }
  return performance.now() - startedMs;
}

async function statusOf(path: string): Promise<number> {
  try {
    return (await fetch(ADDRESS + path)).status;
  } catch {
    return 0;
  }
}

/** Runs JavaScript in the container; there is nothing else to run there. */
async function inContainer(code: string): Promise<unknown> {
  const { output } = await docker(["exec", "single", "node", "--print", code]);
  return JSON.parse(output);
}

/** The image, on an engine that has built it. */
export function imageTests(): void {
  test("has the base of the node that the project pins", () => {
    const dockerfile = readFileSync(join(ROOT, "Dockerfile"), "utf8");
    expect(dockerfile).toContain(`ARG NODE_IMAGE=node:${NODE_VERSION}-bookworm-slim`);
    expect(dockerfile).toContain(`ARG VERSION=${VERSION}`);
  });

  test("says what it is, and is not root", async () => {
    const labels = JSON.parse(await inspect("cost-simulator", "{{json .Config.Labels}}")) as object;
    const revision = (await run(["git", "rev-parse", "HEAD"])).output;
    expect(labels).toMatchObject({
      "org.opencontainers.image.licenses": "Apache-2.0",
      "org.opencontainers.image.revision": revision,
      "org.opencontainers.image.version": VERSION,
    });
    expect(await inspect("cost-simulator", "{{.Config.User}} {{.Config.StopSignal}}")).toBe(
      "1000:1000 SIGTERM",
    );
  });

  test("is under 90 MB compressed, much smaller than its base", async () => {
    const base = await importBase();
    const compressed = async (name: string) => {
      const archive = `'${name}' | gzip -6 | wc --bytes`;
      const { output } = await run(["sh", "-c", `/usr/bin/docker save ${archive}`], {
        environment: ENVIRONMENT,
      });
      return Number(output) / MB;
    };
    const names = ["cost-simulator:latest", base];
    const [size = Infinity, baseSize = 0] = await Promise.all(names.map(compressed));
    console.log(`image: ${size.toFixed(1)} MB compressed; its base: ${baseSize.toFixed(1)} MB`);
    expect(size).toBeLessThan(65);
    expect(size).toBeLessThan(0.8 * baseSize);
  });

  test("is the same to the bit when it is built again from nothing", async () => {
    const layers = "{{json .RootFS.Layers}}";
    const first = await inspect("cost-simulator", layers);
    await buildImage("cost-simulator:again", "--no-cache");
    expect(await inspect("cost-simulator:again", layers)).toBe(first);
  }, 300_000);
}

/** A container of the image, run as the Makefile does. */
export function containerTests(): void {
  test("answers, without root, capabilities, a shell or anything to write to", async () => {
    const startedMs = await make("docker-run");
    console.log(`container: first answer after ${startedMs.toFixed(0)} ms`);
    expect(startedMs).toBeLessThan(20_000);
    expect(await statusOf("/")).toBe(200);
    expect(await statusOf("/embed/cost-simulator.js")).toBe(200);
    expect(await statusOf("/api/v1/catalog")).toBe(200);
    const files = `const { existsSync, readdirSync, readFileSync, writeFileSync } = require("fs");`;
    expect(await inContainer(`${files} process.getuid()`)).toBe(1000);
    const status = `readFileSync("/proc/1/status", "utf8").match(/CapEff:.*|CapBnd:.*|NoNewPrivs:.*/g)`;
    expect(await inContainer(`${files} JSON.stringify(${status})`)).toEqual([
      "CapEff:\t0000000000000000",
      "CapBnd:\t0000000000000000",
      "NoNewPrivs:\t1",
    ]);
    expect(await inContainer(`${files} existsSync("/bin") || existsSync("/usr/bin")`)).toBe(false);
    const writes = `try { writeFileSync("/app/x", ""); "null" } catch ({ code }) { JSON.stringify(code) }`;
    expect(await inContainer(`${files} ${writes}`)).toBe("EROFS");
  });

  test("tells what is in it: npm's packages and Debian's", async () => {
    const files = `const { readdirSync, readFileSync } = require("fs");`;
    const bill = await inContainer(`${files} readFileSync("/app/sbom.cyclonedx.json", "utf8")`);
    expect(bill).toMatchObject({ bomFormat: "CycloneDX" });
    const { components } = bill as { components: { name: string }[] };
    expect(components.map(({ name }) => name)).toContain("pino");
    const records = `JSON.stringify(readdirSync("/var/lib/dpkg/status.d").toSorted())`;
    expect(await inContainer(`${files} ${records}`)).toEqual(["libc6", "libgcc-s1", "libstdc++6"]);
  });

  test("has no more processes than its memory carries, however many CPUs there are", async () => {
    const count = `require("fs").readdirSync("/proc").filter((name) => /^\\d+$/.test(name)).length`;
    // The engine's own, the primary, one for each CPU, and the one that counts.
    const cpus = (await inContainer(`require("os").availableParallelism()`)) as number;
    await expect.poll(() => inContainer(count)).toBe(Math.min(cpus, 4) + 3);
    await make("docker-stop");
    await make("docker-run", { RUN_FLAGS: "--memory 256m" });
    expect(await inContainer(count)).toBe(3);
    await make("docker-stop");
    await make("docker-run");
  });

  test("has no source maps or types of its dependencies", async () => {
    const find = `require("fs").readdirSync("/app/node_modules", { recursive: true })`;
    const left = `${find}.filter((name) => /\\.map$|\\.d\\.[cm]?ts$/.test(name)).length`;
    expect(await inContainer(left)).toBe(0);
  });

  test("has the licence of each of its dependencies", async () => {
    const find = `require("fs").readdirSync("/app/node_modules", { recursive: true })`;
    const names = (await inContainer(`JSON.stringify(${find})`)) as string[];
    const isLicence = (name: string) => /^licen[cs]e/iu.test(name);
    const packages = names.filter((name) => name.endsWith("/package.json")).map(dirname);
    const licences = packages.flatMap((name) =>
      readdirSync(join(ROOT, "node_modules", name))
        .filter(isLicence)
        .map((file) => `${name}/${file}`),
    );
    expect(licences.length).toBeGreaterThan(10);
    expect(names).toEqual(expect.arrayContaining(licences));
  });

  test("is found healthy, stops when it is told to, and ends with 0", async () => {
    await expect.poll(() => inspect("single", "{{.State.Health.Status}}")).toBe("healthy");
    await docker(["stop", "--time", "40", "single"]);
    expect(await inspect("single", "{{.State.ExitCode}}")).toBe("0");
    await make("docker-stop");
    const named = ["ps", "--all", "--quiet", "--filter", "name=single"];
    expect((await docker(named)).output).toBe("");
  });

  test("is found unhealthy when the engine's self-test fails", async () => {
    const broken = join(KEPT, "broken-self-test.ts");
    await writeFile(
      broken,
      "export const selfTest = () => ({ functions: false, machines: true, egress: true });\n",
    );
    await make("docker-run", {
      RUN_FLAGS: `--volume ${broken}:/app/shared/self-test.ts:ro --health-interval 1s --health-start-period 1ms`,
    });
    expect(await statusOf("/health")).toBe(503);
    await expect.poll(() => inspect("single", "{{.State.Health.Status}}")).toBe("unhealthy");
    await make("docker-stop");
  });
}
