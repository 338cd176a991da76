import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { headerRules, headersFor, TRANSPORT_SECURITY } from "../../worker/http/headers.ts";
import { danglingIn, resourcesOf, templateFaults } from "./_cloudformation.ts";
import { ROOT } from "./_run.ts";
import { documentOf, faultsOfEach } from "./_validate.ts";

type Json = Readonly<Record<string, unknown>>;

describe.each(["service", "static"])("the template for AWS, %s.yaml", (name) => {
  const template = documentOf(`deploy/aws/${name}.yaml`);

  test("has what CloudFormation's published specification has, at any depth", () => {
    expect(resourcesOf(template).length).toBeGreaterThan(8);
    expect(templateFaults(template)).toEqual([]);
  });

  test("refers to what is in it alone, and describes its parameters", () => {
    expect(danglingIn(template)).toEqual([]);
    for (const [parameter, described] of Object.entries(template["Parameters"] as Json)) {
      expect(["Type", "Default", "NoEcho", "Description"], parameter).toEqual(
        expect.arrayContaining(Object.keys(described as Json)),
      );
    }
  });

  test("is YAML as CloudFormation takes it: no aliases", () => {
    const text = readFileSync(join(ROOT, `deploy/aws/${name}.yaml`), "utf8");
    expect(text).not.toMatch(/[-:]\s+[&*][a-z]|<<:/u);
  });
});

test("the load balancer answers 403 to whoever is not admitted, and admits whom CloudFront vouches for", () => {
  const service = Object.fromEntries(resourcesOf(documentOf("deploy/aws/service.yaml")));
  const { DefaultActions } = service["HttpsListener"]?.Properties ?? {};
  expect(DefaultActions).toEqual([
    { Type: "fixed-response", FixedResponseConfig: { StatusCode: "403" } },
  ]);
  const { Conditions } = service["Admitted"]?.Properties ?? {};
  const secret = { Ref: "OriginSecret" };
  expect(Conditions).toMatchObject([
    {
      "Fn::If": [
        "HasSecret",
        { HttpHeaderConfig: { HttpHeaderName: "x-origin-secret", Values: [secret] } },
        { PathPatternConfig: { Values: ["*"] } },
      ],
    },
  ]);
  const files = JSON.stringify(documentOf("deploy/aws/static.yaml"));
  expect(files).toContain(JSON.stringify({ HeaderName: "x-origin-secret", HeaderValue: secret }));
});

test("the check of templates finds what is wrong at any depth", () => {
  const broken = (Type: string, Properties: Json) =>
    templateFaults({ Resources: { It: { Type, Properties } } });
  expect(broken("AWS::ECS::Clustre", {})).toEqual(["It: no type AWS::ECS::Clustre"]);
  expect(broken("AWS::ECS::Cluster", { ClusterNam: "a" })).toEqual(["It.ClusterNam: unknown"]);
  const containers = (container: Json) =>
    broken("AWS::ECS::TaskDefinition", { ContainerDefinitions: [container] });
  expect(containers({ Name: "a" })).toEqual(["It.ContainerDefinitions.0: no Image"]);
  expect(containers({ Name: "a", Image: "b", Essential: "yes" })).toEqual([
    'It.ContainerDefinitions.0.Essential: "yes" is no boolean',
  ]);
  expect(
    danglingIn({ Resources: { It: { Ref: "That" } }, Outputs: { "Fn::If": ["HasIt", 1, 2] } }),
  ).toEqual(["That", "HasIt"]);
});

describe("the files on CloudFront", () => {
  const resources = Object.fromEntries(resourcesOf(documentOf("deploy/aws/static.yaml")));
  const { DistributionConfig } = propertiesOf("Distribution") as unknown as {
    DistributionConfig: { DefaultCacheBehavior: Behaviour; CacheBehaviors: readonly Behaviour[] };
  };
  interface Behaviour {
    readonly PathPattern?: string;
    readonly ResponseHeadersPolicyId?: { readonly Ref: string };
  }
  interface Policy {
    readonly SecurityHeadersConfig: {
      readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
      readonly ReferrerPolicy: { readonly ReferrerPolicy: string };
      readonly StrictTransportSecurity: { readonly AccessControlMaxAgeSec: number };
      readonly ContentTypeOptions: object;
    };
    readonly CustomHeadersConfig: {
      readonly Items: readonly { readonly Header: string; readonly Value: string }[];
    };
  }

  function propertiesOf(name: string): Json {
    return resources[name]?.Properties ?? {};
  }

  /** The headers that a path gets, by the first behaviour that matches. */
  function headersAt(path: string): Record<string, string> {
    const matches = ({ PathPattern = "" }: Behaviour) =>
      PathPattern.endsWith("*") ? path.startsWith(PathPattern.slice(0, -1)) : path === PathPattern;
    const { CacheBehaviors, DefaultCacheBehavior } = DistributionConfig;
    const behaviour = CacheBehaviors.find(matches) ?? DefaultCacheBehavior;
    const policy = propertiesOf(behaviour.ResponseHeadersPolicyId?.Ref ?? "") as unknown as {
      ResponseHeadersPolicyConfig: Policy;
    };
    const { SecurityHeadersConfig: security, CustomHeadersConfig } =
      policy.ResponseHeadersPolicyConfig;
    return {
      "content-security-policy": security.ContentSecurityPolicy.ContentSecurityPolicy,
      "referrer-policy": security.ReferrerPolicy.ReferrerPolicy,
      "strict-transport-security": `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}`,
      "x-content-type-options": "nosniff",
      ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
    };
  }

  test.each([
    "/",
    "/index.html",
    "/verify.html",
    "/service-worker.js",
    "/assets/index-1a2b.js",
    "/embed/cost-simulator.js",
    "/embed/v1-1a2b/cost-simulator.js",
    "/embed/frame.html",
    "/rate-cards/aws/us-east-1.json",
    "/schemas/v1/index.json",
    "/openapi.json",
    "/custom-elements.json",
  ])("%s has the headers that the server gives it", (path) => {
    expect(headersAt(path)).toEqual({ ...headersFor(path, headerRules()), ...TRANSPORT_SECURITY });
  });

  test.each([
    ["/", "/index.html"],
    ["/docs", "/docs.html"],
    ["/docs/ja", "/docs/ja.html"],
    ["/embed/", "/embed/index.html"],
    ["/assets/index-1a2b.js", "/assets/index-1a2b.js"],
  ])("%s is the file %s", (uri, file) => {
    const code = propertiesOf("PageNames")["FunctionCode"] as string;
    const run = `${code}\nhandler({ request: { uri: ${JSON.stringify(uri)} } }).uri`;
    expect(runInNewContext(run)).toBe(file);
  });
});

test("the service for Google is of Cloud Run's published type", async () => {
  const value = documentOf("deploy/google/service.yaml");
  const claim = { value, module: "@googleapis/run", type: "run_v1.Schema$Service" };
  const broken = { ...value, sepc: {} };
  const [faults, faultsOfBroken] = await faultsOfEach([claim, { ...claim, value: broken }]);
  expect(faults).toBe("");
  expect(faultsOfBroken).toContain("sepc");
});

/** `az` writes what Azure's own library has side by side under "properties". */
function flattened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flattened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key === "properties" ? Object.entries(flattened(inner) as object) : [[key, flattened(inner)]],
    ),
  );
}

test("the container group for Azure is of its published type", async () => {
  const document = documentOf("deploy/azure/container-group.yaml");
  expect(document["type"]).toBe("Microsoft.ContainerInstance/containerGroups");
  const { apiVersion: _, type: __, name: ___, ...group } = flattened(document) as Json;
  const claim = {
    value: group,
    module: "@azure/arm-containerinstance",
    type: "ContainerGroup",
  };
  const broken = JSON.parse(
    JSON.stringify(group).replace("memoryInGB", "memoryInGiB").replace("httpGet", "htpGet"),
  ) as unknown;
  const [faults, faultsOfBroken] = await faultsOfEach([claim, { ...claim, value: broken }]);
  expect(faults).toBe("");
  expect(faultsOfBroken).toMatch(/memoryInGiB|htpGet/u);
});
