import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import type { ProviderId } from "../../../shared/catalog/providers.ts";
import type { SourceAddresses } from "../../../tools/refresh/sources/source.ts";
import { awsResponse } from "./_generated-aws.ts";
import { azureResponse } from "./_generated-azure.ts";
import { googleResponse, googleSkus } from "./_generated-google.ts";
import { ecbResponse, ociResponse, sakuraResponse } from "./_generated-others.ts";

/** What the sources are made of. */
export interface GeneratedSources {
  readonly cards: readonly RateCardFile[];
  readonly yenPerDollar: number;
  /** The day that the sources are from, `YYYY-MM-DD`. */
  readonly day: string;
  /** Entries of a page, where lists have pages. */
  readonly pageSize: number;
}

/** An answer to a request: text, or a value that is sent as JSON; `null` for an unknown address. */
export type GeneratedAnswer = (url: URL) => unknown;

/** All sources in their official forms, such that they say exactly what these cards say. */
export function generatedSources(sources: GeneratedSources): GeneratedAnswer {
  const { cards, day, pageSize, yenPerDollar } = sources;
  const of = (provider: ProviderId) => cards.filter((card) => card.provider === provider);
  const [aws, google, azure, oci, sakura] = [
    of("aws"),
    of("google"),
    of("azure"),
    of("oci"),
    of("sakura"),
  ];
  const skus = googleSkus(google);
  return (url) => {
    const { pathname: path } = url;
    if (path.startsWith("/offers/")) return awsResponse(path, aws, day);
    if (path === "/api/retail/prices") return azureResponse(url, azure, pageSize);
    if (path.startsWith("/v1/services/")) return googleResponse(url, skus, pageSize);
    if (path.startsWith("/pls/apex/")) return ociResponse(oci, day);
    if (path.startsWith("/cloud/zone/")) return sakuraResponse(path, sakura, day);
    if (path.startsWith("/stats/eurofxref/")) return ecbResponse(yenPerDollar, day);
    return null;
  };
}

/** The addresses of a server that answers for all sources. */
export function addressesOf(server: string): SourceAddresses {
  return {
    aws: server,
    azure: server,
    google: server,
    oci: server,
    sakura: server,
    ecb: server,
  };
}
