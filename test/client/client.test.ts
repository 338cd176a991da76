import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  createClient,
  ProblemError,
  type Client,
  type CompareAnswer,
  type CompareRequest,
} from "../../client/client.ts";
import { OPERATIONS } from "../../client/operations.ts";
import { OPERATIONS_FILE, operationsFile } from "../../tools/client/operations-file.ts";
import { DOCUMENTED_EXAMPLES } from "../../tools/openapi/examples.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { inProcess, nodeServer, type Runtime } from "../_runtimes.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const runtime = inProcess();
const client = createClient({
  baseUrl: "https://host/",
  fetch: (url, init) => runtime.fetch(url, init),
});
const QUESTION: CompareRequest = {
  workload: { monthly_executions: 1_000_000, execution_time_ms: 120, memory_mb: 512 },
  offers: [
    { kind: "function", provider: "aws_lambda", region: "ap-northeast-1" },
    { kind: "machine", provider: "aws_ec2", region: "ap-northeast-1", instance_type: "t3.small" },
  ],
};

describe("the client", () => {
  test("knows the API as the document has it now", () => {
    const isCurrent = readFileSync(OPERATIONS_FILE, "utf8") === operationsFile();
    expect(isCurrent, "client/operations.ts is old: run `npm run client:types`").toBe(true);
  });

  test("has every operation, each answered by the worker", async () => {
    expect(Object.keys(OPERATIONS)).toHaveLength(ROUTES.length);
    for (const [name, [, path]] of Object.entries(OPERATIONS)) {
      const pattern = path.replaceAll(/\{(\w+)\}/gu, ":$1");
      const example = DOCUMENTED_EXAMPLES[pattern]?.[0]?.input;
      const ask = client[name as keyof Client] as (request?: object) => Promise<unknown>;
      const answer = await ask(example);
      const isText = typeof answer === "string";
      expect(isText ? answer.length > 20 : Object.keys(answer as object).length > 1, name).toBe(
        true,
      );
    }
  });

  test("gives typed answers to typed questions", async () => {
    const { data } = await client.compare(QUESTION);
    expectTypeOf(data).toEqualTypeOf<CompareAnswer["data"]>();
    expectTypeOf(data.offers[0]?.monthly_cost).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(data.verdict.cheapest).toEqualTypeOf<string | null>();
    expect(data.offers.map(({ kind }) => kind)).toEqual(["function", "machine"]);

    const region = await client.catalogProviderRegion({ provider: "sakura", region: "tk1" });
    expect(region.data.currency).toBe("JPY");
    expectTypeOf(region.data.currency).toEqualTypeOf<"USD" | "JPY">();

    const machines = await client.calculatorInstances();
    expectTypeOf(machines.prices_as_of).toEqualTypeOf<string | null>();
    expectTypeOf(client.calculatorExportCsv).returns.resolves.toEqualTypeOf<string>();
  });

  test("does not compile with a question that the API would refuse", () => {
    const wrong = () => [
      // @ts-expect-error -- a workload is required
      client.compare({ offers: [] }),
      // @ts-expect-error -- nobody sells this
      client.calculatorVm({ provider: "heroku", instance_type: "dyno" }),
      // @ts-expect-error -- the path needs both
      client.catalogProviderRegion({ provider: "aws" }),
      // @ts-expect-error -- the catalog is asked nothing
      client.catalog({ provider: "aws" }),
      // @ts-expect-error -- the body is another calculation's
      client.batch({ items: [{ calculation: "budget", body: { amount: 1 } }] }),
    ];
    expectTypeOf(wrong).toBeFunction();
  });

  test("throws the API's problem", async () => {
    const asked = client.calculatorLambda({
      memory_mb: 1,
      execution_time_seconds: 1,
      monthly_executions: 1,
    });
    const error: unknown = await asked.catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(ProblemError);
    if (!(error instanceof ProblemError)) return;
    expect(error.status).toBe(400);
    expect(error.message).toContain("memory_mb must be at least 128");
    expect(error.problem?.errors?.[0]?.path).toBe("memory_mb");
  });

  test("says so when something in between has answered", async () => {
    const behindProxy = createClient({
      baseUrl: "https://host",
      fetch: () => Promise.resolve(new Response("<h1>502</h1>", { status: 502 })),
    });
    await expect(behindProxy.catalog()).rejects.toMatchObject({
      status: 502,
      problem: null,
      message: "the API answered with status 502",
    });
  });

  test("sends its headers, and stops when it is told to", async () => {
    const sent: RequestInit[] = [];
    const noting = createClient({
      baseUrl: "https://host",
      headers: { "x-request-id": "mine" },
      fetch: (url, init) => {
        sent.push(init);
        return runtime.fetch(url, init);
      },
    });
    const aborted = AbortSignal.abort();
    await noting.calculatorCurrencyConvert({ amount: 1 }, { headers: { accept: "*/*" } });
    expect(sent[0]?.headers).toEqual({
      "x-request-id": "mine",
      accept: "*/*",
      "content-type": "application/json",
    });
    await noting.calculatorCurrencyConvert({ amount: 1 }, { signal: aborted }).catch(() => null);
    expect(sent[1]?.signal).toBe(aborted);
  });
});

describe("the package's export", () => {
  let server: Runtime;
  beforeAll(async () => {
    server = await nodeServer();
  });
  afterAll(() => server.close());

  test("asks a server with the platform's own fetch", async () => {
    // By a name that is no literal: what the build makes is not there when types are checked.
    const name = ["cost-simulator", "client"].join("/");
    const built = (await import(name)) as { readonly createClient: typeof createClient };
    const { data } = await built.createClient({ baseUrl: server.url }).compare(QUESTION);
    expect(data.verdict.cheapest).toBe(data.offers[0]?.id);
  });

  describe("in a project that installed what `npm pack` makes", () => {
    let project = "";
    beforeAll(() => {
      project = mkdtempSync(join(tmpdir(), "client-user-"));
      for (const path of packedFiles()) {
        const place = join(project, "node_modules/cost-simulator", path);
        mkdirSync(dirname(place), { recursive: true });
        copyFileSync(join(ROOT, path), place);
      }
    });
    afterAll(() => rmSync(project, { recursive: true }));

    test("is all there is", () => {
      const others = packedFiles().filter((path) => !path.startsWith("client/dist/"));
      expect(others.toSorted()).toEqual(["LICENSE", "README.md", "package.json"]);
    });

    test("has types, which refuse what the API would", () => {
      expect(typeFaults(`await client.compare({ workload: {}, offers: [] });`)).toBe("");
      const faults = typeFaults(`const cost: string = (await client.catalog()).data.prices;`);
      expect(faults).toContain("Type 'number' is not assignable to type 'string'");
    });

    test("asks a server", () => {
      writeFileSync(
        join(project, "user.mjs"),
        `import { createClient } from "cost-simulator/client";
         const client = createClient({ baseUrl: ${JSON.stringify(server.url)} });
         const { data } = await client.compare(${JSON.stringify(QUESTION)});
         console.log(data.verdict.cheapest);`,
      );
      expect(ran([join(project, "user.mjs")])).toBe("aws_lambda/ap-northeast-1/x86_64\n");
    });

    /** What the compiler says of code that uses the package. */
    function typeFaults(code: string): string {
      writeFileSync(
        join(project, "user.mts"),
        `import { createClient } from "cost-simulator/client";
         export const client = createClient({ baseUrl: "https://host" });
         ${code}`,
      );
      const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
      const options = ["--noEmit", "--strict", "--target", "es2024", "--module", "nodenext"];
      return ran([compiler, ...options, "--types", "", join(project, "user.mts")]);
    }

    /** What a program of Node's says in the project. */
    function ran(program: readonly string[]): string {
      return spawnSync(process.execPath, program, { encoding: "utf8", cwd: project }).stdout;
    }
  });
});

/** The files that `npm pack` puts into the package; the build has made them. */
function packedFiles(): string[] {
  const listing = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout } = spawnSync("npm", listing, { encoding: "utf8", cwd: ROOT });
  const packages = JSON.parse(stdout) as Record<string, { files: { path: string }[] }>;
  return Object.values(packages).flatMap(({ files }) => files.map(({ path }) => path));
}
