import * as z from "zod/mini";

/** One setting, read from the environment. */
export interface Variable<Value = unknown> {
  /** What it may be, as the end of a sentence: "PORT must be …". */
  readonly allowed: string;
  /** Its text when it is not set; `""` is nothing. */
  readonly byDefault: string;
  /** Makes the value of its text. */
  readonly schema: z.ZodMiniType<Value, string>;
}

type Variables = Readonly<Record<string, Variable>>;

/** The value of each variable, under its own name. */
export type ConfigOf<V extends Variables> = {
  readonly [Name in keyof V]: V[Name] extends Variable<infer Value> ? Value : never;
};

/** What is wrong with the environment: a sentence for each variable. */
export class ConfigError extends Error {
  override readonly name = "ConfigError" as const;
}

/** Declares a variable; only there to infer its type. */
export function variable<Value>(declared: Variable<Value>): Variable<Value> {
  return declared;
}

/** Longest text of a value that an error repeats. */
const SHOWN_LENGTH_MAX = 80;

/** Reads variables; one that is set to nothing counts as not set. Says everything that is wrong at once. */
export function readConfig<V extends Variables>(
  variables: V,
  environment: Readonly<Record<string, unknown>>,
): ConfigOf<V> {
  const problems: string[] = [];
  const values = Object.entries(variables).map(([name, { allowed, byDefault, schema }]) => {
    const given = environment[name];
    const value = typeof given === "string" && given.trim() !== "" ? given.trim() : byDefault;
    const { success, data } = z.safeParse(schema, value);
    if (!success) problems.push(`${name} must be ${allowed}, not "${shown(name, value)}"`);
    return [name, data] as const;
  });
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return Object.fromEntries(values) as ConfigOf<V>;
}

/** Values that hold a secret are not repeated. */
const SECRET = /TOKEN|URL/u;

function shown(name: string, value: string): string {
  return SECRET.test(name) ? "(hidden)" : value.slice(0, SHOWN_LENGTH_MAX);
}

/** A schema of texts of which `read` can make a value; it gives `undefined` for the others. */
export function text<Value>(
  read: (text: string) => Value | undefined,
): z.ZodMiniType<Value, string> {
  return z.transform((given: string, context) => {
    const value = read(given);
    if (value !== undefined) return value;
    context.issues.push({ code: "custom", input: given });
    return z.NEVER;
  });
}

/** A whole number between two bounds. */
export function wholeNumber(min: number, max: number): z.ZodMiniType<number, string> {
  return text((given) => {
    const value = Number(given);
    return /^\d{1,9}$/u.test(given) && value >= min && value <= max ? value : undefined;
  });
}

/** `true` or `false`, `1` or `0`. */
export function onOrOff(): z.ZodMiniType<boolean, string> {
  return text((given) => ON_OR_OFF[given]);
}

const ON_OR_OFF: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  1: true,
  0: false,
};

/** One of a few words. */
export function word<const Words extends readonly string[]>(
  words: Words,
): z.ZodMiniType<Words[number], string> {
  return text((given) => words.find((known) => known === given));
}
