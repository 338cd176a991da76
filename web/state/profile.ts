/** The busiest hour of a profile that is edited here. */
export const BUSIEST = 100;
export const HOURS_OF_DAY = 24;
export const DAYS_OF_WEEK = 7;
const HOURS_OF_WEEK = DAYS_OF_WEEK * HOURS_OF_DAY;
/** Every hour of a profile that is even. */
const EVEN = 50;
/** An hour is told to a tenth of a percent of the busiest. */
const STEPS_PER_PERCENT = 10;

export type ProfilePreset = "office" | "evening" | "night";

const DAYS: Readonly<Record<ProfilePreset, readonly number[]>> = {
  office: [3, 2, 2, 2, 2, 4, 10, 25, 60, 90, 100, 95, 75, 90, 98, 95, 88, 70, 45, 28, 18, 12, 8, 5],
  evening: [
    30, 18, 10, 7, 6, 8, 14, 24, 30, 32, 35, 40, 48, 45, 42, 42, 46, 54, 66, 80, 94, 100, 82, 52,
  ],
  night: [0, 100, 100, 100, ...Array.from({ length: 20 }, () => 0)],
};
const WEEKEND: Readonly<Record<ProfilePreset, number>> = { office: 0.15, evening: 1, night: 1 };
const WORKDAYS = 5;

/** A typical profile, of a day or of a week. */
export function presetProfile(name: ProfilePreset, isOfWeek: boolean): number[] {
  const day = DAYS[name];
  if (!isOfWeek) return [...day];
  return Array.from({ length: DAYS_OF_WEEK }, (_, index) =>
    day.map((weight) => (index < WORKDAYS ? weight : Math.round(weight * WEEKEND[name]))),
  ).flat();
}

/** The profile with the busiest hour at 100; weights in any unit of which one is above 0. */
export function scaledProfile(weights: readonly number[]): number[] {
  const busiest = Math.max(...weights);
  return weights.map((weight) => toTenths((weight / busiest) * BUSIEST));
}

/** A profile to be edited: an even one has its hours written out, and none is above 100. */
export function editableProfile(weights: readonly number[]): readonly number[] {
  if (weights.length === 0) return Array.from({ length: HOURS_OF_DAY }, () => EVEN);
  return Math.max(...weights) > BUSIEST ? scaledProfile(weights) : weights;
}

/** The profile with another weight for one hour; the last hour that is not 0 stays above it. */
export function withHour(weights: readonly number[], hour: number, weight: number): number[] {
  const profile = [...editableProfile(weights)];
  const wanted = Math.min(BUSIEST, Math.max(0, Math.round(weight)));
  const isOnly = profile.every((other, index) => index === hour || other === 0);
  profile[hour] = isOnly ? Math.max(1, wanted) : wanted;
  return profile;
}

/** Whether a profile is of a week. */
export function isWeek(weights: readonly number[]): boolean {
  return weights.length === HOURS_OF_WEEK;
}

/** The same day seven times. */
export function toWeek(weights: readonly number[]): number[] {
  const day = editableProfile(weights);
  return Array.from({ length: DAYS_OF_WEEK }, () => day).flat();
}

/** The mean of the days of a week. */
export function toDay(weights: readonly number[]): number[] {
  const sums = Array.from({ length: HOURS_OF_DAY }, (_, hour) =>
    weights.reduce((sum, weight, index) => (index % HOURS_OF_DAY === hour ? sum + weight : sum), 0),
  );
  return scaledProfile(sums);
}

function toTenths(weight: number): number {
  return Math.round(weight * STEPS_PER_PERCENT) / STEPS_PER_PERCENT;
}
