/** One input as a parameter of a link: its text, and the value that a text stands for. */
export interface Parameter<Value> {
  readonly write: (value: Value) => string;
  /** `undefined` for a text that is no value of the input. */
  readonly read: (text: string) => Value | undefined;
}

/** A number within its field's limits. */
export function numberParameter({
  min,
  max,
  integer = false,
}: {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}): Parameter<number> {
  return {
    write: String,
    read: (text) => {
      const value = numberOf(text);
      if (value === undefined || value < min || value > max) return undefined;
      return integer && !Number.isInteger(value) ? undefined : value;
    },
  };
}

/** A number, or nothing for the documented assumption. */
export function orNothing({ write, read }: Parameter<number>): Parameter<number | null> {
  return {
    write: (value) => (value === null ? "" : write(value)),
    read: (text) => (text === "" ? null : read(text)),
  };
}

export const SWITCH: Parameter<boolean> = {
  write: (value) => (value ? "1" : "0"),
  read: (text) => (text === "1" ? true : text === "0" ? false : undefined),
};

/** One of a few names. */
export function oneOf<Name extends string>(names: readonly Name[]): Parameter<Name> {
  return {
    write: (name) => name,
    read: (text) => names.find((name) => name === text),
  };
}

/** Up to so many values, with commas between them; one that cannot be read is left out. */
export function list<Value>(item: Parameter<Value>, most: number): Parameter<readonly Value[]> {
  return {
    write: (values) => values.map((value) => item.write(value)).join(","),
    read: (text) => {
      if (text === "") return [];
      return text
        .split(",", most)
        .map((part) => item.read(part))
        .filter((value) => value !== undefined);
    },
  };
}

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

function numberOf(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}
