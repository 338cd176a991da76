import type { ProviderId } from "../../shared/catalog/providers.ts";
import { readAws } from "./sources/aws-bulk.ts";
import { readAzure } from "./sources/azure-retail.ts";
import { readGoogle } from "./sources/google-billing.ts";
import { readOci } from "./sources/oci-products.ts";
import { readSakura } from "./sources/sakura-prices.ts";
import type { ReadSource } from "./sources/source.ts";

/** The price sources by the names of the command line. */
export const PRICE_SOURCES = {
  aws: { provider: "aws", read: readAws },
  gcp: { provider: "google", read: readGoogle },
  azure: { provider: "azure", read: readAzure },
  oci: { provider: "oci", read: readOci },
  sakura: { provider: "sakura", read: readSakura },
} as const satisfies Record<string, { provider: ProviderId; read: ReadSource }>;
export type PriceSourceName = keyof typeof PRICE_SOURCES;

/** What can be refreshed: a provider's prices, or the exchange rate. */
export type RefreshTarget = PriceSourceName | "fx";
export const REFRESH_TARGETS: readonly RefreshTarget[] = [
  "aws",
  "gcp",
  "azure",
  "oci",
  "sakura",
  "fx",
];
