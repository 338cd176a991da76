import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import type { Downloads, Progress } from "../download.ts";
import type { SourceReading } from "../observation.ts";

/** Where the price sources are asked, each without a slash at the end. */
export interface SourceAddresses {
  readonly aws: string;
  readonly azure: string;
  readonly google: string;
  readonly oci: string;
  readonly sakura: string;
  readonly ecb: string;
}

/** The addresses that the providers document. Cards name these, wherever the prices were asked. */
export const OFFICIAL_ADDRESSES: SourceAddresses = {
  aws: "https://pricing.us-east-1.amazonaws.com",
  azure: "https://prices.azure.com",
  google: "https://cloudbilling.googleapis.com",
  oci: "https://apexapps.oracle.com",
  sakura: "https://secure.sakura.ad.jp",
  ecb: "https://www.ecb.europa.eu",
};

/** What a source needs to read its prices. */
export interface SourceContext {
  /** The cards of this provider whose regions are asked for. */
  readonly cards: readonly RateCardFile[];
  readonly downloads: Downloads;
  readonly progress: Progress;
  /** The day of reading, `YYYY-MM-DD`: the date of sources that name none themselves. */
  readonly today: string;
  readonly addresses: SourceAddresses;
  /** Key of the Google Cloud Billing API. */
  readonly googleKey?: string;
}

/** Reads one provider's prices. A source that is not as expected is a `SourceFormatError`. */
export type ReadSource = (context: SourceContext) => Promise<SourceReading>;
