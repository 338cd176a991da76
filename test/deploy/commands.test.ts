import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { QUESTION } from "../runtimes/_load.ts";
import { askedDuring, statusOf } from "./_asked-during.ts";
import { startEngine, type Engine } from "./_engine.ts";
import { importBase, importServices } from "./_images.ts";
import { follow } from "./_follow.ts";
import { anotherRelease, bootMachine, restartedWith, type Machine } from "./_machine.ts";
import { PLACES, stepsAt } from "./_page.ts";
import { run, ROOT } from "./_run.ts";

/** The plain server is a machine of its own, all else is run on this machine. */
const HERE = PLACES.filter((place) => place !== "server");

/** Runbooks whose commands fail no request, where they are run under load. */
const WITHOUT_FAILURE: Readonly<Record<string, readonly string[]>> = {
  compose: ["runbooks/certificates.md", "runbooks/upgrade.md"],
  server: ["runbooks/certificates.md", "runbooks/upgrade.md"],
  swarm: ["runbooks/upgrade.md"],
};

/** The page after which another certificate is shown. */
const CERTIFICATES = "runbooks/certificates.md";
/** The page whose commands take everything away. */
const RECOVER = "runbooks/recover.md";

/** A folder of prices of one's own, with a machine's price that no list has. */
const OWN_PRICE = 1.25;
const OWN_PRICES = JSON.stringify({
  schema: 1,
  source: { title: "Agreement", url: "https://intranet.example.com/agreement", date: "2026-04-01" },
  prices: [
    { provider: "aws", instance_type: "t4g.small", purchase: "on_demand", unit_price: OWN_PRICE },
  ],
});
const PRICE_QUESTION =
  "https://127.0.0.1/api/v1/calculator/vm?provider=aws_ec2&instance_type=t4g.small";
/** How its answer begins, when that price is in force. */
const OWN_PRICE_ANSWERED = `"hourly_cost_usd":${OWN_PRICE}`;

/** What prints the fingerprint of the certificate that is shown. */
const FINGERPRINT =
  "openssl s_client -connect 127.0.0.1:443 < /dev/null 2> /dev/null | openssl x509 -noout -fingerprint";

/** What is said when the commands have done what the page promises. */
const SAID: Readonly<Record<string, readonly RegExp[]>> = {
  docker: [/"status":"healthy"/u, /CycloneDX/u],
  google: [/"status":"healthy"/u],
  static: [/<title>/u, /content-encoding: gzip/iu],
  cloudflare: [/"status":"healthy"/u, /EXCHANGE_RATES/u, /RATE_LIMITER/u],
  "deno-deploy": [/"status":"healthy"/u],
  kubernetes: [/kind: Deployment/u, /kind: Ingress/u],
};

describe("the commands lead to what the pages promise", () => {
  let engine: Engine;
  const backup = mkdtempSync(join(tmpdir(), "backup-"));
  const stack = join(ROOT, "deploy/compose");
  beforeAll(async () => {
    engine = await startEngine();
    await importBase(engine);
    await importServices(engine);
    // What a stranger has of his own, and must have again after everything was lost.
    mkdirSync(join(stack, "catalog"), { recursive: true });
    writeFileSync(join(stack, "catalog/custom-prices.json"), OWN_PRICES);
    writeFileSync(join(stack, ".env"), "CATALOG_DIR=/catalog\n");
  });
  // What the commands leave when they fail is not the next place's.
  afterEach(() => engine.leaveNothingRunning());
  afterAll(async () => {
    await engine.stop();
    for (const left of [join(stack, ".env"), join(stack, "catalog"), backup]) {
      rmSync(left, { recursive: true, force: true });
    }
  });

  test.each(HERE)(
    "%s",
    async (place) => {
      let said = "";
      const environment = { BACKUP: backup, RATE_LIMIT: "1000000" };
      const fingerprint = async () => (await run(["sh", "-c", FINGERPRINT])).output;
      const ask = () => statusOf(`https://127.0.0.1${QUESTION}`);
      for (const { page, commands } of stepsAt(place)) {
        const former = page === CERTIFICATES ? await fingerprint() : "";
        const work = follow(commands, engine, environment);
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
        (await engine.docker(["ps", "--all", "--format", "{{.Names}} {{.Status}}"])).output;
      await expect.poll(left).toBe("");
    },
    400_000,
  );
});

describe("the commands for a plain server", () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await bootMachine();
    await machine.shell(anotherRelease("0.2.0"));
  });
  afterAll(() => machine.stop());

  test("lead to two servers, to another release and back, to them again from nothing, and to nothing", async () => {
    const ask = () => statusOf(`https://127.0.0.1${QUESTION}`, machine.run);
    let said = "";
    const fingerprint = async () => (await machine.shell(FINGERPRINT)).output;
    for (const { page, isEnd, commands } of stepsAt("server")) {
      if (isEnd) {
        expect(said).toContain('"version":"0.2.0"');
        expect(await ask()).toBe("200");
        const { output } = await machine.shell(`curl --silent --insecure '${PRICE_QUESTION}'`);
        expect(output).toContain(OWN_PRICE_ANSWERED);
      }
      const former = page === CERTIFICATES ? await fingerprint() : "";
      const work = machine.shell(`set -eux\n${commands.join("\n")}`);
      if (WITHOUT_FAILURE["server"]?.includes(page) !== true) {
        said += (await work).said;
        // What a stranger has of his own; and it is asked more often than a client may.
        if (page === "deploy/server.md" && !isEnd) {
          await machine.shell(
            [
              "set -e",
              "mkdir -p /etc/cost-simulator/catalog",
              `echo '${OWN_PRICES}' > /etc/cost-simulator/catalog/custom-prices.json`,
              restartedWith("RATE_LIMIT=0", "CATALOG_DIR=/etc/cost-simulator/catalog"),
            ].join("\n"),
          );
        }
        continue;
      }
      const { statuses, result } = await askedDuring(ask, work);
      console.log(`${page} on a plain server: ${JSON.stringify(statuses)}`);
      expect(Object.keys(statuses), page).toEqual(["200"]);
      if (page === CERTIFICATES) await expect.poll(fingerprint).not.toBe(former);
      said += result.said;
    }
    // nginx is told to reload, and what it ran with before still listens for a moment.
    await expect.poll(ask).toMatch(/refused|connect to/u);
    // Releases and backups are left.
    const kept = ["/opt/cost-simulator-*", "/var/backups/cost-simulator*", "/proc/*"];
    const others = kept.map((path) => `-not -path '${path}'`).join(" ");
    const left = `find / -xdev -name '*cost-simulator*' ${others}`;
    expect((await machine.shell(left)).output).toBe("");
  }, 400_000);
});
