import type { RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import type { MachineServiceId, ProviderId } from "../catalog/providers.ts";
import type { Purchase } from "../catalog/purchase.ts";
import type { Architecture } from "../catalog/rate-card.ts";
import { convert } from "../currency.ts";
import type { Candidates, MachineRow } from "./candidates.ts";
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

/** A card whose machines can be bought. */
interface Seller {
  readonly key: CardKey;
  readonly service: MachineServiceId;
  /** What is charged around a machine at least. */
  readonly around: number;
  /** What its money is in the answer's. */
  readonly perUnit: number;
}

/** One way of buying, as it is gone through. */
interface Look {
  readonly purchase: Purchase;
  readonly packed: PackedPrices;
  /** Machines that each type needs; `NONE` if it cannot be used, `NaN` where it is not looked at. */
  readonly machines: Float64Array;
  /** Monthly prices with the caller's own in them; `null` where there are none. */
  readonly own: Float64Array | null;
  /** By card; `null` where no machine can be bought. */
  readonly sellers: readonly (Seller | null)[];
  /** The least that is charged around a machine in any of them. */
  readonly leastAround: number;
  /** By card: itself; `null` where it is none of those to look at. */
  readonly wanted: readonly (RateCard | null)[];
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
  let leastAround = Infinity;
  const wanted = cards.map(cardOf);
  const sellers = cards.map((key, place): Seller | null => {
    const card = wanted[place] ?? null;
    const service = TABLE_SERVICES[key.provider];
    if (card === null || service === undefined) return null;
    const around = costAround(card, service);
    if (around === null) return null;
    leastAround = Math.min(leastAround, around);
    const unit = convert(1, card.currency, terms.currency, terms.exchangeRate);
    return { key, service, around, perUnit: BELOW * unit };
  });
  const look = { machines, sellers, leastAround, wanted };
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
  const { machines, packed, own, sellers, leastAround, wanted, purchase } = look;
  const { starts, cards: cardOf } = packed;
  const { names } = index.machines.types;
  const monthly = own ?? packed.monthly;
  const { best } = found;
  const isSoldEverywhere = !sellers.includes(null);
  for (let type = 0; type < names.length; type += 1) {
    const count = machines[type] ?? Number.NaN;
    if (Number.isNaN(count)) continue;
    const first = starts[type] ?? 0;
    const end = starts[type + 1] ?? 0;
    const offers = (cardsHere: readonly unknown[]): number =>
      isSoldEverywhere ? end - first : inCards(cardsHere, cardOf, first, end);
    found.considered += offers(wanted);
    if (count === NONE) continue;
    found.carrying += offers(sellers);
    let last: MachineRow | null = null;
    for (let entry = first; entry < end; entry += 1) {
      const seller = sellers[cardOf[entry] ?? 0] ?? null;
      if (seller === null) continue;
      const { key, service, around, perUnit } = seller;
      const alone = count * (monthly[entry] ?? 0) * perUnit;
      // Those that follow cost no less; only with prices of the caller's own their order is another.
      if (own === null && alone + leastAround >= best.worst) {
        best.leaveOut(alone + leastAround);
        break;
      }
      last = found.add(last, alone + around, key, service, names[type] ?? "", purchase);
    }
  }
}

/** How many offers of one type are in cards that are not `null`. */
function inCards(
  cards: readonly unknown[],
  cardOf: Uint16Array,
  first: number,
  end: number,
): number {
  let offers = 0;
  for (let entry = first; entry < end; entry += 1) {
    if (cards[cardOf[entry] ?? 0] !== null) offers += 1;
  }
  return offers;
}
