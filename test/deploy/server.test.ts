import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VERSION } from "../../worker/version.ts";
import { QUESTION } from "../runtimes/_load.ts";
import { askedDuring, statusOf } from "./_asked-during.ts";
import { FINGERPRINT } from "./_fingerprint.ts";
import {
  anotherRelease,
  bootMachine,
  releaseFolder,
  restartedWith,
  type Machine,
} from "./_machine.ts";
import { OWN_PRICE_ANSWERED, OWN_PRICES, PRICE_QUESTION } from "./_own-prices.ts";
import { stepsAt } from "./_page.ts";
import { run, ROOT } from "./_run.ts";

const UNIT = `${ROOT}deploy/server/cost-simulator@.service`;

/** The page after which another certificate is shown. */
const CERTIFICATES = "runbooks/certificates.md";
/** Runbooks whose commands fail no request. */
const WITHOUT_FAILURE: ReadonlySet<string> = new Set([CERTIFICATES, "runbooks/upgrade.md"]);

test("systemd has nothing against the unit", async () => {
  const { said } = await run(["systemd-analyze", "verify", UNIT], { mayFail: true });
  // Node stands elsewhere on the machine of whoever runs this.
  const found = said.split("\n").filter((line) => !line.includes("is not executable"));
  expect(found.join("\n")).toBe("");
});

test("systemd rates the unit's exposure at 2.0 or better", async () => {
  const { output } = await run(["systemd-analyze", "security", "--offline=true", UNIT]);
  const exposure = Number(/exposure level for .+: ([\d.]+)/u.exec(output)?.[1]);
  console.log(`systemd-analyze security: ${exposure}`);
  expect(exposure).toBeLessThanOrEqual(2);
});

describe("a plain server", () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await bootMachine();
    const [install] = stepsAt("server");
    await machine.shell(`set -eux\n${install?.commands.join("\n")}`);
  });
  afterAll(() => machine.stop());

  const show = async (property: string) =>
    (await machine.shell(`systemctl show cost-simulator@5001 --value --property ${property}`))
      .output;
  const fetched = async (url: string, options = "") =>
    (await machine.shell(`curl --silent --insecure --dump-header - ${options} ${url}`)).output;

  test("is healthy after the commands of the page, behind TLS", async () => {
    expect(await fetched("https://127.0.0.1/health")).toContain('"status":"healthy"');
    expect(await fetched("http://127.0.0.1/a")).toContain("308");
  });

  test("lets nobody but root read the certificate's key", async () => {
    const key = "/etc/cost-simulator/certificates/privkey.pem";
    expect((await machine.shell(`stat --format '%U:%G %a' ${key}`)).output).toBe("root:root 640");
  });

  test("has files that nginx serves itself, compressed, for a year", async () => {
    const { output } = await machine.shell("ls /opt/cost-simulator/dist/assets | grep 'js$'");
    const url = `https://127.0.0.1/assets/${output.split("\n")[0]}`;
    for (const encoding of ["br", "gzip"]) {
      const options = `--header 'accept-encoding: ${encoding}' --output /dev/null`;
      const headers = (await fetched(url, options)).toLowerCase();
      expect(headers).toContain(`content-encoding: ${encoding}`);
      expect(headers).toContain("cache-control: public, max-age=31536000, immutable");
      expect(headers).toContain("strict-transport-security: max-age=31536000");
      expect(headers).toContain("access-control-allow-origin: *");
      expect(headers).not.toContain("server-timing");
    }
    expect(await fetched(`${url}.br`)).toContain("404");
  });

  test("is run by a user that has no rights, and writes its log", async () => {
    const pid = await show("MainPID");
    const { output } = await machine.shell(
      `grep -E 'Uid|CapBnd|NoNewPrivs|Seccomp:' /proc/${pid}/status`,
    );
    expect(output).toMatch(/CapBnd:\s+0{16}/u);
    expect(output).toMatch(/NoNewPrivs:\s+1/u);
    expect(output).toMatch(/Seccomp:\s+2/u);
    expect(output).not.toMatch(/Uid:\s+0\s/u);
    const log = await machine.shell("cat /var/log/cost-simulator/5001.log");
    expect(log.output).toContain("listening");
  });

  test("is started again after a crash", async () => {
    const pid = await show("MainPID");
    await machine.shell(`kill -KILL ${pid}`);
    await expect.poll(() => show("NRestarts")).toBe("1");
    await expect.poll(() => fetched("http://127.0.0.1:5001/health")).toContain('"healthy"');
    expect(await show("MainPID")).not.toBe(pid);
  });

  /** What nginx answers to a question, on a connection of its own. */
  const ask = () => statusOf("https://127.0.0.1/api/v1/catalog", machine.run);

  test("goes back by itself from a release that does not start, without a failed request", async () => {
    await machine.shell(`${anotherRelease("0.3.0")}\n${restartedWith("RATE_LIMIT=0")}`);
    await machine.shell(`echo 'process.exit(1)' > ${releaseFolder("0.3.0")}/worker/node.ts`);
    const switched = machine.shell(
      `/opt/cost-simulator/deploy/server/switch.sh ${releaseFolder("0.3.0")}`,
      { mayFail: true },
    );
    const { statuses, result } = await askedDuring(ask, switched);
    console.log(`plain server, taken back: ${JSON.stringify(statuses)}`);
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(result.code).toBe(1);
    expect(result.said).toContain(`${releaseFolder(VERSION)} is put back`);
    expect((await machine.shell("readlink /opt/cost-simulator")).output).toBe(
      releaseFolder(VERSION),
    );
    for (const port of [5001, 5002]) {
      expect(await fetched(`http://127.0.0.1:${port}/health`)).toContain('"healthy"');
    }
  });

  test("has the files of the release before for pages that were open", async () => {
    const next = releaseFolder("0.4.0");
    await machine.shell(anotherRelease("0.4.0"));
    const { output } = await machine.shell(`cd ${next}/dist/assets && ls *.js | head -n 1`);
    await machine.shell(`rm ${next}/dist/assets/${output}*`);
    await machine.shell(`/opt/cost-simulator/deploy/server/switch.sh ${next}`);
    const headers = await fetched(`https://127.0.0.1/assets/${output}`, "--output /dev/null");
    expect(headers).toMatch(/^HTTP\/2 200/u);
    expect(headers).toContain("immutable");
    expect(await fetched("https://127.0.0.1/health")).toContain('"version":"0.4.0"');
  });

  test("ends well when it is told to", async () => {
    await machine.shell("systemctl stop cost-simulator@5001");
    expect(await show("Result")).toBe("success");
    expect(await show("ExecMainStatus")).toBe("0");
  });
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
      if (!WITHOUT_FAILURE.has(page)) {
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
