import type { Random } from "./random.ts";
import { STRANGE_VALUES } from "./vocabulary.ts";

type Container = Record<string, unknown>;

const DEEP = 40;
const TEXT_CHANCE = 0.25;
const HEADER_CHANCE = 0.2;
const OVER_A_BODY = 70_000;

/** A value with something wrong in it, which may still be all right. */
export function breakValue(value: unknown, random: Random): unknown {
  const copy = structuredClone(value);
  const places = placesIn(copy);
  if (places.length === 0) return copy;
  for (let count = random.whole(1, 2); count > 0; count -= 1) {
    const { holder, key } = random.pick(places);
    if (random.chance(0.25)) delete holder[key];
    else holder[key] = strangeValue(random);
  }
  return copy;
}

function strangeValue(random: Random): unknown {
  if (!random.chance(0.05)) return random.pick(STRANGE_VALUES);
  let deep: unknown = 1;
  for (let depth = 0; depth < DEEP; depth += 1) deep = random.chance(0.5) ? [deep] : { a: deep };
  return deep;
}

function placesIn(value: unknown): { holder: Container; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Container;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** The text of a body, now and then no JSON, or not what it looks like. */
export function breakText(text: string, random: Random): string {
  if (!random.chance(TEXT_CHANCE)) return text;
  return random.pick([
    text.slice(0, random.whole(0, text.length - 1)),
    "",
    "null",
    "[]",
    '"text"',
    "123",
    `\uFEFF${text}`,
    `${text}}`,
    text.replace("{", '{"__proto__":{"memory_mb":512},'),
    text.replace("{", '{"constructor":{"prototype":{}},'),
    text.replace("{", '{"memory_mb":1e999,'),
    text.replace("{", `{"padding":"${"x".repeat(OVER_A_BODY)}",`),
  ]);
}

/** Headers that no good client sends. */
export function strangeHeaders(method: "GET" | "POST", random: Random): Record<string, string> {
  if (!random.chance(HEADER_CHANCE)) return {};
  const any: Record<string, string>[] = [
    { accept: "image/png" },
    { accept: "text/html;q=0.5, */*;q=0.1" },
    { accept: "application/json;q=0" },
    { accept: ",;q=x,/" },
    { "x-request-id": "<script>" },
    { traceparent: "00-0-0-0" },
  ];
  const ofBodies: Record<string, string>[] = [
    { "content-type": "text/plain" },
    { "content-type": "application/x-www-form-urlencoded" },
    { "content-type": "application/problem+json; charset=utf-8" },
    { "content-type": "application/json; charset=shift_jis" },
    { "content-encoding": "gzip" },
  ];
  return random.pick(method === "GET" ? any : [...any, ...ofBodies]);
}
