import type * as askedModule from "../state/asked.ts";
import type * as comparingModule from "./comparing.ts";
import { toWholeNanoseconds } from "../../shared/units.ts";
import { ATTRIBUTE_INPUTS } from "../state/attribute-fields.ts";
import { DEFAULT_INPUTS } from "../state/default-inputs.ts";
import { choiceId, type SimulationInputs } from "../state/inputs.ts";
import { loadedRest } from "./engine.ts";
import { HeldBack } from "./held-back.ts";

/*
 * What stands, for elements on a page of others, in the place of what reads inputs and compares
 * offers: the default question with other values of what a page sets by attributes of their own,
 * answered by bills alone.
 */

type Comparing = typeof comparingModule;
type Ask = typeof askedModule.ask;

const SET_BY_ATTRIBUTES: readonly string[] = Object.values(ATTRIBUTE_INPUTS);

let comparing: Comparing | null = null;
let asking: Ask | null = null;

/** Compares offers from now on. */
export function takeComparing(loaded: Comparing): void {
  comparing = loaded;
}

/** Reads any inputs from now on; so does what comes with the rest of the engine. */
export function takeAsking(loaded: Ask): void {
  asking = loaded;
}

/** In the place of `web/state/asked.ts`. */
export const ask: Ask = (inputs) => {
  const whole = asking ?? loadedRest()?.ask;
  if (whole !== undefined) return whole(inputs);
  for (const key in inputs) {
    const input = key as keyof SimulationInputs;
    if (inputs[input] !== DEFAULT_INPUTS[input] && !SET_BY_ATTRIBUTES.includes(key)) {
      throw new HeldBack();
    }
  }
  const { region, functions, machines, minimumMachines, durationMs } = inputs;
  const sizing = { kind: "peak", minimumMachines } as const;
  return {
    offers: [
      ...functions.map((choice) => ({
        kind: "function" as const,
        id: choiceId(choice),
        region,
        ...choice,
      })),
      ...machines.map((choice) => ({
        kind: "machine" as const,
        id: choiceId(choice),
        region,
        sizing,
        ...choice,
      })),
    ],
    workload: {
      requestsPerMonth: inputs.requestsPerMonth,
      durationMs: toWholeNanoseconds(durationMs),
      memoryMb: inputs.memoryMb,
      egressPerRequestKb: inputs.egressPerRequestKb,
      internetTransferRatio: inputs.internetTransferRatio,
      peakToAverage: inputs.peakToAverage,
      cpuMs: null,
      memoryPerRequestMb: null,
      targetUtilisation: inputs.targetUtilisation,
      memoryReserveMb: inputs.memoryReserveMb,
      logPerRequestKb: inputs.logPerRequestKb,
    },
    terms: {
      includeFreeTier: true,
      includeEgressFreeTier: true,
      customEgressRates: {},
      currency: inputs.currency,
      exchangeRate: inputs.exchangeRate,
    },
    needsWholeCards: false,
  };
};

/** In the place of `web/state/compared.ts`: nothing is compared until that is loaded. */
export const compare: Comparing["compare"] = (question, cards) =>
  comparing === null ? null : comparing.compare(question, cards);
