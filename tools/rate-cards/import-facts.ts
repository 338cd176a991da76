/**
 * Writes the rate cards from collected price facts:
 *
 *     node tools/rate-cards/import-facts.ts <folder-with-collected-facts>
 *
 * The same facts always give the same bytes.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { PROVIDERS, type ProviderId } from "../../shared/catalog/providers.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import { awsCard, type AwsEgressFacts } from "./facts/aws.ts";
import type { Ec2Facts } from "./facts/aws-ec2.ts";
import type { LambdaFacts } from "./facts/aws-lambda.ts";
import { azureCard, type AzureEgressFacts, type AzureFacts } from "./facts/azure.ts";
import { cloudflareCard, type EdgePlatformFacts } from "./facts/cloudflare.ts";
import { googleCard, type GoogleEgressFacts, type GoogleFacts } from "./facts/google.ts";
import { ociCard, type OciEgressFacts, type OciFacts } from "./facts/oci.ts";
import { sakuraCard, type SakuraEgressFacts, type SakuraFacts } from "./facts/sakura.ts";
import { formatCard } from "./format-card.ts";

/** The regions that get a card. */
const REGIONS: Readonly<Record<ProviderId, readonly string[]>> = {
  aws: ["ap-northeast-1", "us-east-1"],
  google: ["asia-northeast1", "us-east4"],
  azure: ["japaneast", "eastus"],
  oci: ["ap-tokyo-1", "us-ashburn-1"],
  sakura: ["tk1"],
  cloudflare: ["global"],
};

interface EgressFacts {
  readonly aws: AwsEgressFacts;
  readonly gcp: GoogleEgressFacts;
  readonly azure: AzureEgressFacts;
  readonly oci: OciEgressFacts;
  readonly sakura: SakuraEgressFacts;
}

const [folder] = argv.slice(2);
if (folder === undefined) {
  console.error("usage: node tools/rate-cards/import-facts.ts <folder-with-collected-facts>");
  exit(2);
}

for (const card of await cardsFrom(folder)) await write(card);

async function cardsFrom(factsFolder: string): Promise<RateCardFile[]> {
  /** Trusts the collected file to have the shape that is asked for; what is missing fails later. */
  const read = async <Facts>(name: string): Promise<Facts> => {
    const facts: Facts = JSON.parse(await readFile(join(factsFolder, `${name}.json`), "utf8"));
    return facts;
  };
  const egress = await read<EgressFacts>("egress");
  const ec2 = await read<Ec2Facts>("aws-ec2");
  const lambda = await read<LambdaFacts>("aws-lambda");
  const google = await read<GoogleFacts>("gcp");
  const azure = await read<AzureFacts>("azure");
  const oci = await read<OciFacts>("oci");
  const sakura = await read<SakuraFacts>("sakura");
  const edge = await read<EdgePlatformFacts>("edge-platforms");

  const cardOf: Readonly<Record<ProviderId, (region: string) => RateCardFile>> = {
    aws: (region) => awsCard(region, ec2, lambda, egress.aws),
    google: (region) => googleCard(region, google, egress.gcp),
    azure: (region) => azureCard(region, azure, egress.azure),
    oci: (region) => ociCard(region, oci, egress.oci),
    sakura: (region) => sakuraCard(region, sakura, egress.sakura),
    cloudflare: (region) => cloudflareCard(region, edge),
  };
  return PROVIDERS.flatMap((provider) => REGIONS[provider].map(cardOf[provider]));
}

async function write(card: RateCardFile): Promise<void> {
  const path = fileURLToPath(
    new URL(`../../shared/rate-cards/${card.provider}/${card.region}.json`, import.meta.url),
  );
  const text = formatCard(card);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const rows = card.machine_types?.names.length ?? 0;
  const gzipBytes = gzipSync(text, { level: 9 }).length;
  console.log(
    `${card.provider}/${card.region}: ${rows} types, ${text.length} bytes, ${gzipBytes} gzip`,
  );
}
