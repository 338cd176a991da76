/** Whether an axis has equal room for equal factors or for equal amounts. */
export type AxisScale = "log" | "linear";

/** What an axis shows, from one end to the other; a logarithmic one begins above zero. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly scale: AxisScale;
}

const DECADE = 10;
/** From so many powers of ten on they alone are named; below, numbers between them too. */
const DECADES_ENOUGH = 3;
const BETWEEN_DECADES = [1, 2, 5];
const LINEAR_STEPS = [1, 2, 2.5, 5, 10];
const STEPS_WANTED = 6;
const FEWEST_TICKS = 3;
/** Numbers a step apart that should be round, but for the last digits of their sum. */
const ROUNDING = 1e9;

/** Where a value is on an axis: 0 at its beginning, 1 at its end. */
export function positionOn({ min, max, scale }: Axis, value: number): number {
  if (scale === "linear") return (value - min) / (max - min);
  return Math.log10(value / min) / Math.log10(max / min);
}

/** The value at a position on an axis. */
export function valueOn({ min, max, scale }: Axis, position: number): number {
  return scale === "linear" ? min + position * (max - min) : min * (max / min) ** position;
}

/** Round numbers that lie on an axis, few enough to be named. */
export function ticksOf(axis: Axis): number[] {
  if (axis.scale === "linear") return roundSteps(axis);
  const decades = powersOfTen(axis);
  if (decades.length > DECADES_ENOUGH) return decades;
  const first = DECADE ** Math.floor(Math.log10(axis.min));
  const between: number[] = [];
  for (let decade = first; decade <= axis.max; decade *= DECADE) {
    for (const factor of BETWEEN_DECADES) between.push(decade * factor);
  }
  const shown = between.filter((value) => value >= axis.min && value <= axis.max);
  return shown.length >= FEWEST_TICKS ? shown : roundSteps(axis);
}

/** The powers of ten on an axis that begins above zero. */
function powersOfTen({ min, max }: Axis): number[] {
  const all: number[] = [];
  const first = Math.ceil(Math.log10(min) - Number.EPSILON);
  for (let power = first; DECADE ** power <= max; power += 1) all.push(DECADE ** power);
  return all;
}

function roundSteps({ min, max }: Axis): number[] {
  const least = (max - min) / STEPS_WANTED;
  const decade = DECADE ** Math.floor(Math.log10(least));
  const step = decade * (LINEAR_STEPS.find((factor) => factor * decade >= least) ?? DECADE);
  const ticks: number[] = [];
  for (let index = Math.ceil(min / step); index * step <= max; index += 1) {
    ticks.push(Math.round((index * step * ROUNDING) / decade) / (ROUNDING / decade));
  }
  return ticks;
}
