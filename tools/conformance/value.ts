import type { JsonSchema } from "../openapi/schemas.ts";
import type { Random } from "./random.ts";
import { MACHINE_TYPES, NAMES, UNKNOWN_NAMES } from "./vocabulary.ts";

/** A number in a value, which can be moved to its bounds. */
export interface Leaf {
  readonly holder: Record<string, unknown>;
  readonly name: string;
  readonly schema: JsonSchema;
}

type Schemas = Readonly<Record<string, JsonSchema>>;

const OPTIONAL_CHANCE = 0.3;
const UNKNOWN_CHANCE = 0.02;
const LIST_LENGTH_USUAL = 4;
const LONG_LIST_CHANCE = 0.02;
/** Batches of a thousand searches would take most of a run's time. */
const LIST_LENGTH_MAX = 100;

/** Makes values that schemas allow. */
export class ValueMaker {
  readonly leaves: Leaf[] = [];
  private named = 0;
  private readonly schemas: Schemas;
  private readonly random: Random;

  constructor(schemas: Schemas, random: Random) {
    this.schemas = schemas;
    this.random = random;
  }

  /** A value; `name`: the property that it is of. */
  value(schema: JsonSchema, name: string): unknown {
    const { $ref, const: only, enum: values, type, items } = schema;
    if (typeof $ref === "string") {
      return this.value(this.schemas[$ref.split("/").at(-1) ?? ""] ?? {}, name);
    }
    if (only !== undefined) return only;
    if (Array.isArray(values)) return this.random.pick(values as unknown[]);
    if (name === "durations") return this.durations();
    if (name === "tiers") return this.tiers();
    if (name === "hourly_weights") return this.hourlyWeights();
    if (name === "hourly_counts") return this.hourlyWeights().join("\n");
    if (type === "array") return this.list(schema, (items ?? {}) as JsonSchema, name);
    const alternatives = [schema["oneOf"], schema["anyOf"]].find(Array.isArray) as
      | JsonSchema[]
      | undefined;
    if (alternatives !== undefined && type === undefined) {
      return this.value(this.random.pick(alternatives), name);
    }
    if (type === "object") return this.object(schema);
    if (type === "boolean") return this.random.chance(0.5);
    if (type === "integer" || type === "number") return this.number(schema);
    return this.name(NAMES[name]);
  }

  private object(schema: JsonSchema): Record<string, unknown> {
    const properties = (schema["properties"] ?? {}) as Record<string, JsonSchema>;
    const { wanted, excluded } = this.alternatives(schema);
    const required = new Set([...((schema["required"] ?? []) as string[]), ...wanted]);
    const object: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(properties)) {
      if (excluded.has(name)) continue;
      if (!required.has(name) && !this.random.chance(OPTIONAL_CHANCE)) continue;
      object[name] = this.value(property, name);
      if (typeof object[name] === "number") {
        this.leaves.push({ holder: object, name, schema: property });
      }
    }
    if ("hourly_counts" in object) delete object["hourly_weights"];
    const { min, max, provider } = object;
    if (typeof min === "number" && typeof max === "number" && min > max) {
      Object.assign(object, { min: max, max: min });
    }
    if ("instance_type" in object && typeof provider === "string") {
      object["instance_type"] = this.name(MACHINE_TYPES[provider]);
    }
    return object;
  }

  /** One of some names, now and then one that nobody knows; without any, one that nobody else has. */
  private name(known: readonly string[] | undefined): string {
    if (this.random.chance(UNKNOWN_CHANCE)) return this.random.pick(UNKNOWN_NAMES);
    this.named += 1;
    return known === undefined ? `name ${this.named}` : this.random.pick(known);
  }

  /** Of fields of which exactly one is given, one; and those that are then not given. */
  private alternatives(schema: JsonSchema): { wanted: Set<string>; excluded: Set<string> } {
    const parts = ["allOf", "anyOf"].flatMap((key) => (schema[key] ?? []) as JsonSchema[]);
    const groups = [schema, ...parts].flatMap(({ oneOf }) =>
      Array.isArray(oneOf) ? [oneOf as JsonSchema[]] : [],
    );
    const wanted = new Set<string>();
    const excluded = new Set<string>();
    for (const group of groups) {
      const names = group.flatMap(({ required }) => (required ?? []) as string[]);
      const chosen =
        names.find((name) => wanted.has(name)) ??
        this.random.pick(names.filter((name) => !excluded.has(name)));
      wanted.add(chosen);
      for (const name of names) if (name !== chosen) excluded.add(name);
    }
    return { wanted, excluded };
  }

  private list(schema: JsonSchema, items: JsonSchema, name: string): unknown[] {
    const least = Number(schema["minItems"] ?? 0);
    const allowed = Number(schema["maxItems"] ?? LIST_LENGTH_USUAL);
    const most = Math.min(allowed, LIST_LENGTH_MAX);
    const isLong = this.random.chance(LONG_LIST_CHANCE);
    const length = this.random.whole(least, isLong ? most : Math.min(most, LIST_LENGTH_USUAL));
    return Array.from({ length }, () => this.value(items, name));
  }

  /** Small numbers are as likely as large ones. */
  private number({ type, minimum, maximum, default: usual }: JsonSchema): number {
    if (typeof usual === "number" && this.random.chance(0.2)) return usual;
    const min = typeof minimum === "number" ? minimum : 0;
    const max = typeof maximum === "number" ? maximum : 1e9;
    const from = Math.max(min, type === "integer" ? 1 : 0.01, max * 1e-12);
    const value = Math.exp(Math.log(from) + this.random.share() * Math.log(max / from));
    const inside = Math.min(Math.max(value, min), max);
    return type === "integer" ? Math.round(inside) : Number(inside.toPrecision(6));
  }

  private durations(): unknown[] {
    const length = this.random.whole(1, 5);
    const isWeighted = this.random.chance(0.5);
    let time = 1;
    return Array.from({ length }, (_, index) => {
      time += this.random.whole(1, 400);
      return isWeighted
        ? { execution_time_ms: time, weight: this.random.whole(1, 9) }
        : { execution_time_ms: time, percentile: ((index + 1) * 99) / length };
    });
  }

  private tiers(): unknown[] {
    const bounds = Array.from(
      { length: this.random.whole(0, 3) },
      (_, index) => (index + 1) * 1000,
    );
    return [...bounds, null].map((bound) => ({ up_to: bound, unit_price: this.random.share() }));
  }

  private hourlyWeights(): number[] {
    return Array.from({ length: this.random.pick([24, 168]) }, () => this.random.whole(1, 50));
  }
}
