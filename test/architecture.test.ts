import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** What a folder's files may import. The first rule that fits a file holds. */
interface ImportRule {
  readonly files: RegExp;
  /** The project's own files. */
  readonly own: RegExp;
  /** Own files of which only types may be imported. */
  readonly typesOf?: RegExp;
  readonly packages: RegExp;
}

const NONE = /^$/u;
const RULES: readonly ImportRule[] = [
  {
    files: /^shared\/engine\//u,
    own: /^shared\/(?:engine\/|units\.ts)/u,
    packages: NONE,
  },
  {
    files: /^shared\/(?:units|fields|hourly-profile)\.ts$/u,
    own: NONE,
    packages: NONE,
  },
  {
    files: /^shared\/schema\//u,
    own: /^shared\/(?:schema\/|import\/|(?:fields|hourly-profile|drivers\/driver-names)\.ts|catalog\/(?:egress-area|providers|purchase|rate-card|machine-table)\.ts)/u,
    packages: /^zod\/mini$/u,
  },
  {
    files: /^shared\/import\//u,
    own: /^shared\/(?:import\/|units\.ts)/u,
    packages: NONE,
  },
  {
    files: /^shared\/messages\//u,
    own: /^shared\/(?:messages\/|engine\/errors\.ts)/u,
    packages: NONE,
  },
  {
    files: /^shared\/mapping\//u,
    own: /^shared\/(?!schema\/)/u,
    typesOf: /^shared\/schema\//u,
    packages: NONE,
  },
  {
    files: /^shared\//u,
    own: /^shared\/(?!schema\/)/u,
    packages: NONE,
  },
  // It is used where nothing else of the project is.
  { files: /^client\//u, own: /^client\//u, packages: NONE },
  {
    files:
      /^worker\/(?:(?:node|deno(?:-deploy)?|disk-\w+|healthcheck)\.ts$|(?:node|custom-catalog)\/|config\/server-variables\.ts$)/u,
    own: /^(?:shared|worker)\//u,
    packages:
      /^(?:node:.+|zod\/mini|pino|prom-client|rate-limiter-flexible|@redis\/client|lru-cache|proxy-addr|rotating-file-stream)$/u,
  },
  { files: /^worker\/build\//u, own: /^worker\/build\//u, packages: /./u },
  {
    files: /^worker\//u,
    own: /^(?:shared\/|worker\/(?!node|deno|disk-|custom-catalog|build|config\/server-))/u,
    packages: /^(?:itty-router\/IttyRouter|zod\/mini)$/u,
  },
  {
    files: /^web\/(?:(?:embed\/)?vite\.config\.ts$|build\/)/u,
    own: /^(?:web|shared)\//u,
    packages: /./u,
  },
  {
    files: /^web\//u,
    own: /^(?:web\/|shared\/(?!schema\/))/u,
    typesOf: /^shared\/schema\//u,
    packages: /^(?:lit(?:\/.+)?|uplot(?:\/.+)?)$/u,
  },
];

interface Import {
  readonly target: string;
  readonly isTypeOnly: boolean;
  /** Loaded when it is wanted. */
  readonly isLater: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(?<type>type\s)?(?:[^;"']*?\sfrom\s*)?["'](?<from>[^"']+)["']|import\(\s*["'](?<lazy>[^"']+)["']\s*\)/gu;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(IMPORT)].map(({ groups }) => {
    const name = (groups?.["from"] ?? groups?.["lazy"] ?? "").replace(/\?.*$/u, "");
    const target = name.startsWith(".")
      ? relative(ROOT, resolve(join(ROOT, dirname(file)), name))
      : name;
    return {
      target,
      isTypeOnly: groups?.["type"] !== undefined,
      isLater: groups?.["lazy"] !== undefined,
    };
  });
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}

function isAllowed(file: string, { target, isTypeOnly }: Import): boolean {
  const rule = RULES.find(({ files }) => files.test(file));
  if (rule === undefined) return false;
  const isOwn = /^(?:client|shared|worker|web|test|tools|bench)\//u.test(target);
  if (!isOwn) return rule.packages.test(target);
  return rule.own.test(target) || (isTypeOnly && rule.typesOf?.test(target) === true);
}

describe("imports follow the directions of docs/architecture.md", () => {
  test.each(["client", "shared", "worker", "web"])("%s", (folder) => {
    const files = sourceFiles(folder);
    const forbidden = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !isAllowed(file, imported))
        .map(({ target }) => `${file} → ${target}`),
    );
    expect(files.length).toBeGreaterThan(1);
    expect(forbidden).toEqual([]);
  });

  test("the check would see a forbidden import", () => {
    const imports = (target: string) => ({ target, isTypeOnly: false, isLater: false });
    expect(isAllowed("shared/engine/curve.ts", imports("shared/catalog/card.ts"))).toBe(false);
    expect(isAllowed("shared/simulate.ts", imports("worker/app.ts"))).toBe(false);
    expect(isAllowed("shared/simulate.ts", imports("node:fs"))).toBe(false);
    expect(isAllowed("worker/app.ts", imports("web/main.ts"))).toBe(false);
    expect(isAllowed("worker/app.ts", imports("node:fs"))).toBe(false);
    expect(isAllowed("worker/cloudflare.ts", imports("worker/node/log.ts"))).toBe(false);
    expect(isAllowed("worker/cloudflare.ts", imports("pino"))).toBe(false);
    expect(isAllowed("web/main.ts", imports("worker/app.ts"))).toBe(false);
    expect(isAllowed("web/main.ts", imports("zod/mini"))).toBe(false);
  });
});

/** Files of which each imports the next and the last the first: a circle for each import that closes one. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start !== -1) circles.push(way.slice(start));
    if (start !== -1 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

describe("no file imports another that comes back to it, types included and what is loaded later left out", () => {
  test.each(["client", "shared", "worker", "web", "tools", "bench"])("%s", (folder) => {
    const imports = new Map(
      sourceFiles(folder).map((file) => {
        const atOnce = importsOf(file).filter(({ isLater }) => !isLater);
        return [file, atOnce.map(({ target }) => target)];
      }),
    );
    expect(imports.size).toBeGreaterThan(1);
    expect(circlesIn(imports)).toEqual([]);
  });

  test("the check would see a circle, also one of three files", () => {
    const imports = new Map([
      ["a.ts", ["b.ts", "c.ts"]],
      ["b.ts", ["c.ts"]],
      ["c.ts", ["b.ts"]],
      ["d.ts", ["a.ts", "e.ts"]],
      ["e.ts", ["f.ts"]],
      ["f.ts", ["d.ts"]],
    ]);
    expect(circlesIn(imports)).toEqual([
      ["b.ts", "c.ts"],
      ["d.ts", "e.ts", "f.ts"],
    ]);
  });
});
