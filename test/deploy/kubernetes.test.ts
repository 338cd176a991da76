import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { manifestsOf, type Manifest } from "./_manifests.ts";
import { restrictedFaults } from "./_restricted.ts";
import { faultsOfEach, VALIDATORS, type Claim } from "./_validate.ts";

/** Kinds of others than Kubernetes itself, by the module that has their types. */
const FOREIGN: Readonly<Record<string, string>> = {
  HTTPRoute: "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute",
  ServiceMonitor: "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor",
};

/** Versions of Kubernetes whose types stand by themselves, and those that come with its client. */
const TYPED = ["1.26", "1.29", "1.30"];
const CLIENTS = ["1.32", "1.33", "1.34", "1.36"];
const VERSIONS = [...TYPED, ...CLIENTS];
const OVERLAYS = ["trial", "production", "gateway"];

/** That an object is of the type that a version of Kubernetes has for it. */
function claimOf(value: Manifest, version: string): Claim {
  const { apiVersion, kind } = value;
  const [group = "", name = ""] = apiVersion.includes("/")
    ? apiVersion.split("/")
    : ["core", apiVersion];
  if (!CLIENTS.includes(version)) {
    const module = `kubernetes-types-${version}/${group.split(".")[0]}/${name}`;
    return { value, module, type: kind };
  }
  // The client has another name for what is a word of some language's own.
  const named = JSON.parse(JSON.stringify(value).replaceAll('"from":', '"_from":')) as unknown;
  const type = `${name.toUpperCase()}${kind}`;
  return { value: named, module: `kubernetes-client-${version}`, type };
}

function claimsOf(manifests: readonly Manifest[], version: string): Claim[] {
  return manifests.filter(({ kind }) => !(kind in FOREIGN)).map((value) => claimOf(value, version));
}

test.each(CLIENTS)("the client's types of Kubernetes %s are those of this version", (version) => {
  const file = `node_modules/kubernetes-client-${version}/dist/gen/models/V1Deployment.d.ts`;
  const text = readFileSync(join(VALIDATORS, file), "utf8");
  expect(/OpenAPI spec version: (?:v|release-)(\d+\.\d+)/u.exec(text)?.[1]).toBe(version);
});

describe("an overlay", () => {
  /** What the compiler has against each object of an overlay, for a version. */
  let faultsIn: (overlay: string, version: string) => readonly string[];
  beforeAll(async () => {
    const names: string[] = [];
    const claims: Claim[] = [];
    for (const overlay of OVERLAYS) {
      const manifests = await manifestsOf(overlay);
      for (const version of VERSIONS) {
        const claimed = claimsOf(manifests, version);
        claims.push(...claimed);
        names.push(...claimed.map(() => `${overlay} ${version}`));
      }
    }
    const faults = await faultsOfEach(claims);
    faultsIn = (overlay, version) =>
      faults.filter((_, index) => names[index] === `${overlay} ${version}`);
  });

  describe.each(OVERLAYS)("the overlay %s", (overlay) => {
    test.each(VERSIONS)("is of the types of Kubernetes %s", async (version) => {
      expect((await manifestsOf(overlay)).length).toBeGreaterThanOrEqual(6);
      const faults = faultsIn(overlay, version);
      expect(faults.length).toBeGreaterThanOrEqual(6);
      expect(faults.join("")).toBe("");
    });

    test("keeps to the restricted profile", async () => {
      const deployment = (await manifestsOf(overlay)).find(({ kind }) => kind === "Deployment");
      expect(restrictedFaults(deployment?.spec?.template.spec ?? { containers: [] })).toEqual([]);
    });
  });
});

test("the types and the profile find what is wrong", async () => {
  const manifests = await manifestsOf("trial");
  const deployment = manifests.find(({ kind }) => kind === "Deployment");
  const broken = JSON.parse(
    JSON.stringify(deployment)
      .replace("terminationGracePeriodSeconds", "terminationGracePeriod")
      .replace('"runAsNonRoot":true', '"runAsNonRoot":false'),
  ) as Manifest;
  const faults = await faultsOfEach(VERSIONS.flatMap((version) => claimsOf([broken], version)));
  expect(faults).toHaveLength(VERSIONS.length);
  for (const [index, version] of VERSIONS.entries()) {
    expect(faults[index], version).toContain("terminationGracePeriod");
  }
  expect(restrictedFaults(broken.spec?.template.spec ?? { containers: [] })).toEqual([
    "server: runAsNonRoot must be true",
  ]);
});

test.each([
  ["the Prometheus operator", "production", "ServiceMonitor", "endpoints"],
  ["a Gateway", "gateway", "HTTPRoute", "backendRefs"],
])("what is for %s is of its published type", async (_, overlay, kind, key) => {
  const value = (await manifestsOf(overlay)).find((manifest) => manifest.kind === kind);
  const claim = { value, module: FOREIGN[kind] ?? "", type: `I${kind}` };
  const broken = JSON.parse(JSON.stringify(value).replace(key, key.slice(0, -1))) as unknown;
  const [faults, faultsOfBroken] = await faultsOfEach([claim, { ...claim, value: broken }]);
  expect(faults).toBe("");
  expect(faultsOfBroken).toContain(key.slice(0, -1));
});

test("a Gateway's route takes the Ingress's place, at the same name", async () => {
  const kindsOf = async (overlay: string) => (await manifestsOf(overlay)).map(({ kind }) => kind);
  const [behindIngress, behindGateway] = [await kindsOf("production"), await kindsOf("gateway")];
  expect(behindGateway.toSorted()).toEqual(
    behindIngress.map((kind) => (kind === "Ingress" ? "HTTPRoute" : kind)).toSorted(),
  );
});

test("in production the pods are reached by the proxies and Prometheus alone, and reach nobody", async () => {
  const manifests = await manifestsOf("production");
  const policy = manifests.find(({ kind }) => kind === "NetworkPolicy");
  const from = (name: string) => ({
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
  });
  expect(policy?.spec).toMatchObject({
    policyTypes: ["Ingress", "Egress"],
    ingress: [
      { from: [from("ingress"), from("monitoring")], ports: [{ port: "http", protocol: "TCP" }] },
    ],
    egress: [],
  });
});

test("the production overlay is measured by Prometheus, at the service's port, with its token", async () => {
  const manifests = await manifestsOf("production");
  const monitor = JSON.stringify(manifests.find(({ kind }) => kind === "ServiceMonitor"));
  expect(monitor).toContain('"port":"http"');
  expect(JSON.stringify(manifests.find(({ kind }) => kind === "Service"))).toContain(
    '"name":"http"',
  );
  const secret = '"name":"cost-simulator-metrics"';
  expect(monitor).toContain(secret);
  expect(JSON.stringify(manifests.find(({ kind }) => kind === "Deployment"))).toContain(secret);
});
