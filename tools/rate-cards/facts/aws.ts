import type { RateCardFile, SourceFile } from "../../../shared/catalog/rate-card.ts";
import { machineTypes } from "../machine-rows.ts";
import { NAMING } from "../naming.ts";
import { ec2Rows, type Ec2Facts } from "./aws-ec2.ts";
import {
  edgeServices,
  lambdaPrices,
  managedInstancePrices,
  type LambdaFacts,
} from "./aws-lambda.ts";
import {
  awsSideServices,
  awsSideSources,
  type AwsSideFacts,
  type SideSources,
} from "./aws-side-costs.ts";
import cloudfront from "../cloudfront-transfer.json" with { type: "json" };
import surplus from "../surplus-credits.json" with { type: "json" };
import { card, price, repositorySource, type RepositoryFact } from "./card-parts.ts";

export interface AwsEgressFacts {
  readonly freeGbPerMonth: number;
  readonly regions: Readonly<Record<string, readonly (readonly [number | null, number])[]>>;
  readonly source: RepositoryFact;
}

export interface AwsFacts {
  readonly ec2: Ec2Facts;
  readonly lambda: LambdaFacts;
  readonly egress: AwsEgressFacts;
  readonly side: AwsSideFacts;
  readonly sideSources: SideSources;
}

/** Regions whose Lambda and egress prices were also read in AWS's own offer files, and those files. */
const READ_IN_OFFERS = new Set(["us-east-1", "sa-east-1"]);
const LAMBDA_OFFER_VERSION = "20260919002359";
const TRANSFER_OFFER_VERSION = "20260916132208";
/**
 * GovCloud has no part in the free egress of an account: 100 GB "except China and GovCloud".
 * https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer
 */
const GOVCLOUD = "us-gov-";
/** The Lambda calculator file is undated; it has the region that opened on this day. */
const LAMBDA_FILE_NOT_BEFORE = "2024-08-22";
/** The machine catalogue is undated; it has the c8i types, which were launched on this day. */
const CATALOGUE_NOT_BEFORE = "2025-10-06";

/** The rate card of an AWS region. */
export function awsCard(region: string, facts: AwsFacts): RateCardFile {
  const inOffers = READ_IN_OFFERS.has(region);
  const isInGovCloud = region.startsWith(GOVCLOUD);
  const lambda = lambdaPrices(region, facts.lambda, inOffers ? "lambda-offer" : "lambda");
  const egressTiers = facts.egress.regions[region];
  return card(
    {
      provider: "aws",
      region,
      currency: "USD",
      services: {
        ...(lambda === null
          ? {}
          : {
              aws_lambda: lambda,
              ...edgeServices(region),
              aws_lambda_managed_instances: managedInstancePrices(facts.lambda),
            }),
        ...surplusCredits(),
        ...awsSideServices(region, facts.side),
      },
      ...(egressTiers === undefined
        ? {}
        : {
            egress: {
              unit: "GB",
              ...(isInGovCloud ? {} : { free: facts.egress.freeGbPerMonth }),
              tiers: egressTiers,
              source: inOffers ? "egress-offer" : "egress",
              confidence: "high",
              note: isInGovCloud
                ? "GovCloud has no free allowance."
                : "The allowance is the account's, over all regions and services.",
            },
          }),
      machine_types: machineTypes(ec2Rows(region, facts.ec2), "hour", NAMING.aws),
    },
    { ...sources(region, facts), ...awsSideSources(facts.sideSources) },
  );
}

/** What burstable machines are billed beyond their share, in unlimited mode. */
function surplusCredits(): RateCardFile["services"] {
  const from = { source: "surplus", confidence: "high", note: surplus.note } as const;
  return {
    aws_ec2: {
      "surplus_vcpu.x86_64": price("vCPU-hour", surplus.usd_per_vcpu_hour.x86_64, from),
      "surplus_vcpu.arm64": price("vCPU-hour", surplus.usd_per_vcpu_hour.arm64, from),
    },
  };
}

function sources(region: string, { ec2, egress }: AwsFacts): Record<string, SourceFile> {
  const { _about: about } = ec2;
  const byId = new Map(about.sources.map((source) => [source.id, source]));
  const named = (id: string): RepositoryFact => {
    const source = byId.get(id);
    if (source === undefined) throw new Error(`the facts lack the source "${id}"`);
    return source;
  };
  const listed = (what: string, file: string) =>
    repositorySource(`AWS price list, EC2 ${what}`, {
      ...named("awsstatic"),
      path: `data/ec2/${region}-${file}.json`,
    });
  const offers = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws";
  return {
    ec2: listed("on-demand", "ondemand"),
    "ec2-reserved-1y": listed("reserved, 1 year, nothing upfront", "reservedinstance-1y"),
    "ec2-reserved-3y": listed("reserved, 3 years, nothing upfront", "reservedinstance-3y"),
    "ec2-convertible-1y": listed(
      "convertible reserved, 1 year, nothing upfront (about the Compute Savings Plan rate)",
      "reservedinstance-convertible-1y",
    ),
    "ec2-convertible-3y": listed(
      "convertible reserved, 3 years, nothing upfront (about the Compute Savings Plan rate)",
      "reservedinstance-convertible-3y",
    ),
    surplus: {
      title: "Amazon EC2 price page, unlimited mode",
      url: surplus.source,
      date: surplus.date,
    },
    cloudfront: { title: cloudfront.title, url: cloudfront.source, date: cloudfront.date },
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
    "lambda-options": {
      title: `AWS Price List, AWSLambda offer version ${LAMBDA_OFFER_VERSION}, us-east-1`,
      url: `${offers}/AWSLambda/${LAMBDA_OFFER_VERSION}/us-east-1/index.json`,
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
