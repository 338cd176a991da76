import { validator } from "./_validate.ts";

type Json = Readonly<Record<string, unknown>>;

/** A type of CloudFormation's published specification: of one value, of several, or of one of several. */
type ValueType =
  | { readonly type: "string" | "integer" | "number" | "boolean" | "json" | "date-time" | "null" }
  | { readonly type: "array" | "map"; readonly element: ValueType }
  | { readonly type: "ref"; readonly reference: object }
  | { readonly type: "union"; readonly types: readonly ValueType[] }
  | { readonly type: "tag" };
type Properties = Readonly<
  Record<string, { readonly type: ValueType; readonly required?: boolean }>
>;
interface Specification {
  readonly lookup: (
    ...words: readonly ["resource", "cloudFormationType", "equals", string]
  ) => { readonly properties: Properties }[];
  readonly get: (kind: "typeDefinition", reference: object) => { readonly properties: Properties };
}
interface Resource {
  readonly Type: string;
  readonly Properties?: Json;
}

/** The resources of a template by their names. */
export function resourcesOf(template: Json): [string, Resource][] {
  return Object.entries(template["Resources"] as Readonly<Record<string, Resource>>);
}

/**
 * What CloudFormation's published specification has against a template, at any depth: resources and
 * properties that there are not, what is required and missing, and values of the wrong kind.
 */
export function templateFaults(template: Json): string[] {
  const { loadAwsServiceSpecSync } = validator("@aws-cdk/aws-service-spec") as {
    loadAwsServiceSpecSync: () => Specification;
  };
  const specification = loadAwsServiceSpecSync();
  return resourcesOf(template).flatMap(([name, { Type, Properties = {} }]) => {
    const [known] = specification.lookup("resource", "cloudFormationType", "equals", Type);
    if (known === undefined) return [`${name}: no type ${Type}`];
    return objectFaults(Properties, known.properties, name);
  });

  function objectFaults(value: unknown, known: Properties, path: string): string[] {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return [`${path}: not an object`];
    }
    const missing = Object.entries(known)
      .filter(([name, { required }]) => required === true && !(name in value))
      .map(([name]) => `${path}: no ${name}`);
    const wrong = Object.entries(value).flatMap(([name, inner]) => {
      const property = known[name];
      if (property === undefined) return [`${path}.${name}: unknown`];
      return valueFaults(inner, property.type, `${path}.${name}`);
    });
    return [...missing, ...wrong];
  }

  function valueFaults(value: unknown, type: ValueType, path: string): string[] {
    const branches = branchesOf(value);
    if (branches !== null) return branches.flatMap((branch) => valueFaults(branch, type, path));
    if (type.type === "ref") {
      const { properties } = specification.get("typeDefinition", type.reference);
      return objectFaults(value, properties, path);
    }
    if (type.type === "union") {
      const faults = type.types.map((one) => valueFaults(value, one, path));
      return faults.find(({ length }) => length === 0) ?? faults[0] ?? [];
    }
    if (type.type === "array" || type.type === "map") return itemFaults(value, type, path);
    if (type.type === "tag") return objectFaults(value, TAG, path);
    return isOf(value, type.type) ? [] : [`${path}: ${JSON.stringify(value)} is no ${type.type}`];
  }

  function itemFaults(
    value: unknown,
    { type, element }: Extract<ValueType, { element: ValueType }>,
    path: string,
  ): string[] {
    const isList = type === "array";
    if (typeof value !== "object" || value === null || Array.isArray(value) !== isList) {
      return [`${path}: no ${type}`];
    }
    return Object.entries(value).flatMap(([index, inner]) =>
      valueFaults(inner, element, `${path}.${index}`),
    );
  }
}

const TAG: Properties = {
  Key: { type: { type: "string" }, required: true },
  Value: { type: { type: "string" }, required: true },
};

/** Whether CloudFormation takes a value where the specification says so; it reads numbers from texts. */
function isOf(value: unknown, type: string): boolean {
  if (type === "json") return true;
  if (type === "boolean") return typeof value === "boolean";
  const isText = typeof value === "string";
  if (type === "string" || type === "date-time") return isText || typeof value === "number";
  return typeof value === "number" || (isText && Number.isFinite(Number(value)));
}

/**
 * What a function of CloudFormation may give, as far as it is written there: both ends of a condition;
 * nothing of a reference. `null` for what is no function.
 */
function branchesOf(value: unknown): unknown[] | null {
  if (typeof value !== "object" || value === null) return null;
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0 || !/^(?:Ref|Fn::\w+)$/u.test(name)) return null;
  return name === "Fn::If" ? ((value as Json)["Fn::If"] as unknown[]).slice(1) : [];
}

/** Names that a template refers to and that are not in it. */
export function danglingIn(template: Json): string[] {
  const known = new Set([
    ...Object.keys(template["Parameters"] ?? {}),
    ...Object.keys(template["Resources"] ?? {}),
  ]);
  const conditions = new Set(Object.keys(template["Conditions"] ?? {}));
  const text = JSON.stringify(template);
  const referred = [
    ...text.matchAll(/"Ref":"([^"]+)"/gu),
    ...text.matchAll(/"Fn::GetAtt":\["([^"]+)"/gu),
    ...text.matchAll(/\$\{([\w:]+)[.\w]*\}/gu),
  ].map(([, name = ""]) => name);
  const asked = [
    ...text.matchAll(/"Fn::If":\["([^"]+)"/gu),
    ...text.matchAll(/"Condition":"([^"]+)"/gu),
  ].map(([, name = ""]) => name);
  return [
    ...referred.filter((name) => !name.startsWith("AWS::") && !known.has(name)),
    ...asked.filter((name) => !conditions.has(name)),
  ];
}
