import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { debianWithNode, debianWithServices, KEPT, NODE_VERSION } from "./_debian.ts";
import { docker, DOCKER, ENVIRONMENT } from "./_engine.ts";
import { run } from "./_run.ts";

/** The base that the Dockerfile names, made of Debian's packages and npm's node: no registry is asked. */
export async function importBase(): Promise<string> {
  const name = `node:${NODE_VERSION}-bookworm-slim`;
  const paths = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  if (await isMissing(name)) {
    const archive = await debianWithNode();
    await docker(["import", "--change", `ENV ${paths}`, "--change", 'CMD ["node"]', archive, name]);
  }
  return name;
}

/** An image of nginx and Redis under the names that the stacks ask for, which say what is to run. */
export async function importServices(): Promise<void> {
  const [first, ...others] = ["nginx:1.30-trixie", "redis:8-trixie"] as const;
  if (await isMissing(first)) await docker(["import", await debianWithServices(), first]);
  for (const name of others) await docker(["tag", first, name]);
}

async function isMissing(name: string): Promise<boolean> {
  return (await docker(["image", "inspect", name], { mayFail: true })).code !== 0;
}

/** What a build is told so that npm trusts whom this machine trusts, and asks the registry that it asks. */
export async function buildFlags(): Promise<string[]> {
  const certificates = process.env["NODE_EXTRA_CA_CERTS"] ?? "/etc/ssl/certs/ca-certificates.crt";
  const registry = (await run(["npm", "config", "get", "registry"])).output;
  const npmrc = join(KEPT, "npmrc");
  writeFileSync(npmrc, `cafile=/run/secrets/ca.crt\nregistry=${registry}\n`);
  return ["--secret", `id=npmrc,src=${npmrc}`, "--secret", `id=ca,src=${certificates}`];
}

/** Builds the committed Dockerfile by `make docker-build`; quick when nothing has changed. */
export async function buildImage(image = "cost-simulator", more = ""): Promise<void> {
  await importBase();
  const flags = `${(await buildFlags()).join(" ")} ${more}`;
  await run(
    ["make", "docker-build", `DOCKER=${DOCKER}`, `IMAGE=${image}`, `BUILD_FLAGS=${flags}`],
    { environment: ENVIRONMENT },
  );
}
