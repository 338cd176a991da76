import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importBase, importServices, startEngine, type Engine } from "./_engine.ts";
import { commandsOf, follow } from "./_page.ts";
import { run, ROOT } from "./_run.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
  await importBase(engine);
  await importServices(engine);
});
afterAll(() => engine.stop());

test("the commands of docker.md lead to a healthy container", async () => {
  const said = await follow("docker.md", engine);
  expect(said).toContain('"status":"healthy"');
  expect(said).toContain("CycloneDX");
});

test("the commands of compose.md lead to a stack, and to a new version of it", async () => {
  const said = await follow("compose.md", engine);
  expect(said).toContain('"status":"healthy"');
  expect((await engine.docker(["ps", "--all", "--quiet"])).output).toBe("");
});

test("every page's commands are free of what shellcheck finds", async () => {
  const pages = readdirSync(join(ROOT, "docs/deploy"));
  for (const page of pages) {
    // Word splitting is meant where a list of containers is given.
    const options = ["--shell=bash", "--exclude=SC2086", "-"];
    const { code, said } = await run(["shellcheck", ...options], {
      input: commandsOf(page).join("\n"),
      mayFail: true,
    });
    expect(said, page).toBe("");
    expect(code).toBe(0);
  }
});
