import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { follow } from "./_follow.ts";
import { asksEngine, PLACES, stepsAt } from "./_page.ts";
import { copyProject, type ProjectCopy } from "./_project-copy.ts";

/** Those that ask a container engine are tried on one, in engine.test.ts; a plain server is a machine of its own. */
const HERE = PLACES.filter((place) => !asksEngine(place) && place !== "server");

/** What is said when the commands have done what the page promises. */
const SAID: Readonly<Record<string, readonly RegExp[]>> = {
  cloudflare: [/"status":"healthy"/u, /EXCHANGE_RATES/u, /RATE_LIMITER/u],
  "deno-deploy": [/"status":"healthy"/u],
  kubernetes: [/kind: Deployment/u, /kind: Ingress/u],
};

describe("the commands lead to what the pages promise", () => {
  let project: ProjectCopy;
  beforeAll(async () => {
    project = await copyProject();
  });
  afterAll(() => project.remove());

  test.each(HERE)(
    "%s",
    async (place) => {
      let said = "";
      for (const { commands } of stepsAt(place)) {
        said += await follow(commands, { folder: project.folder });
      }
      expect(SAID[place]).toBeDefined();
      for (const pattern of SAID[place] ?? []) expect(said).toMatch(pattern);
    },
    400_000,
  );
});
