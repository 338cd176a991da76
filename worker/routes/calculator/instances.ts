import { InstancesAnswer, InstancesRequest } from "../../../shared/schema/calculator-v1.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { CALCULATOR_PATH } from "./calculator.ts";
import { machineAnswer, type MachineAnswer } from "./machine-answer.ts";
import { withMachineCards } from "./machine-cards.ts";

/** All machine types of a region, by provider. */
export const instances = defineRoute({
  method: "GET",
  path: `${CALCULATOR_PATH}/instances`,
  summary: "All machine types of a region",
  input: InstancesRequest,
  answer: InstancesAnswer,
  handle: ({ provider, region, exchange_rate: exchangeRate }, { catalog }) =>
    withMachineCards(catalog, region, provider, (cards) => {
      const data: Record<string, Record<string, MachineAnswer>> = {};
      for (const { service, card } of cards) {
        const types: [string, MachineAnswer][] = [];
        for (const name of card.machineNames) {
          const machine = card.machine(name);
          const answer = machine && machineAnswer(machine, exchangeRate);
          if (answer) types.push([name, answer]);
        }
        data[service] = Object.fromEntries(types);
      }
      return success(data);
    }),
});
