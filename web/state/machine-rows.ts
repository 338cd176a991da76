import type { RateCard } from "../../shared/catalog/card.ts";
import { withCustomPrices } from "../../shared/catalog/custom-prices.ts";
import { MACHINE_SERVICES, type MachineServiceId } from "../../shared/catalog/providers.ts";
import type { Purchase } from "../../shared/catalog/purchase.ts";
import { monthlyTotal } from "../../shared/engine/monthly-total.ts";
import { PricingError } from "../../shared/engine/errors.ts";
import type { Fleet } from "../../shared/engine/fleet.ts";
import { FIELDS } from "../../shared/fields.ts";
import type { MachineOffer } from "../../shared/offer.ts";
import { priceMachine } from "../../shared/price-machine.ts";
import { flexibleSizes, type FlexibleLoad } from "../../shared/search/flexible-sizes.ts";
import { monthlyCostOf } from "../../shared/search/found-offer.ts";
import type { SearchQuestion } from "../../shared/search/question.ts";
import { HOURS_PER_MONTH, toRequestsPerSecond } from "../../shared/units.ts";
import { capacityDemandOf } from "../../shared/workload.ts";
import type { MachineChoice, SimulationInputs } from "./inputs.ts";
import { leastMachines, termsOf, workloadOf } from "./question.ts";

/** A machine type of the place, what it has, and what the load would cost on it. */
export interface MachineRow extends MachineChoice {
  readonly vcpu: number;
  readonly memoryMb: number;
  readonly isArm64: boolean;
  /** Whether it sustains only a share of its vCPUs. */
  readonly isBurstable: boolean;
  /** One machine, an hour, in the currency of the answer. */
  readonly hourlyCost: number;
  /** Machines that the load needs at its peak; `null` where no number of them carries it. */
  readonly machines: number | null;
  /** What those cost a month with everything around them. */
  readonly monthlyCost: number | null;
}

const ONE_MACHINE: Fleet = { requestsPerMachine: Infinity, minimumMachines: 1 };

/** Sizes of containers that are listed: vCPUs, and GB for each of them. Others can be typed. */
const CONTAINER_SIZES: {
  readonly [service in MachineServiceId]?: readonly [
    vcpu: readonly number[],
    gbPerVcpu: readonly number[],
    variants: readonly string[],
  ];
} = {
  aws_fargate: [
    [0.25, 0.5, 1, 2, 4, 8, 16],
    [2, 4, 8],
    ["", "_arm64"],
  ],
  gcp_cloudrun_instances: [[1, 2, 4, 8], [0.5, 1, 2, 4], [""]],
  gcp_cloudrun_worker_pools: [[1, 2, 4, 8], [0.5, 1, 2, 4], [""]],
  cloudflare_container_instances: [[1, 2, 3, 4], [3, 4, 6, 12], [""]],
};

/** Prices the machine types of a service at a place, for the load of some inputs. */
export class MachinePricer {
  readonly card: RateCard;
  private readonly service: MachineServiceId;
  private readonly question: SearchQuestion;

  constructor(service: MachineServiceId, inputs: SimulationInputs, listed: RateCard) {
    const terms = termsOf(inputs);
    this.service = service;
    this.card = withCustomPrices(listed, terms.customPrices ?? [], null);
    const isFixed = inputs.sizing === "fixed";
    this.question = {
      workload: workloadOf(inputs),
      terms,
      filters: {
        // How many are needed is asked even where a number of them is set.
        sizing: inputs.sizing === "autoscaled" ? "autoscaled" : "peak",
        minimumMachines: isFixed ? 1 : leastMachines(service, inputs),
        mostMachines: FIELDS.most_machines.max,
        leastVcpu: 0,
        leastMemoryMb: 0,
        excludesBurstable: false,
        limit: 1,
      },
    };
  }

  /** Every type that is sold so, in the order of the card. */
  rows(purchase: Purchase): MachineRow[] {
    return this.names().flatMap((name) => this.row(name, purchase) ?? []);
  }

  /** One type; `null` for a name that the place does not have or not sell so. */
  row(instanceType: string, purchase: Purchase): MachineRow | null {
    const { card, service, question } = this;
    const { sizing, minimumMachines } = question.filters;
    const offer: MachineOffer = {
      kind: "machine",
      service,
      region: card.region,
      instanceType,
      purchase,
      sizing: { kind: sizing, minimumMachines },
    };
    try {
      const { machine, charges } = priceMachine(question.workload, offer, question.terms, card);
      const found = monthlyCostOf(question, card, offer, card);
      return {
        service,
        instanceType,
        purchase,
        vcpu: machine.vcpu,
        memoryMb: machine.memoryMb,
        isArm64: machine.architecture === "arm64",
        isBurstable: machine.baseline < 1,
        hourlyCost: monthlyTotal(charges, 0, ONE_MACHINE) / HOURS_PER_MONTH,
        machines: found?.machines ?? null,
        monthlyCost: found?.monthlyCost ?? null,
      };
    } catch (error) {
      if (error instanceof PricingError) return null;
      throw error;
    }
  }

  private names(): readonly string[] {
    const { card, service } = this;
    const sizes = CONTAINER_SIZES[service];
    if (sizes !== undefined) {
      const [vcpus, gbPerVcpu, variants] = sizes;
      return variants.flatMap((variant) =>
        vcpus.flatMap((vcpu) => gbPerVcpu.map((gb) => `${vcpu}_${vcpu * gb}${variant}`)),
      );
    }
    const load = this.flexibleLoad();
    return card.machineNames.flatMap((name) => {
      const shape = card.flexibleShape(name);
      if (shape === undefined) return [name];
      return flexibleSizes(shape, load).map(({ ocpu, memoryGb }) => `${name}_${ocpu}_${memoryGb}`);
    });
  }

  private flexibleLoad(): FlexibleLoad {
    const { workload, filters, terms } = this.question;
    return {
      demand: capacityDemandOf(workload),
      peakRequestsPerSecond:
        toRequestsPerSecond(workload.requestsPerMonth) * workload.peakToAverage,
      minimumMachines: filters.minimumMachines,
      mostMachines: filters.mostMachines,
      countsMachines: filters.sizing === "autoscaled" || terms.sideCosts !== undefined,
    };
  }
}

/** Services whose types are looked through for suggestions: one for each provider. */
const SUGGESTED_SERVICES: readonly MachineServiceId[] = [
  "aws_ec2",
  "google_cloud",
  "azure",
  "oci",
  "sakura_cloud",
];

/** Each provider's cheapest machines on demand that carry the load here; `null` while cards load. */
export function suggestedMachines(
  inputs: SimulationInputs,
  cardOf: (provider: (typeof MACHINE_SERVICES)[MachineServiceId]) => RateCard | null,
): MachineRow[] | null {
  // All cards are asked for, even where the first is not there yet.
  const cards = SUGGESTED_SERVICES.map((service) => cardOf(MACHINE_SERVICES[service]));
  const best: MachineRow[] = [];
  for (const [index, service] of SUGGESTED_SERVICES.entries()) {
    const card = cards[index] ?? null;
    if (card === null) return null;
    const rows = new MachinePricer(service, inputs, card).rows("on_demand");
    const cheapest = cheapestOf(rows);
    if (cheapest !== null) best.push(cheapest);
  }
  return best.sort((a, b) => (a.monthlyCost ?? 0) - (b.monthlyCost ?? 0));
}

function cheapestOf(rows: readonly MachineRow[]): MachineRow | null {
  let best: MachineRow | null = null;
  for (const row of rows) {
    if (row.monthlyCost === null) continue;
    if (best === null || row.monthlyCost < (best.monthlyCost ?? 0)) best = row;
  }
  return best;
}
