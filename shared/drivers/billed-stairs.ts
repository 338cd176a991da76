import type { Fleet, FleetSlot } from "../engine/fleet.ts";
import type { BilledTime } from "../metering/rule.ts";
import type { Workload } from "../workload.ts";

/**
 * Steps of time that are billed over the mean execution time in ms, as a fleet: a step more for each
 * so many ms begun, but never fewer than the least. Of a distribution, which keeps its form, each
 * duration is a slot that has steps of its own and its share of the requests.
 */
export function billedStairs(
  { durationMs, durations }: Workload,
  { stepMs, leastMs = 0 }: BilledTime,
): Fleet {
  const minimumMachines = Math.max(1, Math.ceil(leastMs / stepMs));
  if (durations === undefined) return { requestsPerMachine: stepMs, minimumMachines };
  const shares = new Map<number, number>();
  for (const { durationMs: each, share } of durations) {
    shares.set(each, (shares.get(each) ?? 0) + share);
  }
  const slots = [...shares]
    .toSorted(([a], [b]) => b - a)
    .map(([each, share]): FleetSlot => ({
      share,
      requestsPerMachine: (stepMs * durationMs) / each,
    }));
  return { requestsPerMachine: slots[0]?.requestsPerMachine ?? stepMs, minimumMachines, slots };
}
