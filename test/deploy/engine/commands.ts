import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { QUESTION } from "../../runtimes/_load.ts";
import { askedDuring, statusOf } from "../_asked-during.ts";
import { docker, ENVIRONMENT, leaveNothingRunning } from "../_engine.ts";
import { FINGERPRINT } from "../_fingerprint.ts";
import { follow } from "../_follow.ts";
import { buildFlags } from "../_images.ts";
import { OWN_PRICE_ANSWERED, OWN_PRICES, PRICE_QUESTION } from "../_own-prices.ts";
import { asksEngine, PLACES, stepsAt } from "../_page.ts";
import { copyProject, type ProjectCopy } from "../_project-copy.ts";
import { run } from "../_run.ts";

/** Runbooks whose commands fail no request, where they are run under load. */
const WITHOUT_FAILURE: Readonly<Record<string, readonly string[]>> = {
  compose: ["runbooks/certificates.md", "runbooks/upgrade.md"],
  swarm: ["runbooks/upgrade.md"],
};

/** The page after which another certificate is shown. */
const CERTIFICATES = "runbooks/certificates.md";
/** The page whose commands take everything away. */
const RECOVER = "runbooks/recover.md";

/** What is said when the commands have done what the page promises. */
const SAID: Readonly<Record<string, readonly RegExp[]>> = {
  docker: [/"status":"healthy"/u, /CycloneDX/u],
  google: [/"status":"healthy"/u],
  static: [/<title>/u, /content-encoding: gzip/iu],
};

/** The commands of the pages that ask a container engine, on one that has the images of nginx and Redis. */
export function commandTests(): void {
  let project: ProjectCopy;
  const backup = mkdtempSync(join(tmpdir(), "backup-"));
  beforeAll(async () => {
    project = await copyProject();
    const stack = join(project.folder, "deploy/compose");
    // What a stranger has of his own, and must have again after everything was lost.
    mkdirSync(join(stack, "catalog"), { recursive: true });
    writeFileSync(join(stack, "catalog/custom-prices.json"), OWN_PRICES);
    writeFileSync(join(stack, ".env"), "CATALOG_DIR=/catalog\n");
  });
  // What the commands leave when they fail is not the next place's.
  afterEach(leaveNothingRunning);
  afterAll(async () => {
    await project.remove();
    rmSync(backup, { recursive: true, force: true });
  });

  test.each(PLACES.filter(asksEngine))(
    "%s",
    async (place) => {
      let said = "";
      const environment = {
        ...ENVIRONMENT,
        BUILD_FLAGS: (await buildFlags()).join(" "),
        BACKUP: backup,
        RATE_LIMIT: "1000000",
      };
      const fingerprint = async () => (await run(["sh", "-c", FINGERPRINT])).output;
      const ask = () => statusOf(`https://127.0.0.1${QUESTION}`);
      for (const { page, commands } of stepsAt(place)) {
        const former = page === CERTIFICATES ? await fingerprint() : "";
        const work = follow(commands, { folder: project.folder, environment });
        if (page.startsWith("runbooks/") && page !== RECOVER) {
          const { statuses, longestGapMs, result } = await askedDuring(ask, work);
          const gap = `${(longestGapMs / 1000).toFixed(1)} s between two good answers at most`;
          console.log(`${page} at ${place}: ${JSON.stringify(statuses)}, ${gap}`);
          if (WITHOUT_FAILURE[place]?.includes(page) === true) {
            expect(Object.keys(statuses), page).toEqual(["200"]);
          }
          said += result;
        } else said += await work;
        if (page === CERTIFICATES) await expect.poll(fingerprint).not.toBe(former);
        if (place === "compose" && page === RECOVER) {
          const { output } = await run(["curl", "--silent", "--insecure", PRICE_QUESTION]);
          expect(output).toContain(OWN_PRICE_ANSWERED);
        }
      }
      for (const pattern of SAID[place] ?? []) expect(said).toMatch(pattern);
      const left = async () =>
        (await docker(["ps", "--all", "--format", "{{.Names}} {{.Status}}"])).output;
      await expect.poll(left).toBe("");
    },
    400_000,
  );
}
