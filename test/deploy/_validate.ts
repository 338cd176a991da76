import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { run, ROOT } from "./_run.ts";

/** Where the packages are that the tests read published types and schemas from. */
export const VALIDATORS = join(ROOT, "test/deploy/validators/");
const require = createRequire(join(VALIDATORS, "package.json"));

interface Yaml {
  readonly parse: (text: string, options?: object) => unknown;
  readonly parseAllDocuments: (text: string, options?: object) => { toJSON: () => unknown }[];
}

/** A package of the validators' own folder, which is no part of the project's packages. */
export function validator(name: string): unknown {
  return require(name);
}

/** The documents of YAML, in which no key may stand twice. */
export function documentsOf(yaml: string): Record<string, unknown>[] {
  const { parseAllDocuments } = validator("yaml") as Yaml;
  const documents = parseAllDocuments(yaml, { uniqueKeys: true, strict: true });
  return documents.map((document) => document.toJSON() as Record<string, unknown>);
}

/** The one document of a YAML file of the project. */
export function documentOf(path: string, options: object = {}): Record<string, unknown> {
  const text = readFileSync(join(ROOT, path), "utf8");
  return (validator("yaml") as Yaml).parse(text, options) as Record<string, unknown>;
}

/** A value, and the published type that it must be of. */
export interface Claim {
  readonly value: unknown;
  readonly module: string;
  readonly type: string;
}

/** What the compiler has against claims: unknown keys, wrong types, what is missing. */
export async function faultsOf(claims: readonly Claim[]): Promise<string> {
  const folder = mkdtempSync(join(VALIDATORS, "claims-"));
  try {
    const files = claims.map(({ value, module, type }, index) => {
      const file = join(folder, `claim-${index}.ts`);
      const root = type.split(".")[0];
      writeFileSync(
        file,
        `import type { ${root} } from "${module}";\nexport const claim = ${JSON.stringify(value, null, 1)} satisfies ${type};\n`,
      );
      return file;
    });
    const flags = ["--noEmit", "--strict", "--skipLibCheck", "--module", "esnext"];
    const resolution = ["--moduleResolution", "bundler", "--types", "", "--ignoreConfig"];
    const compiler = join(ROOT, "node_modules/.bin/tsc");
    const words = [compiler, ...flags, ...resolution, ...files];
    return (await run(words, { folder: VALIDATORS, mayFail: true })).said.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
