/** What the first answer does not need: one file, so that it is one download. */
export * as containers from "../../shared/catalog/container-machines.ts";
export * as customPrices from "../../shared/catalog/custom-prices.ts";
export * as sideCharges from "../../shared/side-costs/side-costs.ts";
export { METERING_RULES } from "../../shared/metering/index.ts";
