import type { CardKey } from "../catalog/catalog.ts";
import {
  isFunctionService,
  type MachineServiceId,
  type ProviderId,
  type ServiceId,
} from "../catalog/providers.ts";
import type { Purchase } from "../catalog/purchase.ts";
import type { MachineOffer, Offer } from "../offer.ts";
import { Cheapest } from "./cheapest.ts";
import type { SearchQuestion } from "./question.ts";

/** An offer with what it costs a month at least. */
export interface Candidate extends CardKey {
  readonly offer: Offer;
  readonly atLeast: number;
  /** Other regions of the provider in which it costs the same. */
  readonly alsoIn: readonly string[];
}

/** A machine type in a card, bought in one way. */
export interface MachineRow {
  readonly atLeast: number;
  readonly key: CardKey;
  readonly alsoIn: string[];
  readonly service: MachineServiceId;
  readonly name: string;
  readonly purchase: Purchase;
}

/** What a search has looked at so far, and the machines that can be among the cheapest. */
export class Candidates {
  /** The cheapest machines; functions are few and are all kept. */
  readonly best: Cheapest<MachineRow>;
  readonly functions: Candidate[] = [];
  /** Offers that were looked at, and how many of them carry the load in the allowed number. */
  considered = 0;
  carrying = 0;
  readonly #question: SearchQuestion;

  constructor(question: SearchQuestion, length: number) {
    this.#question = question;
    this.best = new Cheapest(length);
  }

  /**
   * Adds a machine if it can be among the cheapest. One that certainly costs what the last row of its type
   * does is that row's, in another region. Answers what is the last row then.
   */
  add(
    last: MachineRow | null,
    atLeast: number,
    key: CardKey,
    service: MachineServiceId,
    name: string,
    purchase: Purchase,
  ): MachineRow | null {
    const { best } = this;
    const isSame = last?.atLeast === atLeast && last.key.provider === key.provider;
    if (isSame && this.#isAlike(key.provider)) {
      last.alsoIn.push(key.region);
      return last;
    }
    if (atLeast >= best.worst) {
      best.leaveOut(atLeast);
      return last;
    }
    const row = { atLeast, key, alsoIn: [], service, name, purchase };
    best.add(row);
    return row;
  }

  /**
   * Whether machines of a provider that cost the same at least cost the same. What is charged around more of
   * them may differ, and so may what is left of a price of the caller's own.
   */
  #isAlike(provider: ProviderId): boolean {
    const { sideCosts, customPrices = [] } = this.#question.terms;
    return sideCosts === undefined && customPrices.every((own) => own.provider !== provider);
  }

  /** The cheapest machines, the cheapest first. */
  machines(): Candidate[] {
    return this.best.items.map(({ atLeast, key, alsoIn, service, name, purchase }) => {
      const { provider, region } = key;
      const offer = machineOffer(this.#question, region, service, name, purchase);
      return { provider, region, atLeast, alsoIn, offer };
    });
  }
}

/** An offer of a service, whichever: what is charged around them is the same. */
export function anyOffer(question: SearchQuestion, service: ServiceId): Offer {
  return isFunctionService(service)
    ? { kind: "function", service, region: "", architecture: "x86_64" }
    : machineOffer(question, "", service, "", "on_demand");
}

/** A machine type as the search's filters want it sized. */
function machineOffer(
  { filters }: SearchQuestion,
  region: string,
  service: MachineServiceId,
  instanceType: string,
  purchase: Purchase,
): MachineOffer {
  const { sizing: kind, minimumMachines } = filters;
  const sizing = { kind, minimumMachines };
  return { kind: "machine", service, region, instanceType, purchase, sizing };
}
