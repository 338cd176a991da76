import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { QUESTION } from "../../runtimes/_load.ts";
import { askedDuring, statusOf } from "../_asked-during.ts";
import { docker, leaveNothingRunning } from "../_engine.ts";
import { head } from "../_proxy.ts";
import { run, ROOT } from "../_run.ts";

const STACK = "tried";
const SERVICE = `${STACK}_app`;
const HTTPS_PORT = "15863";
const ADDRESS = `https://127.0.0.1:${HTTPS_PORT}`;

/** What the engine says of the application's service. */
async function service(format: string): Promise<string> {
  return (await docker(["service", "inspect", SERVICE, "--format", format])).output;
}

/** The status of a question, on a connection of its own. */
const ask = () => statusOf(`${ADDRESS}${QUESTION}`);

/** Changes the service, and waits until the engine has done with it. */
async function update(setting: string, end: string): Promise<void> {
  const words = ["service", "update", "--quiet", "--detach", "--env-add", setting];
  await docker([...words, "--update-monitor", "5s", SERVICE]);
  await vi.waitFor(
    async () => {
      const state = await service("{{.UpdateStatus.State}}");
      if (state !== end) throw new Error(`the update is ${state}`);
    },
    { timeout: 120_000, interval: 500 },
  );
}

/**
 * Takes the stack away, and then the swarm: one that is left while its networks are in use may leave them behind,
 * and the next one cannot make its own.
 */
async function takeDown(): Promise<void> {
  await docker(["stack", "rm", STACK]);
  const removed = async () => {
    const { output: running } = await docker(["ps", "--quiet"]);
    // That they end well when they are told to is tried elsewhere; here nobody waits for it.
    if (running !== "") await docker(["kill", ...running.split("\n")], { mayFail: true });
    const named = ["--quiet", "--filter", `name=${STACK}_`];
    const { output: left } = await docker(["network", "ls", ...named]);
    if (left !== "") throw new Error(`networks are left: ${left}`);
  };
  await vi.waitFor(removed, { timeout: 60_000, interval: 500 });
  await leaveNothingRunning();
}

/** The stack for Swarm, on an engine that has its images. */
export function swarmTests(): void {
  beforeAll(async () => {
    const certificates = mkdtempSync(join(tmpdir(), "certificates-"));
    await run([join(ROOT, "deploy/nginx/self-signed.sh"), certificates, "localhost"]);
    await docker(["swarm", "init", "--advertise-addr", "127.0.0.1"]);
    const stack = ["stack", "deploy", "--resolve-image", "never", "--compose-file"];
    await docker([...stack, join(ROOT, "deploy/swarm/stack.yml"), STACK], {
      environment: {
        HTTP_PORT: "15891",
        HTTPS_PORT,
        CERTIFICATES: certificates,
        RATE_LIMIT: "1000000",
      },
    });
  });
  afterAll(takeDown);

  test("the Swarm stack comes up behind TLS", async () => {
    await expect
      .poll(async () => (await head(`${ADDRESS}/health`)).status, { timeout: 60_000 })
      .toBe(200);
    await expect
      .poll(async () => (await docker(["service", "ls", "--format", "{{.Replicas}}"])).output, {
        timeout: 60_000,
      })
      .toMatch(/^(?:1\/1\n2\/2|2\/2\n1\/1)$/u);
  });

  test("a version that does not start is rolled back, without a failed request", async () => {
    const { statuses } = await askedDuring(ask, update("PORT=99999", "rollback_completed"));
    console.log(`Swarm, rolled back: ${JSON.stringify(statuses)}`);
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(await service("{{.Spec.TaskTemplate.ContainerSpec.Env}}")).not.toContain("PORT=99999");
  }, 200_000);
}
