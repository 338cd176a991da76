import type { FlexibleShape, RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import {
  customMachineChange,
  withCustomPrices,
  tiersOf,
  type CustomPrice,
  type PriceChange,
} from "../catalog/custom-prices.ts";
import {
  FUNCTION_SERVICES,
  type FunctionServiceId,
  type MachineServiceId,
  type ProviderId,
} from "../catalog/providers.ts";
import type { Purchase } from "../catalog/purchase.ts";
import type { Architecture } from "../catalog/rate-card.ts";
import { convert } from "../currency.ts";
import { monthlyTotal } from "../engine/bill.ts";
import { chargeFor, type Price } from "../engine/price.ts";
import type { CapacityDemand } from "../engine/capacity.ts";
import { PricingError } from "../engine/errors.ts";
import { peakOf } from "../hourly-profile.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { MeteringRule } from "../metering/rule.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../offer.ts";
import { chargesAround, priceOffer } from "../price-offer.ts";
import { inTerms, type PricingTerms } from "../pricing-terms.ts";
import { HOURS_PER_MONTH, MB_PER_GB, MS_PER_SECOND, PERCENT, SECONDS_PER_MONTH } from "../units.ts";
import { capacityDemandOf } from "../workload.ts";
import { Cheapest } from "./cheapest.ts";
import { flexibleSizes, type FlexibleSize } from "./flexible-sizes.ts";
import type { PackedCard, PackedPrices } from "./machine-pack.ts";
import { allows, type SearchQuestion } from "./question.ts";
import type { SearchIndex } from "./search-index.ts";

/** An offer with what it costs a month at least. */
export interface Candidate extends CardKey {
  readonly offer: Offer;
  readonly atLeast: number;
  /** Other regions of the provider in which it costs the same. */
  readonly alsoIn: readonly string[];
}

/** What a search found before it loads any card. */
export interface Shortlist {
  /** The cheapest by their least cost, in that order. */
  readonly candidates: readonly Candidate[];
  /** The least cost of those that are not in it; `Infinity` when all are. */
  readonly othersAtLeast: number;
  /** All functions, with what they cost but for what is charged around them. */
  readonly functions: readonly Candidate[];
  /** Offers that were looked at, and how many of them carry the load in the allowed number. */
  readonly considered: number;
  readonly carrying: number;
}

/**
 * Goes through every offer of these cards. Machine types are costed from the packed columns, at least
 * by their price alone and by the egress that comes with every machine, and the `length` cheapest of
 * them are kept; what is charged around them beyond that only adds.
 */
export function shortlist(
  question: SearchQuestion,
  index: SearchIndex,
  keys: readonly CardKey[],
  length: number,
): Shortlist {
  const run = new Run(question, index, length);
  const wanted = new Set(keys.map(nameOf));
  if (allows(question.filters.kinds, "machine")) {
    run.measureTypes();
    run.lookAtMachines(index.machines.cards.map((card) => wanted.has(nameOf(card))));
  }
  for (const key of keys) run.lookAtCard(key);
  return run.result();
}

/** No machine of this type carries the load within the limits. */
const NONE = 0;
/** A rounding less, so that the exact number of machines cannot come out below. */
const BELOW = 1 - 1e-9;

const FUNCTION_SERVICE_LIST = Object.entries(FUNCTION_SERVICES) as [
  FunctionServiceId,
  ProviderId,
][];

/** The service under which each provider rents out the machines of its table. */
const TABLE_SERVICES: { readonly [provider in ProviderId]?: MachineServiceId } = {
  aws: "aws_ec2",
  google: "google_cloud",
  azure: "azure",
  oci: "oci",
  sakura: "sakura_cloud",
  fly: "fly_machines",
};

class Run {
  private readonly question: SearchQuestion;
  private readonly index: SearchIndex;
  private readonly demand: CapacityDemand;
  /** Requests per second of the busiest moment. */
  private readonly peak: number;
  /** The mean over the hours of the machines that run, against those of the busiest hour. */
  private readonly meanOfPeak: number;
  private readonly customPrices: readonly CustomPrice[];
  /** Machines that each packed type needs on average over the month; `NONE` if it cannot be used. */
  private machines: Float64Array = new Float64Array(0);
  /** 1 for types that the filters leave. */
  private isLookedAt: Uint8Array = new Uint8Array(0);
  private readonly best: Cheapest<Row>;
  private readonly costed = new Map<number, readonly CostedFunction[]>();
  private readonly sizes = new Map<string, readonly FlexibleSize[]>();
  private readonly functions = new Map<string, Candidate & { readonly alsoIn: string[] }>();
  private readonly flexible = new Map<string, Row>();
  /** Whether offers that cost the same here may differ in what is charged around them. */
  private readonly isAlikeAround: boolean;
  private considered = 0;
  private carrying = 0;

  constructor(question: SearchQuestion, index: SearchIndex, length: number) {
    this.question = question;
    this.index = index;
    const { workload } = question;
    this.demand = capacityDemandOf(workload);
    this.peak = (workload.requestsPerMonth / SECONDS_PER_MONTH) * workload.peakToAverage;
    this.meanOfPeak = meanShareOfPeak(question);
    this.customPrices = question.terms.customPrices ?? [];
    this.best = new Cheapest(length);
    this.isAlikeAround = question.terms.sideCosts === undefined;
  }

  result(): Shortlist {
    const rows = this.best.sorted();
    const candidates = rows.map(({ atLeast, key, alsoIn, name, purchase }): Candidate => {
      const { provider, region } = key;
      const offer = this.machineOffer(key, name, purchase);
      return { provider, region, atLeast, alsoIn, offer };
    });
    const { considered, carrying } = this;
    const functions = [...this.functions.values()];
    return { candidates, othersAtLeast: this.best.leastLeftOut, functions, considered, carrying };
  }

  /** How many machines of each type the workload needs: the same in every region. */
  measureTypes(): void {
    const { filters } = this.question;
    const { vcpu, memoryMb, baseline, soldAtMost, arm64 } = this.index.machines.types;
    this.machines = new Float64Array(vcpu.length);
    this.isLookedAt = new Uint8Array(vcpu.length);
    for (let type = 0; type < vcpu.length; type += 1) {
      const cpus = vcpu[type] ?? 0;
      const memory = memoryMb[type] ?? 0;
      const share = baseline[type] ?? 1;
      const architecture: Architecture = arm64[type] === 1 ? "arm64" : "x86_64";
      if (!allows(filters.architectures, architecture)) continue;
      if (cpus < filters.leastVcpu || memory < filters.leastMemoryMb) continue;
      if (filters.excludesBurstable && share < 1) continue;
      this.isLookedAt[type] = 1;
      const most = Math.min(filters.mostMachines, soldAtMost[type] ?? Infinity);
      this.machines[type] = this.machinesOf(cpus * share, memory, most);
    }
  }

  /** Machines needed on average over the month, of so many vCPUs all month; `NONE` if more than `most`. */
  private machinesOf(sustainedCpus: number, memoryMb: number, most: number): number {
    const { demand, peak, meanOfPeak } = this;
    const { minimumMachines } = this.question.filters;
    const usableMb = memoryMb - demand.memoryReserveMb;
    if (usableMb < demand.largestRequestMb) return NONE;
    const byCpu = (sustainedCpus * demand.targetUtilisation) / (demand.cpuMs / MS_PER_SECOND);
    const heldMbSeconds = (demand.memoryPerRequestMb * demand.durationMs) / MS_PER_SECOND;
    const wanted = (peak / Math.min(byCpu, usableMb / heldMbSeconds)) * BELOW;
    const atPeak = Math.max(minimumMachines, Math.ceil(wanted));
    if (atPeak > most) return NONE;
    return meanOfPeak === 1 ? atPeak : Math.max(minimumMachines, wanted * meanOfPeak);
  }

  /** Every type in every card that is wanted, of each type the cheapest first. */
  lookAtMachines(isWanted: readonly boolean[]): void {
    const { cards, prices } = this.index.machines;
    const { terms } = this.question;
    const around = cards.map((card, place) =>
      isWanted[place] === true ? this.around(card) : null,
    );
    const perUnit = cards.map(
      ({ currency }) => BELOW * convert(1, currency, terms.currency, terms.exchangeRate),
    );
    const isEverywhere = isWanted.every(Boolean);
    for (const purchase of this.question.filters.purchases ?? (["on_demand"] as const)) {
      const packed = prices[purchase];
      if (packed === undefined) continue;
      const custom = this.customPrices.length === 0 ? null : this.customMonthly(purchase, packed);
      this.lookAtPrices({ purchase, packed, custom, around, perUnit, isWanted, isEverywhere });
    }
  }

  private lookAtPrices(look: Look): void {
    const { packed, custom, around, perUnit, purchase } = look;
    const { starts, cards: cardOf } = packed;
    const { cards, types } = this.index.machines;
    const monthly = custom ?? packed.monthly;
    const { best } = this;
    for (let type = 0; type < types.names.length; type += 1) {
      if (this.isLookedAt[type] !== 1) continue;
      const first = starts[type] ?? 0;
      const end = starts[type + 1] ?? 0;
      const count = this.machines[type] ?? NONE;
      this.count(look, first, end, count !== NONE);
      if (count === NONE) continue;
      let last: Row | null = null;
      for (let entry = first; entry < end; entry += 1) {
        const place = cardOf[entry] ?? 0;
        const cost = around[place] ?? null;
        if (cost === null) continue;
        const alone = count * (monthly[entry] ?? 0) * (perUnit[place] ?? 0);
        const atLeast = alone + cost;
        const key = cards[place];
        if (last !== null && key !== undefined && this.isSameElsewhere(last, key, atLeast)) {
          last.alsoIn.push(key.region);
        } else if (atLeast < best.worst && key !== undefined) {
          last = { atLeast, key, alsoIn: [], name: types.names[type] ?? "", purchase };
          best.add(last);
        } else best.leaveOut(atLeast);
        // Those that follow cost no less; only with prices of the caller's own their order is another.
        if (custom === null && alone >= best.worst) {
          best.leaveOut(alone);
          break;
        }
      }
    }
  }

  /** Whether an offer is the last one in another region, at the same cost. */
  private isSameElsewhere(last: Row, key: CardKey, atLeast: number): boolean {
    return this.isAlikeAround && last.atLeast === atLeast && last.key.provider === key.provider;
  }

  /** Counts offers of one type; where all cards are wanted, without going through them. */
  private count(
    { packed, isWanted, isEverywhere }: Look,
    first: number,
    end: number,
    carries: boolean,
  ): void {
    let offers = end - first;
    if (!isEverywhere) {
      offers = 0;
      for (let entry = first; entry < end; entry += 1) {
        if (isWanted[packed.cards[entry] ?? 0] === true) offers += 1;
      }
    }
    this.considered += offers;
    if (carries) this.carrying += offers;
  }

  private around(card: PackedCard): number | null {
    const service = TABLE_SERVICES[card.provider];
    return service === undefined ? null : this.costAround(card, service);
  }

  /** Functions, and shapes whose cores and memory the buyer chooses. */
  lookAtCard(key: CardKey): void {
    const listed = this.index.card(key);
    const card = withCustomPrices(listed, this.customPrices, null);
    const { kinds } = this.question.filters;
    if (allows(kinds, "function")) this.lookAtFunctions(key, card);
    if (allows(kinds, "machine")) this.lookAtFlexible(key, card);
  }

  private lookAtFunctions(key: CardKey, card: RateCard): void {
    for (const { service, architecture, atLeast } of this.functionsOf(key, card)) {
      this.considered += 1;
      if (atLeast === null) continue;
      this.carrying += 1;
      const { provider, region } = key;
      const name = `${service}/${architecture}/${this.isAlikeAround ? atLeast : region}`;
      const same = this.functions.get(name);
      if (same !== undefined) {
        same.alsoIn.push(region);
        continue;
      }
      const offer = functionOffer(service, region, architecture);
      this.functions.set(name, { provider, region, offer, atLeast, alsoIn: [] });
    }
  }

  /** What the functions of a card cost: what those of another cost that has the same prices. */
  private functionsOf(key: CardKey, card: RateCard): readonly CostedFunction[] {
    const place = this.index.pricesOf(key);
    const known = this.costed.get(place);
    if (known !== undefined) return known;
    const { architectures } = this.question.filters;
    const costed = FUNCTION_SERVICE_LIST.flatMap(([service, provider]): CostedFunction[] => {
      if (provider !== key.provider) return [];
      const rule: MeteringRule = METERING_RULES[service];
      const meters = card.meterNames(rule.pricedAs ?? service);
      if (meters.length === 0) return [];
      return architecturesOf(rule, meters)
        .filter((architecture) => allows(architectures, architecture))
        .map((architecture) => {
          const offer = functionOffer(service, key.region, architecture);
          return { service, architecture, atLeast: this.functionCost(offer, card) };
        });
    });
    // Prices of the caller's own may be for one region only.
    if (this.customPrices.length === 0) this.costed.set(place, costed);
    return costed;
  }

  /** What a function costs but for what is charged around it; `null` if it cannot be bought. */
  private functionCost(offer: FunctionOffer, card: RateCard): number | null {
    const { workload, terms } = this.question;
    try {
      const { charges } = priceOffer(workload, offer, withoutSideCosts(terms), card);
      return monthlyTotal(charges, workload.requestsPerMonth, null) * BELOW;
    } catch (error) {
      if (error instanceof PricingError) return null;
      throw error;
    }
  }

  private lookAtFlexible(key: CardKey, card: RateCard): void {
    const { filters } = this.question;
    const service = TABLE_SERVICES[key.provider];
    if (service === undefined || card.flexibleShapes.length === 0) return;
    if (!allows(filters.purchases ?? ["on_demand"], "on_demand")) return;
    const around = this.costAround(key, service);
    for (const name of card.flexibleShapes) {
      const shape = card.flexibleShape(name);
      if (shape === undefined || !allows(filters.architectures, shape.architecture)) continue;
      for (const size of this.sizesOf(name, shape)) {
        this.considered += 1;
        if (around === null) continue;
        this.carrying += 1;
        const sized = `${name}_${size.ocpu}_${size.memoryGb}`;
        this.addFlexible(key, sized, this.flexibleCost(shape, size) * BELOW + around);
      }
    }
  }

  private addFlexible(key: CardKey, name: string, atLeast: number): void {
    const { best } = this;
    const last = this.flexible.get(name);
    if (last !== undefined && this.isSameElsewhere(last, key, atLeast)) {
      last.alsoIn.push(key.region);
      return;
    }
    const row: Row = { atLeast, key, alsoIn: [], name, purchase: "on_demand" };
    this.flexible.set(name, row);
    if (atLeast < best.worst) best.add(row);
    else best.leaveOut(atLeast);
  }

  /** What a fleet of that size costs at least, but for what is charged around it. */
  private flexibleCost(
    shape: FlexibleShape,
    { ocpu, memoryGb, machines, wanted }: FlexibleSize,
  ): number {
    const { terms, filters } = this.question;
    const mean =
      this.meanOfPeak === 1
        ? machines
        : Math.max(filters.minimumMachines, wanted * BELOW * this.meanOfPeak);
    const hours = mean * HOURS_PER_MONTH;
    const costOf = (price: Price, quantity: number) =>
      chargeFor(inTerms(price, terms.includeFreeTier, terms), quantity);
    return costOf(shape.ocpuHours, hours * ocpu) + costOf(shape.memoryGbHours, hours * memoryGb);
  }

  /** The sizes of a shape that can be the cheapest: the same wherever it is sold. */
  private sizesOf(name: string, shape: FlexibleShape): readonly FlexibleSize[] {
    const known = this.sizes.get(name);
    if (known !== undefined) return known;
    const { leastVcpu, leastMemoryMb, minimumMachines, mostMachines } = this.question.filters;
    const { demand, peak } = this;
    const [leastOcpu, mostOcpu] = shape.ocpu;
    const [leastGb, mostGb] = shape.memoryGb;
    const allowed: FlexibleShape = {
      ...shape,
      ocpu: [Math.max(leastOcpu, leastVcpu / shape.vcpuPerOcpu), mostOcpu],
      memoryGb: [Math.max(leastGb, leastMemoryMb / MB_PER_GB), mostGb],
    };
    const load = {
      demand,
      peakRequestsPerSecond: peak,
      minimumMachines,
      mostMachines,
      isAutoscaled: this.meanOfPeak !== 1,
    };
    const sizes = flexibleSizes(allowed, load);
    this.sizes.set(name, sizes);
    return sizes;
  }

  private machineOffer(
    { provider, region }: CardKey,
    instanceType: string,
    purchase: Purchase,
  ): MachineOffer {
    const service = TABLE_SERVICES[provider];
    if (service === undefined) throw new Error(`${provider} rents out no machines`);
    const { sizing: kind, minimumMachines } = this.question.filters;
    const sizing = { kind, minimumMachines };
    return { kind: "machine", service, region, instanceType, purchase, sizing };
  }

  /** What every machine of a card costs besides itself at least; `null` where it cannot be bought. */
  private costAround(key: CardKey, service: MachineServiceId): number | null {
    const { workload, terms } = this.question;
    try {
      const any = this.machineOffer(key, service, "on_demand");
      const card = withCustomPrices(this.index.card(key), this.customPrices, null);
      const charges = chargesAround(workload, any, withoutSideCosts(terms), card);
      return monthlyTotal(charges, workload.requestsPerMonth, null) * BELOW;
    } catch (error) {
      if (error instanceof PricingError) return null;
      throw error;
    }
  }

  /** The monthly prices with the caller's own in them. */
  private customMonthly(purchase: Purchase, { starts, cards: cardOf, monthly }: PackedPrices) {
    const { cards, types } = this.index.machines;
    const own = cards.map(({ provider, region }) =>
      this.customPrices.filter(
        (custom) =>
          custom.provider === provider && (custom.region === undefined || custom.region === region),
      ),
    );
    const changed = Float64Array.from(monthly);
    for (const [type, name] of types.names.entries()) {
      for (let entry = starts[type] ?? 0; entry < (starts[type + 1] ?? 0); entry += 1) {
        const place = cardOf[entry] ?? 0;
        const card = cards[place];
        const here = own[place] ?? [];
        if (card === undefined || here.length === 0) continue;
        const change = customMachineChange(here, card.provider, name, purchase, card.meter);
        if (change !== null) changed[entry] = this.changedPrice(monthly[entry] ?? 0, change, card);
      }
    }
    return changed;
  }

  private changedPrice(
    monthly: number,
    change: PriceChange,
    { currency, meter }: PackedCard,
  ): number {
    // How many units are free of charge depends on how many machines there are.
    if (change.free !== undefined && change.free > 0) return 0;
    if ("discountPercent" in change) {
      return monthly * ((PERCENT - change.discountPercent) / PERCENT);
    }
    const units = meter === "instance_months" ? 1 : HOURS_PER_MONTH;
    const { exchangeRate } = this.question.terms;
    const least = Math.min(...tiersOf(change).map(({ unitPrice }) => unitPrice));
    const unitPrice = convert(least, change.currency, currency, exchangeRate);
    // Sustained use may take a part off, and is not in what the caller gave.
    return unitPrice * units * LEAST_SUSTAINED_USE;
  }
}

/** The architectures of a service that have prices of their own. */
function architecturesOf(
  { hasArchitectures }: MeteringRule,
  meters: readonly string[],
): readonly Architecture[] {
  const isSold = hasArchitectures === true && meters.some((meter) => meter.endsWith(".arm64"));
  return isSold ? ["x86_64", "arm64"] : ["x86_64"];
}

function meanShareOfPeak({ workload, filters }: SearchQuestion): number {
  const { hourlyWeights: weights } = workload;
  return filters.sizing === "autoscaled" && weights !== undefined ? 1 / peakOf(weights) : 1;
}

/** A function with what it costs; `null` if it cannot be bought for the workload. */
interface CostedFunction {
  readonly service: FunctionServiceId;
  readonly architecture: Architecture;
  readonly atLeast: number | null;
}

function functionOffer(
  service: FunctionServiceId,
  region: string,
  architecture: Architecture,
): FunctionOffer {
  return {
    kind: "function",
    service,
    region,
    architecture,
  };
}

/** A machine type in a card, bought in one way. */
interface Row {
  readonly atLeast: number;
  readonly key: CardKey;
  readonly alsoIn: string[];
  readonly name: string;
  readonly purchase: Purchase;
}

/** One way of buying, as it is gone through. */
interface Look {
  readonly purchase: Purchase;
  readonly packed: PackedPrices;
  /** Monthly prices with the caller's own in them; `null` where there are none. */
  readonly custom: Float64Array | null;
  /** By card: what is charged around a machine at least; `null` where none can be bought. */
  readonly around: readonly (number | null)[];
  /** By card: what its money is in the answer's. */
  readonly perUnit: readonly number[];
  readonly isWanted: readonly boolean[];
  readonly isEverywhere: boolean;
}

function withoutSideCosts(terms: PricingTerms): PricingTerms {
  const { sideCosts: _, ...rest } = terms;
  return rest;
}

/** What a sustained-use discount leaves of a price at least. */
const LEAST_SUSTAINED_USE = 0.5;

function nameOf({ provider, region }: CardKey): string {
  return `${provider}/${region}`;
}
