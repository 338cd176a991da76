import type { CardKey } from "../catalog/catalog.ts";
import type { MachineServiceId, ProviderId } from "../catalog/providers.ts";
import type { Purchase } from "../catalog/purchase.ts";
import type { Architecture } from "../catalog/rate-card.ts";
import { convert } from "../currency.ts";
import type { Candidates, MachineRow } from "./candidates.ts";
import { costAround, indexedCard } from "./cost-around.ts";
import { BELOW, NONE, type FleetNeed } from "./fleet-need.ts";
import type { PackedPrices } from "./machine-pack.ts";
import { ownTablePrices } from "./own-table-prices.ts";
import { allows, type SearchQuestion } from "./question.ts";
import type { SearchIndex } from "./search-index.ts";

/** The service under which each provider rents out the machines of its table. */
export const TABLE_SERVICES: { readonly [provider in ProviderId]?: MachineServiceId } = {
  aws: "aws_ec2",
  google: "google_cloud",
  azure: "azure",
  oci: "oci",
  sakura: "sakura_cloud",
  fly: "fly_machines",
};

/** One way of buying, as it is gone through. */
interface Look {
  readonly purchase: Purchase;
  readonly packed: PackedPrices;
  /** Machines that each type needs; `NONE` if it cannot be used, `NaN` where it is not looked at. */
  readonly machines: Float64Array;
  /** Monthly prices with the caller's own in them; `null` where there are none. */
  readonly own: Float64Array | null;
  /** By card: what is charged around a machine at least; `null` where none can be bought. */
  readonly around: readonly (number | null)[];
  /** By card: what its money is in the answer's. */
  readonly perUnit: readonly number[];
  readonly isWanted: readonly boolean[];
}

/** Goes through the machine types of the tables, in every card that is wanted, by the packed columns. */
export function lookAtTables(
  question: SearchQuestion,
  index: SearchIndex,
  need: FleetNeed,
  found: Candidates,
  isWanted: (key: CardKey) => boolean,
): void {
  const { cards, types, prices } = index.machines;
  const { terms, filters } = question;
  const machines = machinesOfTypes(question, index, need);
  const isLookedAt = cards.map(isWanted);
  const around = cards.map((card, place) => {
    const service = TABLE_SERVICES[card.provider];
    if (service === undefined || isLookedAt[place] !== true) return null;
    return costAround(question, indexedCard(question, index, card), service);
  });
  const perUnit = cards.map(
    ({ currency }) => BELOW * convert(1, currency, terms.currency, terms.exchangeRate),
  );
  const look = { machines, around, perUnit, isWanted: isLookedAt };
  for (const purchase of filters.purchases ?? (["on_demand"] as const)) {
    const packed = prices[purchase];
    if (packed === undefined) continue;
    const hasOwn = (terms.customPrices ?? []).length > 0;
    const own = hasOwn ? ownTablePrices({ cards, types }, packed, purchase, question) : null;
    lookAtPrices({ ...look, purchase, packed, own }, index, found);
  }
}

/**
 * How many machines of each type the workload needs on average over the month, the same in every
 * region: `NONE` if it cannot be used, and `NaN` for those that the filters leave out.
 */
function machinesOfTypes(
  { filters }: SearchQuestion,
  { machines }: SearchIndex,
  need: FleetNeed,
): Float64Array {
  const { vcpu, memoryMb, baseline, soldAtMost, arm64 } = machines.types;
  const counts = new Float64Array(vcpu.length).fill(Number.NaN);
  for (let type = 0; type < vcpu.length; type += 1) {
    const cpus = vcpu[type] ?? 0;
    const memory = memoryMb[type] ?? 0;
    const share = baseline[type] ?? 1;
    const architecture: Architecture = arm64[type] === 1 ? "arm64" : "x86_64";
    if (!allows(filters.architectures, architecture)) continue;
    if (cpus < filters.leastVcpu || memory < filters.leastMemoryMb) continue;
    if (filters.excludesBurstable && share < 1) continue;
    const most = Math.min(filters.mostMachines, soldAtMost[type] ?? Infinity);
    counts[type] = need.machinesOf(cpus * share, memory, most);
  }
  return counts;
}

/** Looks at every price of one way of buying, of each type the cheapest first. */
function lookAtPrices(look: Look, index: SearchIndex, found: Candidates): void {
  const { machines, packed, own, around, perUnit, purchase } = look;
  const { starts, cards: cardOf } = packed;
  const { cards, types } = index.machines;
  const monthly = own ?? packed.monthly;
  const { best } = found;
  for (let type = 0; type < types.names.length; type += 1) {
    const count = machines[type] ?? Number.NaN;
    if (Number.isNaN(count)) continue;
    const first = starts[type] ?? 0;
    const end = starts[type + 1] ?? 0;
    const offers = offersBetween(look, first, end);
    found.considered += offers;
    if (count === NONE) continue;
    found.carrying += offers;
    let last: MachineRow | null = null;
    for (let entry = first; entry < end; entry += 1) {
      const place = cardOf[entry] ?? 0;
      const cost = around[place] ?? null;
      if (cost === null) continue;
      const alone = count * (monthly[entry] ?? 0) * (perUnit[place] ?? 0);
      const atLeast = alone + cost;
      const key = cards[place];
      const service = key && TABLE_SERVICES[key.provider];
      if (key === undefined || service === undefined) continue;
      if (last !== null && found.isSameElsewhere(last, key, atLeast)) {
        last.alsoIn.push(key.region);
      } else if (atLeast < best.worst) {
        last = { atLeast, key, alsoIn: [], service, name: types.names[type] ?? "", purchase };
        best.add(last);
      } else best.leaveOut(atLeast);
      // Those that follow cost no less; only with prices of the caller's own their order is another.
      if (own === null && alone >= best.worst) {
        best.leaveOut(alone);
        break;
      }
    }
  }
}

/** How many offers of one type are in cards that are wanted. */
function offersBetween({ packed, isWanted }: Look, first: number, end: number): number {
  let offers = 0;
  for (let entry = first; entry < end; entry += 1) {
    if (isWanted[packed.cards[entry] ?? 0] === true) offers += 1;
  }
  return offers;
}
