/** What an answer can be turned by, besides the number of requests. */
export const DRIVERS = [
  "execution_time",
  "memory",
  "cpu_time",
  "egress",
  "peak_to_average",
  "utilisation",
  "exchange_rate",
] as const;
export type Driver = (typeof DRIVERS)[number];
