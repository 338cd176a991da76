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

/**
 * What the compiler has against each claim: unknown keys, wrong types, what is missing. It is asked once for all
 * of them: to start it and to read the published types takes longer than to compare.
 */
export async function faultsOfEach(claims: readonly Claim[]): Promise<string[]> {
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
    const output = ["--pretty", "false"];
    const compiler = join(ROOT, "node_modules/.bin/tsc");
    const words = [compiler, ...flags, ...resolution, ...output, ...files];
    const { said } = await run(words, { folder: VALIDATORS, mayFail: true });
    return faultsByClaim(said, claims.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The compiler's lines by the number in the name of their file; a fault goes on in lines that are indented. */
function faultsByClaim(said: string, count: number): string[] {
  const faults = Array.from({ length: count }, () => "");
  let current = -1;
  for (const line of said.split("\n").filter((text) => text !== "")) {
    const named = /^claims-[^/]+\/claim-(\d+)\.ts\(/u.exec(line)?.[1];
    if (named !== undefined) current = Number(named);
    else if (!line.startsWith(" ") || current === -1) throw new Error(`the compiler said: ${said}`);
    faults[current] += `${line}\n`;
  }
  return faults;
}
