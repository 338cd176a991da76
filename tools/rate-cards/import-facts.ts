/**
 * Writes the rate cards and their index from collected price facts:
 *
 *     node tools/rate-cards/import-facts.ts <folder-with-collected-facts>
 *
 * The same facts always give the same bytes.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { argv, exit } from "node:process";
import { gzipSync } from "node:zlib";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import { catalogIndex, type ExchangeRatesFile, type PlacesFile } from "./catalog-index.ts";
import { awsCard, type AwsEgressFacts } from "./facts/aws.ts";
import type { Ec2Facts } from "./facts/aws-ec2.ts";
import type { LambdaFacts } from "./facts/aws-lambda.ts";
import type { AwsSideFacts, SideSources } from "./facts/aws-side-costs.ts";
import {
  azureCard,
  type AzureEgressFacts,
  type AzureFacts,
  type AzureSideFacts,
} from "./facts/azure.ts";
import { cloudflareCard, type EdgePlatformFacts } from "./facts/cloudflare.ts";
import { flyCard, type FlyFacts } from "./facts/fly.ts";
import {
  googleCard,
  type GoogleEgressFacts,
  type GoogleFacts,
  type GoogleSideFacts,
} from "./facts/google.ts";
import { ociCard, type OciEgressFacts, type OciFacts } from "./facts/oci.ts";
import { sakuraCard, type SakuraEgressFacts, type SakuraFacts } from "./facts/sakura.ts";
import { formatCard } from "./format-card.ts";
import places from "./places.json" with { type: "json" };
import exchangeRates from "../../shared/rate-cards/exchange-rates.json" with { type: "json" };

interface EgressFacts {
  readonly aws: AwsEgressFacts;
  readonly gcp: GoogleEgressFacts;
  readonly azure: AzureEgressFacts;
  readonly oci: OciEgressFacts;
  readonly sakura: SakuraEgressFacts;
}

interface SideFacts {
  readonly _about: { readonly sources: SideSources };
  readonly aws: AwsSideFacts;
  readonly gcp: GoogleSideFacts;
  readonly azure: AzureSideFacts;
}

const PLACES: PlacesFile = places;
const RATE_CARDS = join(import.meta.dirname, "../../shared/rate-cards");

const [folder] = argv.slice(2);
if (folder === undefined) {
  console.error("usage: node tools/rate-cards/import-facts.ts <folder-with-collected-facts>");
  exit(2);
}

const cards = await cardsFrom(folder);
let gzipTotal = 0;
for (const card of cards) gzipTotal += await write(`${card.provider}/${card.region}`, card);
const index = catalogIndex(cards, PLACES, exchangeRates as ExchangeRatesFile);
gzipTotal += await write("index", index);
console.log(`${cards.length} cards, ${gzipTotal} bytes gzip in all`);

async function cardsFrom(factsFolder: string): Promise<RateCardFile[]> {
  /** Trusts the collected file to have the shape that is asked for; what is missing fails later. */
  const read = async <Facts>(name: string): Promise<Facts> => {
    const facts: Facts = JSON.parse(await readFile(join(factsFolder, `${name}.json`), "utf8"));
    return facts;
  };
  const egress = await read<EgressFacts>("egress");
  const side = await read<SideFacts>("side-costs");
  const ec2 = await read<Ec2Facts>("aws-ec2");
  const lambda = await read<LambdaFacts>("aws-lambda");
  const google = await read<GoogleFacts>("gcp");
  const azure = await read<AzureFacts>("azure");
  const oci = await read<OciFacts>("oci");
  const sakura = await read<SakuraFacts>("sakura");
  const edge = await read<EdgePlatformFacts & FlyFacts>("edge-platforms");
  const aws = {
    ec2,
    lambda,
    egress: egress.aws,
    side: side.aws,
    sideSources: aboutOf(side).sources,
  };
  const placed = (provider: "oci" | "sakura"): readonly string[] =>
    PLACES.places.flatMap(({ regions }) => regions[provider] ?? []);
  return [
    ...Object.keys(ec2.regions).map((region) => awsCard(region, aws)),
    ...Object.keys(google.regions).map((region) =>
      googleCard(region, google, egress.gcp, side.gcp),
    ),
    ...Object.keys(azure.regions).map((region) =>
      azureCard(region, azure, egress.azure, side.azure),
    ),
    ...placed("oci").map((region) => ociCard(region, oci, egress.oci)),
    ...placed("sakura").map((region) => sakuraCard(region, sakura, egress.sakura)),
    cloudflareCard("global", edge),
    flyCard("global", edge),
  ];
}

function aboutOf({ _about: about }: SideFacts): SideFacts["_about"] {
  return about;
}

/** Writes a file of the catalog and answers how large it is, compressed. */
async function write(name: string, content: object): Promise<number> {
  const path = join(RATE_CARDS, `${name}.json`);
  const text = formatCard(content);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const gzipBytes = gzipSync(text, { level: 9 }).length;
  console.log(`${name}: ${text.length} bytes, ${gzipBytes} gzip`);
  return gzipBytes;
}
