/** What a process passes on of its measures, in prom-client's form. */
export type Measures = readonly Measure[];

export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  /** How the values of several processes become one. */
  readonly aggregator: string;
  readonly values: readonly {
    readonly labels: Readonly<Record<string, string | number>>;
    readonly value: number;
    readonly metricName?: string;
  }[];
}

/** The parts of two that only grow, added up. */
export function grown(some: Measures, others: Measures): Measures {
  const measures = new Map<string, { readonly measure: Measure; readonly values: Values }>();
  for (const measure of [...some, ...others]) {
    if (measure.type !== "counter" && measure.type !== "histogram") continue;
    const known = measures.get(measure.name) ?? { measure, values: new Map() };
    measures.set(measure.name, known);
    for (const value of measure.values) {
      const series = JSON.stringify([value.metricName, value.labels]);
      const before = known.values.get(series)?.value ?? 0;
      known.values.set(series, { ...value, value: before + value.value });
    }
  }
  return [...measures.values()].map(({ measure, values }) => ({
    ...measure,
    values: [...values.values()],
  }));
}

type Values = Map<string, Measure["values"][number]>;
