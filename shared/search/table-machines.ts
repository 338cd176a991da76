import type { RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import type { MachineServiceId, ProviderId } from "../catalog/providers.ts";
import type { Purchase } from "../catalog/purchase.ts";
import type { Architecture } from "../catalog/rate-card.ts";
import { convert } from "../currency.ts";
import { anyMachine, type Candidates, type MachineRow } from "./candidates.ts";
import type { CostAround } from "./cost-around.ts";
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
  /** By card: itself; `null` where it is not wanted. */
  readonly wanted: readonly (RateCard | null)[];
  readonly isAllWanted: boolean;
}

/** Goes through the machine types of the tables, of every card that is wanted, by the packed columns. */
export function lookAtTables(
  question: SearchQuestion,
  index: SearchIndex,
  need: FleetNeed,
  costAround: CostAround,
  found: Candidates,
  cardOf: (key: CardKey) => RateCard | null,
): void {
  const { cards, types, prices } = index.machines;
  const { terms, filters } = question;
  const machines = machinesOfTypes(question, index, need);
  const wanted = cards.map(cardOf);
  const around = cards.map((key, place) => {
    const card = wanted[place] ?? null;
    const service = TABLE_SERVICES[key.provider];
    if (card === null || service === undefined) return null;
    return costAround(card, anyMachine(question, key, service));
  });
  const perUnit = cards.map(
    ({ currency }) => BELOW * convert(1, currency, terms.currency, terms.exchangeRate),
  );
  const isAllWanted = !wanted.includes(null);
  const look = { machines, around, perUnit, wanted, isAllWanted };
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
      const key = cards[place];
      const service = key && TABLE_SERVICES[key.provider];
      if (key === undefined || service === undefined) continue;
      last = found.add(last, alone + cost, key, service, types.names[type] ?? "", purchase);
      // Those that follow cost no less; only with prices of the caller's own their order is another.
      if (own === null && alone >= best.worst) {
        best.leaveOut(alone);
        break;
      }
    }
  }
}

/** How many offers of one type are in cards that are wanted. */
function offersBetween({ packed, wanted, isAllWanted }: Look, first: number, end: number): number {
  if (isAllWanted) return end - first;
  let offers = 0;
  for (let entry = first; entry < end; entry += 1) {
    if ((wanted[packed.cards[entry] ?? 0] ?? null) !== null) offers += 1;
  }
  return offers;
}
