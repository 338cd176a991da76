import type { RateCardFile, SourceFile } from "../../../shared/catalog/rate-card.ts";
import { compareEc2Types, ec2Rows, type Ec2Facts } from "./aws-ec2.ts";
import { lambdaPrices, type LambdaFacts } from "./aws-lambda.ts";
import {
  card,
  entryOf,
  machineTypes,
  repositorySource,
  type RepositoryFact,
} from "./card-parts.ts";

export interface AwsEgressFacts {
  readonly freeGbPerMonth: number;
  readonly regions: Readonly<Record<string, readonly (readonly [number | null, number])[]>>;
  readonly source: RepositoryFact;
}

/** Regions whose Lambda and egress prices were also read in AWS's own offer files, and those files. */
const READ_IN_OFFERS = new Set(["us-east-1", "sa-east-1"]);
const LAMBDA_OFFER_VERSION = "20260919002359";
const TRANSFER_OFFER_VERSION = "20260916132208";
/** The Lambda calculator file is undated; it has the region that opened on this day. */
const LAMBDA_FILE_NOT_BEFORE = "2024-08-22";
/** The machine catalogue is undated; it has the c8i types, which were launched on this day. */
const CATALOGUE_NOT_BEFORE = "2025-10-06";

/** The rate card of an AWS region. */
export function awsCard(
  region: string,
  ec2: Ec2Facts,
  lambda: LambdaFacts,
  egress: AwsEgressFacts,
): RateCardFile {
  const inOffers = READ_IN_OFFERS.has(region);
  return card(
    {
      provider: "aws",
      region,
      currency: "USD",
      services: { aws_lambda: lambdaPrices(region, lambda, inOffers ? "lambda-offer" : "lambda") },
      egress: {
        unit: "GB",
        free: egress.freeGbPerMonth,
        tiers: entryOf(egress.regions, region),
        source: inOffers ? "egress-offer" : "egress",
        confidence: "high",
        note: "The allowance is the account's, over all regions and services.",
      },
      machine_types: machineTypes(
        ec2Rows(region, ec2),
        "hour",
        {
          source: "ec2",
          confidence: "high",
          note: "Linux, shared tenancy. Of 870 types of us-east-1, 846 still cost the same on 2026-07-20.",
        },
        compareEc2Types,
      ),
    },
    sources(region, ec2, egress),
  );
}

function sources(
  region: string,
  { _about: about }: Ec2Facts,
  egress: AwsEgressFacts,
): Record<string, SourceFile> {
  const byId = new Map(about.sources.map((source) => [source.id, source]));
  const named = (id: string): RepositoryFact => {
    const source = byId.get(id);
    if (source === undefined) throw new Error(`the facts lack the source "${id}"`);
    return source;
  };
  const offers = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws";
  return {
    ec2: repositorySource("AWS price list, EC2 on-demand", {
      ...named("awsstatic"),
      path: `data/ec2/${region}-ondemand.json`,
    }),
    "ec2-2026": repositorySource("AWS price list, EC2 on-demand", named("karpenter")),
    "ec2-catalogue": repositorySource("AWS machine catalogue (undated, at the earliest this day)", {
      ...named("skypilot"),
      date: CATALOGUE_NOT_BEFORE,
    }),
    "lambda-offer": {
      title: `AWS Price List, AWSLambda offer version ${LAMBDA_OFFER_VERSION}`,
      url: `${offers}/AWSLambda/${LAMBDA_OFFER_VERSION}/${region}/index.json`,
      date: "2026-09-19",
    },
    lambda: {
      title: "AWS Pricing Calculator, Lambda price file (undated copy, at the earliest this day)",
      url: "https://calculator.aws/pricing/2.0/meteredUnitMaps/lambda/USD/current/lambda.json",
      date: LAMBDA_FILE_NOT_BEFORE,
    },
    "egress-offer": {
      title: `AWS Price List, AWSDataTransfer offer version ${TRANSFER_OFFER_VERSION}`,
      url: `${offers}/AWSDataTransfer/${TRANSFER_OFFER_VERSION}/${region}/index.json`,
      date: "2026-09-16",
    },
    egress: repositorySource("AWS data transfer prices", egress.source),
  };
}
