import baselines from "../burstable-baselines.json" with { type: "json" };

interface Baselines {
  readonly shares: Readonly<Record<string, number>>;
  /** vCPUs that the machine shows, where price lists count only its share of them. */
  readonly vcpus?: Readonly<Record<string, number>>;
}

/** Share of each vCPU that a burstable type sustains; `undefined` for all other types. */
export function baselineOf(provider: keyof typeof baselines, type: string): number | undefined {
  return (baselines[provider] as Baselines).shares[type];
}

export function shownVcpuOf(provider: keyof typeof baselines, type: string): number | undefined {
  return (baselines[provider] as Baselines).vcpus?.[type];
}
