import { describe, expect, test } from "vitest";
import { documentOf, faultsOf, validator } from "./_validate.ts";

interface Specification {
  readonly ResourceTypes: Readonly<Record<string, { readonly Properties: object }>>;
}
interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** Short forms of CloudFormation's functions are tags that YAML does not know. */
function resourcesOf(template: Readonly<Record<string, unknown>>): [string, Resource][] {
  return Object.entries(template["Resources"] as Readonly<Record<string, Resource>>);
}

/** Types and properties that CloudFormation does not have. */
function unknownIn(template: Readonly<Record<string, unknown>>): string[] {
  const { specification } = validator("@aws-cdk/cfnspec") as { specification: () => Specification };
  const { ResourceTypes } = specification();
  return resourcesOf(template).flatMap(([name, { Type, Properties = {} }]) => {
    const known = ResourceTypes[Type];
    if (known === undefined) return [`${name}: ${Type}`];
    return Object.keys(Properties)
      .filter((property) => !(property in known.Properties))
      .map((property) => `${name}.${property}`);
  });
}

describe("the template for AWS", () => {
  const template = documentOf("deploy/aws/service.yaml");

  test("has types and properties that CloudFormation has", () => {
    expect(resourcesOf(template).length).toBeGreaterThan(8);
    expect(unknownIn(template)).toEqual([]);
    const broken = {
      Resources: { Cluster: { Type: "AWS::ECS::Cluster", Properties: { Nam: 1 } } },
    };
    expect(unknownIn(broken)).toEqual(["Cluster.Nam"]);
  });

  test("refers to what is in it alone", () => {
    const names = new Set([
      ...Object.keys(template["Parameters"] as object),
      ...resourcesOf(template).map(([name]) => name),
    ]);
    const text = JSON.stringify(template);
    const referred = [...text.matchAll(/"Ref":"([^"]+)"|"Fn::GetAtt":\["([^"]+)"/gu)];
    const missing = referred
      .map(([, reference = "", resource = ""]) => reference + resource)
      .filter((name) => !name.startsWith("AWS::") && !names.has(name));
    expect(missing).toEqual([]);
  });
});

test("the service for Google is of Cloud Run's published type", async () => {
  const value = documentOf("deploy/google/service.yaml");
  const claim = { value, module: "@googleapis/run", type: "run_v1.Schema$Service" };
  expect(await faultsOf([claim])).toBe("");
  expect(await faultsOf([{ ...claim, value: { ...value, sepc: {} } }])).toContain("sepc");
});
