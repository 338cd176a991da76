/** What the first answer does not need of the engine: one file, so that it is one download. */
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
export { containerStorage } from "../../shared/metering/container-storage.ts";
export { METERING_RULES } from "../../shared/metering/index.ts";
export { machineRequests } from "../../shared/metering/machine-requests.ts";
export { surplusCharge } from "../../shared/metering/surplus-vcpu.ts";
export { nearestNames } from "../../shared/nearest-names.ts";
export { offerIds } from "../../shared/offer-ids.ts";
export { functionCharges } from "../../shared/price-function.ts";
export { sideCharges } from "../../shared/side-costs/side-costs.ts";
