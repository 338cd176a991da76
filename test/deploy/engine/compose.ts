import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { QUESTION } from "../../runtimes/_load.ts";
import { askedDuring, statusOf } from "../_asked-during.ts";
import { docker, ENVIRONMENT } from "../_engine.ts";
import { head } from "../_proxy.ts";
import { run, ROOT, type RunResult } from "../_run.ts";

const PROJECT = "tried";
const HTTPS_PORT = "15853";
const ADDRESS = `https://127.0.0.1:${HTTPS_PORT}`;

let certificates = "";

/** Runs `docker-compose` on the committed stack, on ports of the test's own. */
function compose(...words: readonly string[]): Promise<RunResult> {
  const file = join(ROOT, "deploy/compose/docker-compose.yml");
  return run(["docker-compose", "--file", file, ...words], { environment: settings() });
}

/** The stack's settings, and the engine that it runs on. */
function settings(): Readonly<Record<string, string>> {
  return {
    ...ENVIRONMENT,
    COMPOSE_PROJECT_NAME: PROJECT,
    IMAGE: "cost-simulator",
    HTTP_PORT: "15890",
    HTTPS_PORT,
    CERTIFICATES: certificates,
    CACHE_URL: "redis://redis:6379/0",
    RATE_LIMIT: "1000000",
  };
}

/** The containers of a service, by the labels that Compose gives them: its own command takes a second to start. */
async function containersOf(service: string): Promise<string[]> {
  const labels = [`project=${PROJECT}`, `service=${service}`];
  const filters = labels.flatMap((label) => ["--filter", `label=com.docker.compose.${label}`]);
  return (await docker(["ps", "--all", "--quiet", "--no-trunc", ...filters])).output.split("\n");
}

/** Runs JavaScript in a container of the application. */
async function inApp(container: string, code: string): Promise<string> {
  return (await docker(["exec", container, "node", "--print", code])).output;
}

/** The compose stack, on an engine that has its images. */
export function composeTests(): void {
  beforeAll(async () => {
    certificates = mkdtempSync(join(tmpdir(), "certificates-"));
    await run([join(ROOT, "deploy/nginx/self-signed.sh"), certificates, "localhost"]);
    await run(["chmod", "0755", certificates]);
    await compose("up", "--detach");
  });
  // That they end well when they are told to is tried elsewhere; here nobody waits for it.
  afterAll(() => compose("--profile", "redis", "down", "--volumes", "--timeout", "0"));

  test("comes up: two replicas behind nginx with TLS, both asked", async () => {
    await expect.poll(async () => (await head(`${ADDRESS}/health`)).status).toBe(200);
    expect((await head(`${ADDRESS}/`)).protocol).toBe("2");
    const replicas = await containersOf("app");
    expect(replicas).toHaveLength(2);
    for (let count = 0; count < 6; count += 1) await head(`${ADDRESS}${QUESTION}`);
    const log = (await compose("logs", "nginx")).output;
    const asked = new Set(log.match(/"upstream":"[\d.]+:5001"/gu));
    expect(asked.size).toBe(2);
  });

  test("lets each replica write a log of its own, and nothing else", async () => {
    for (const container of await containersOf("app")) {
      const names = await inApp(container, `require("fs").readdirSync("/app/logs").join()`);
      const host = await inApp(container, `require("os").hostname()`);
      expect(names.split(",")).toContain(`${host}.log`);
    }
    for (const container of [...(await containersOf("app")), ...(await containersOf("nginx"))]) {
      const format = "{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.Config.User}}";
      const { output } = await docker(["inspect", container, "--format", format]);
      expect(output).toMatch(/^true \[ALL\] (?:1000:1000|101:101)$/u);
    }
  });

  test("lets the replicas call nobody outside, and knows whether nginx answers", async () => {
    const [[replica = ""], [nginx = ""]] = [await containersOf("app"), await containersOf("nginx")];
    const inspect = async (format: string) =>
      (await docker(["inspect", nginx, "--format", format])).output;
    const addressIn = (network: string) =>
      inspect(`{{.NetworkSettings.Networks.${PROJECT}_${network}.IPAddress}}`);
    /** Whether a replica gets through to nginx there. */
    const reaches = async (address: string) =>
      inApp(
        replica,
        `new Promise((resolve) => {
          const socket = net.connect({ host: "${address}", port: 8080, timeout: 2000 });
          for (const event of ["connect", "timeout", "error"]) socket.once(event, () => resolve(event));
        }).then((event) => { console.log(event); process.exit(); })`,
      );
    expect(await reaches(await addressIn("inside"))).toContain("connect");
    expect(await reaches(await addressIn("outside"))).not.toContain("connect");
    await expect.poll(() => inspect("{{.State.Health.Status}}")).toBe("healthy");
  });

  test("goes on without a failed request when a replica is killed", async () => {
    const [first = ""] = await containersOf("app");
    const statuses: number[] = [];
    const ask = async () => statuses.push((await head(`${ADDRESS}${QUESTION}`)).status);
    for (let count = 0; count < 10; count += 1) await ask();
    const killed = docker(["kill", first]);
    for (let count = 0; count < 30; count += 1) await ask();
    await killed;
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test("keeps its replicas when the new image does not start, without a failed request", async () => {
    const build = ["build", "--quiet", "--tag", "cost-simulator:broken", "-"];
    await docker(build, { input: "FROM cost-simulator\nENV PORT=99999\n" });
    const before = await containersOf("app");
    const rolled = run([join(ROOT, "deploy/compose/roll.sh"), "cost-simulator:broken"], {
      environment: settings(),
      mayFail: true,
    });
    const ask = () => statusOf(`${ADDRESS}${QUESTION}`);
    const { statuses, result } = await askedDuring(ask, rolled);
    console.log(`compose, an image that does not start: ${JSON.stringify(statuses)}`);
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(result.code).toBe(1);
    expect(result.said).toContain("the old replicas go on");
    expect((await containersOf("app")).toSorted()).toEqual(before.toSorted());
  });

  test("shares answers through Redis when that is asked for", async () => {
    await compose("--profile", "redis", "up", "--detach");
    await expect
      .poll(async () => (await run(["curl", "-sk", `${ADDRESS}/health`])).output)
      .toContain('"store":"healthy"');
  });
}
