import { validator } from "./_validate.ts";

type Json = Readonly<Record<string, unknown>>;

/** A property of CloudFormation's published specification. */
interface Property {
  readonly Required?: boolean;
  readonly Type?: string;
  readonly ItemType?: string;
  readonly PrimitiveType?: string;
  readonly PrimitiveItemType?: string;
}
interface Properties {
  readonly Properties?: Readonly<Record<string, Property>>;
}
interface Specification {
  readonly ResourceTypes: Readonly<Record<string, Properties>>;
  readonly PropertyTypes: Readonly<Record<string, Properties & Property>>;
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
  const { specification } = validator("@aws-cdk/cfnspec") as { specification: () => Specification };
  const { ResourceTypes, PropertyTypes } = specification();
  const faults: string[] = [];

  for (const [name, { Type, Properties = {} }] of resourcesOf(template)) {
    const known = ResourceTypes[Type];
    if (known === undefined) faults.push(`${name}: no type ${Type}`);
    else checkObject(Properties, known.Properties ?? {}, Type, name);
  }
  return faults;

  function checkObject(
    value: unknown,
    known: Readonly<Record<string, Property>>,
    resource: string,
    path: string,
  ): void {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      faults.push(`${path}: not an object`);
      return;
    }
    for (const [name, { Required }] of Object.entries(known)) {
      if (Required === true && !(name in value)) faults.push(`${path}: no ${name}`);
    }
    for (const [name, inner] of Object.entries(value)) {
      const property = known[name];
      if (property === undefined) faults.push(`${path}.${name}: unknown`);
      else check(inner, property, resource, `${path}.${name}`);
    }
  }

  function check(value: unknown, property: Property, resource: string, path: string): void {
    const branches = branchesOf(value);
    if (branches !== null) {
      for (const branch of branches) check(branch, property, resource, path);
      return;
    }
    const { Type, PrimitiveType } = property;
    if (PrimitiveType !== undefined) checkPrimitive(value, PrimitiveType, path);
    else if (Type === "List" || Type === "Map") checkItems(value, property, resource, path);
    else if (Type !== undefined) {
      const type = PropertyTypes[`${resource}.${Type}`] ?? PropertyTypes[Type];
      if (type?.Properties === undefined) faults.push(`${path}: no type ${Type}`);
      else checkObject(value, type.Properties, resource, path);
    }
  }

  function checkItems(value: unknown, property: Property, resource: string, path: string): void {
    const isList = property.Type === "List";
    if (typeof value !== "object" || value === null || Array.isArray(value) !== isList) {
      faults.push(`${path}: not a ${isList ? "list" : "map"}`);
      return;
    }
    const { ItemType: Type, PrimitiveItemType: PrimitiveType } = property;
    const item = {
      ...(Type === undefined ? {} : { Type }),
      ...(PrimitiveType === undefined ? {} : { PrimitiveType }),
    };
    for (const [index, inner] of Object.entries(value)) {
      check(inner, item, resource, `${path}.${index}`);
    }
  }

  function checkPrimitive(value: unknown, type: string, path: string): void {
    if (type === "Json") return;
    const isText = typeof value === "string";
    const isNumber = typeof value === "number" || (isText && Number.isFinite(Number(value)));
    const isRight =
      type === "Boolean"
        ? typeof value === "boolean"
        : type === "String"
          ? isText || typeof value === "number"
          : isNumber;
    if (!isRight) faults.push(`${path}: ${JSON.stringify(value)} is no ${type}`);
  }
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
