import type { FunctionOptions, ProvisionedPeriod } from "../../shared/offer.ts";
import type { FunctionOptionsBody } from "../../shared/schema/function-options.ts";

/** The engine's options of a checked body; what was not given is left out. */
export function toFunctionOptions(body: FunctionOptionsBody): FunctionOptions {
  const { provisioned_concurrency: provisioned, snap_start: snapStart } = body;
  return {
    ...given("ephemeralStorageMb", body.ephemeral_storage_mb),
    ...given("cpuCount", body.cpu_count),
    ...given("concurrency", body.concurrency),
    ...given("minimumInstances", body.minimum_instances),
    ...given("provisioned", provisioned && toPeriods(provisioned)),
    ...given(
      "snapStart",
      snapStart && {
        coldStartRatio: snapStart.cold_start_ratio,
        activeSeconds: snapStart.active_seconds,
      },
    ),
    // Not to stream is what every service can do.
    ...given("streamsResponses", body.response_streaming === true ? true : undefined),
  };
}

type ProvisionedBody = NonNullable<FunctionOptionsBody["provisioned_concurrency"]>;

function toPeriods(body: ProvisionedBody): ProvisionedPeriod[] {
  const periods = Array.isArray(body) ? body : [body];
  return periods.map(({ instances, hours, executions_share: executionsShare }) => ({
    instances,
    hoursPerMonth: hours,
    executionsShare,
  }));
}

/** An object with one property, or with none where there is no value. */
export function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [property in Name]?: Value } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed name is a string to the compiler
  return (value === undefined ? {} : { [name]: value }) as { readonly [property in Name]?: Value };
}
