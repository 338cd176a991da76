/** What the first answer does not need of the engine: one file, so that it is one download. */
export { chargesAround } from "../../shared/charges-around.ts";
export { cappedDays } from "../../shared/catalog/capped-days.ts";
export { Catalog } from "../../shared/catalog/catalog.ts";
export { withCustomCatalog, withCustomPrices } from "../../shared/catalog/custom-prices.ts";
export { findMachine } from "../../shared/catalog/find-machine.ts";
export { bentTerm } from "../../shared/engine/bent-term.ts";
export { termAfter } from "../../shared/engine/late-term.ts";
export { sharedTerm } from "../../shared/engine/shared-term.ts";
export { slottedCurve } from "../../shared/engine/slotted-curve.ts";
export { slotFleets, slotsOf } from "../../shared/engine/slots.ts";
export { lambdaOptions } from "../../shared/metering/aws-lambda-options.ts";
export { meanDemand, meanInternetGb } from "../../shared/mean-demand.ts";
export { METERING_RULES } from "../../shared/metering/index.ts";
export { nearestNames } from "../../shared/nearest-names.ts";
export { offerIds } from "../../shared/offer-ids.ts";
export { functionCharges } from "../../shared/price-function.ts";
export { capacityFor, priceMachine, sizingOf } from "../../shared/price-machine.ts";
export { ask } from "../state/asked.ts";
