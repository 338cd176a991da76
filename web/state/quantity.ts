import {
  KB_PER_GB,
  MB_PER_GB,
  MS_PER_SECOND,
  SECONDS_PER_HOUR,
  SECONDS_PER_MONTH,
} from "../../shared/units.ts";

type Factors = Readonly<Record<string, number>>;

const MINUTE_MS = 60 * MS_PER_SECOND;
const HOUR_MS = SECONDS_PER_HOUR * MS_PER_SECOND;
const BYTES_PER_KB = 1024;

/** What may be typed behind a number of each unit, and how many of that unit it stands for. */
const SUFFIXES: Readonly<Record<string, Factors>> = {
  ms: {
    us: 0.001,
    μs: 0.001,
    ms: 1,
    msec: 1,
    ミリ秒: 1,
    s: MS_PER_SECOND,
    sec: MS_PER_SECOND,
    秒: MS_PER_SECOND,
    m: MINUTE_MS,
    min: MINUTE_MS,
    分: MINUTE_MS,
    h: HOUR_MS,
    時間: HOUR_MS,
  },
  MB: { kb: 1 / BYTES_PER_KB, m: 1, mb: 1, mib: 1, g: MB_PER_GB, gb: MB_PER_GB, gib: MB_PER_GB },
  KB: {
    b: 1 / BYTES_PER_KB,
    byte: 1 / BYTES_PER_KB,
    bytes: 1 / BYTES_PER_KB,
    k: 1,
    kb: 1,
    kib: 1,
    m: BYTES_PER_KB,
    mb: BYTES_PER_KB,
    mib: BYTES_PER_KB,
    gb: KB_PER_GB,
    gib: KB_PER_GB,
  },
  GB: { mb: 1 / MB_PER_GB, gb: 1, gib: 1, tb: MB_PER_GB, tib: MB_PER_GB },
  "%": { "%": 1 },
  "%/month": { "%": 1 },
  share: { "%": 0.01 },
  ratio: { x: 1, "×": 1, 倍: 1 },
  vCPU: { vcpu: 1 },
  months: { 年: 12, years: 12, か月: 1, ヶ月: 1, months: 1 },
  "JPY/USD": { 円: 1 },
};

const PER_SECOND = "executions/second";
const COUNTS: ReadonlySet<string> = new Set(["executions/month", PER_SECOND]);

const MAGNITUDES: Factors = {
  k: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  億: 1e8,
  兆: 1e12,
};

const PER_MONTH_OF_DAY = SECONDS_PER_MONTH / (24 * SECONDS_PER_HOUR);
const PER_MONTH_OF_HOUR = SECONDS_PER_MONTH / SECONDS_PER_HOUR;
const PER_MONTH_OF_MINUTE = SECONDS_PER_MONTH / 60;

/** How many times a month something is that is once in such a time. */
const TIMES_A_MONTH: Factors = {
  s: SECONDS_PER_MONTH,
  sec: SECONDS_PER_MONTH,
  second: SECONDS_PER_MONTH,
  秒: SECONDS_PER_MONTH,
  min: PER_MONTH_OF_MINUTE,
  minute: PER_MONTH_OF_MINUTE,
  分: PER_MONTH_OF_MINUTE,
  h: PER_MONTH_OF_HOUR,
  hour: PER_MONTH_OF_HOUR,
  時: PER_MONTH_OF_HOUR,
  時間: PER_MONTH_OF_HOUR,
  d: PER_MONTH_OF_DAY,
  day: PER_MONTH_OF_DAY,
  日: PER_MONTH_OF_DAY,
  month: 1,
  月: 1,
};

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const PLAIN = new RegExp(`^(?<number>${NUMBER})(?<suffix>.*)$`, "u");
const NUMERAL = new RegExp(`(?<number>${NUMBER})(?<magnitudes>(?:${either(MAGNITUDES)})*)`, "gu");
const COUNT = new RegExp(
  `^(?:(?:毎|1)(?<every>${either(TIMES_A_MONTH)})に?|月間)?` +
    `(?<numerals>(?:${NUMBER}(?:${either(MAGNITUDES)})*)+)` +
    `(?:回|件|リクエスト|req(?:uest)?s?)?` +
    `(?:(?:\\/|per|毎)(?<rate>${either(TIMES_A_MONTH)})|(?<perSecond>[rqt]ps))?$`,
  "u",
);

/** Digits that a factor leaves right; what is behind them is the rounding of the multiplication. */
const DIGITS = 12;

/**
 * A typed number as one of a unit of `FIELDS`: `1.5s` is 1500 of ms, `2 GB` 2048 of MB, `100/s` and
 * `3億` are of executions a month. `null` for what is no number of the unit. The text is free of
 * spaces, separators and full-width letters.
 */
export function readQuantity(text: string, unit: string): number | null {
  const plain = text.toLowerCase().replace(/^[$¥]/u, "");
  if (COUNTS.has(unit)) return readCount(plain, unit);
  const { number = "", suffix = "" } = PLAIN.exec(plain)?.groups ?? {};
  const factor = suffix === "" ? 1 : SUFFIXES[unit]?.[suffix];
  if (number === "" || factor === undefined) return null;
  return finite(scaled(Number(number), factor));
}

function readCount(plain: string, unit: string): number | null {
  const groups = COUNT.exec(plain)?.groups;
  if (groups === undefined) return null;
  let count = 0;
  for (const { groups: part } of (groups["numerals"] ?? "").matchAll(NUMERAL)) {
    count += scaled(Number(part?.["number"]), magnitudeOf(part?.["magnitudes"] ?? ""));
  }
  const named = groups["rate"] ?? groups["every"] ?? (groups["perSecond"] && "s");
  if (named === undefined) return finite(count);
  const perMonth = scaled(count, TIMES_A_MONTH[named] ?? 1);
  return finite(unit === PER_SECOND ? perMonth / SECONDS_PER_MONTH : Math.round(perMonth));
}

function magnitudeOf(names: string): number {
  let factor = 1;
  for (const [name] of names.matchAll(new RegExp(either(MAGNITUDES), "gu"))) {
    factor *= MAGNITUDES[name] ?? 1;
  }
  return factor;
}

function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(DIGITS));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Any of these names, the longer first. */
function either(names: Factors): string {
  return Object.keys(names)
    .toSorted((a, b) => b.length - a.length)
    .join("|");
}
