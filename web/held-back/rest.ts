/** What the first answer does not need: one file, so that it is one download. */
export { containerMachine } from "../../shared/catalog/container-machines.ts";
export { withCustomCatalog, withCustomPrices } from "../../shared/catalog/custom-prices.ts";
export { METERING_RULES } from "../../shared/metering/index.ts";
export { sideCharges } from "../../shared/side-costs/side-costs.ts";
