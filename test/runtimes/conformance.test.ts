import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conformance, type Asked } from "../../tools/conformance/conformance.ts";
import { requestMaker } from "../../tools/conformance/generated-request.ts";
import { openApiDocument } from "../../tools/openapi/document.ts";
import { allRuntimes, inProcess, type Runtime } from "../_runtimes.ts";

const document = openApiDocument();
const SEED = 7;
const REQUESTS = 1000;
/** Four platforms on a slow machine. */
const TIME_MS_MAX = 240_000;

describe("requests made from the API document", () => {
  let runtimes: Runtime[] = [];
  beforeAll(async () => {
    runtimes = await allRuntimes();
  });
  afterAll(() => Promise.all(runtimes.map((runtime) => runtime.close())));

  test(
    "are answered as it says, never with an error of the server, and everywhere the same",
    async () => {
      const outcome = await conformance(document, runtimes, { seed: SEED, requests: REQUESTS });
      const told = outcome.faults.map(
        ({ request, platform, fault }) => `${request.index} on ${platform}: ${fault}`,
      );
      expect(told).toEqual([]);
      expect(Object.values(outcome.kinds).every((count) => count > REQUESTS / 8)).toBe(true);
      expect(outcome.valid.answered / outcome.valid.asked).toBeGreaterThan(0.6);
      expect([...outcome.statuses.keys()]).toEqual(
        expect.arrayContaining([200, 400, 404, 406, 413, 415]),
      );
      const operations = Object.values(document.paths).flatMap(Object.keys);
      expect(outcome.operations.size).toBe(operations.length);
    },
    TIME_MS_MAX,
  );
});

describe("a run over the document", () => {
  const sound = inProcess();
  const faultsOf = async (...platforms: Asked[]) => {
    const { faults } = await conformance(document, platforms, { seed: SEED, requests: 60 });
    return faults.map(({ fault }) => fault);
  };

  /** A platform that gives something else for what it should have answered. */
  const changed = (change: (text: string, response: Response) => Response): Asked => ({
    name: "changed",
    fetch: async (path, init) => {
      const response = await sound.fetch(path, init);
      return change(await response.text(), response);
    },
  });

  test("that is stopped tells of what has been answered, and of nothing that its end has cut off", async () => {
    const stop = new AbortController();
    const gone: Asked = {
      name: "gone",
      fetch: (path, init) =>
        stop.signal.aborted ? Promise.reject(new Error("gone")) : sound.fetch(path, init),
    };
    const { requests, kinds, faults } = await conformance(document, [sound, gone], {
      seed: SEED,
      requests: 1000,
      stop: stop.signal,
      progress: (done) => {
        if (done === 50) stop.abort();
      },
    });
    expect(requests).toBeGreaterThanOrEqual(50);
    expect(requests).toBeLessThan(1000);
    expect(kinds.valid + kinds.boundary + kinds.broken).toBe(requests);
    expect(faults).toEqual([]);
  });

  test("makes the same requests for the same seed, and others for another", () => {
    const texts = (seed: number) => {
      const make = requestMaker(document, seed);
      return Array.from({ length: 50 }, (_, index) => {
        const { path, body } = make(index);
        return `${path} ${body ?? ""}`;
      });
    };
    expect(texts(1)).toEqual(texts(1));
    expect(texts(1)).not.toEqual(texts(2));
  });

  test("sees an error of the server", async () => {
    const broken = changed(() => new Response("{}", { status: 500 }));
    expect(
      (await faultsOf(broken)).filter((fault) => fault.startsWith("answers 500")),
    ).toHaveLength(60);
  });

  test("sees a field that is not documented, and one that is missing", async () => {
    const more = changed(
      (text, response) => new Response(text.replace("{", '{"secret":1,'), response),
    );
    expect((await faultsOf(more)).some((fault) => fault.includes("secret"))).toBe(true);
    const less = changed(
      (text, response) => new Response(text.replace('"success":true,', ""), response),
    );
    expect((await faultsOf(less)).some((fault) => fault.includes('"success"'))).toBe(true);
  });

  test("sees a platform that answers differently", async () => {
    const other = changed(
      (text, response) =>
        new Response(
          text.replaceAll(/0\.\d+/gu, (digits) => `${digits}1`),
          response,
        ),
    );
    const faults = await faultsOf(sound, other);
    expect(faults.some((fault) => fault.startsWith("is not as on in-process"))).toBe(true);
  });
});
