import { InstancesRequest } from "../../../shared/schema/calculator-v1.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { CALCULATOR_PATH } from "./calculator.ts";
import { listedMachine, PricesListed, type ListedMachine } from "./listed-machine.ts";
import { withMachineCards } from "./machine-cards.ts";

/** All machine types of a region, by provider. */
export const instances = defineRoute({
  method: "GET",
  path: `${CALCULATOR_PATH}/instances`,
  input: InstancesRequest,
  handle: ({ provider, region, exchange_rate: exchangeRate }, { catalog, today }) =>
    withMachineCards(catalog, region, provider, (cards) => {
      const data: Record<string, Record<string, ListedMachine>> = {};
      const prices = new PricesListed(today());
      for (const { service, card } of cards) {
        const types: [string, ListedMachine][] = [];
        for (const name of card.machineNames) {
          const machine = card.machine(name);
          const answer = machine && listedMachine(machine, exchangeRate, prices);
          if (answer) types.push([name, answer]);
        }
        data[service] = Object.fromEntries(types);
      }
      return success(data, prices.used());
    }),
});
