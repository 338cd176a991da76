import type { Purchase } from "../../../shared/catalog/purchase.ts";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { MB_PER_GB } from "../../../shared/units.ts";
import { rowsOf, type MachineRow } from "../../../tools/rate-cards/machine-rows.ts";
import { hourly, onDemand, steps, term } from "./_generated-aws-terms.ts";

/** Terms of reserved instances: purchase, class and years. */
const RESERVED: readonly (readonly [Purchase, string, string])[] = [
  ["commitment_1y", "standard", "1yr"],
  ["commitment_3y", "standard", "3yr"],
  ["convertible_1y", "convertible", "1yr"],
  ["convertible_3y", "convertible", "3yr"],
];

const LAMBDA_USAGE: Readonly<Record<string, string>> = {
  requests: "Request",
  "compute.x86_64": "Lambda-GB-Second",
  "compute.arm64": "Lambda-GB-Second-ARM",
  ephemeral_storage: "Lambda-Storage-GB-Second",
  "provisioned_idle.x86_64": "Lambda-Provisioned-Concurrency",
  "provisioned_idle.arm64": "Lambda-Provisioned-Concurrency-ARM",
  "provisioned_compute.x86_64": "Lambda-Provisioned-GB-Second",
  "provisioned_compute.arm64": "Lambda-Provisioned-GB-Second-ARM",
};

interface Product {
  readonly sku: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** An offer file as AWS writes it. */
interface OfferFile {
  readonly products: Record<string, Product>;
  readonly terms: { OnDemand: Record<string, unknown>; Reserved: Record<string, unknown> };
}

/** The answer of the AWS Price List to a path, made of cards; `null` for an unknown path. */
export function awsResponse(path: string, cards: readonly RateCardFile[], day: string): unknown {
  const index = /^\/offers\/v1\.0\/aws\/(\w+)\/current\/region_index\.json$/u.exec(path);
  const version = `${day.replaceAll("-", "")}000000`;
  if (index !== null) {
    return {
      formatVersion: "v1.0",
      publicationDate: `${day}T00:00:00Z`,
      regions: Object.fromEntries(
        cards
          .filter((card) => isListed(index[1], card))
          .map(({ region }) => [
            region,
            {
              regionCode: region,
              currentVersionUrl: `/offers/v1.0/aws/${index[1]}/${version}/${region}/index.json`,
            },
          ]),
      ),
    };
  }
  const [, code, region] =
    /^\/offers\/v1\.0\/aws\/(\w+)\/\d+\/([\w-]+)\/index\.json$/u.exec(path) ?? [];
  const card = cards.find((candidate) => candidate.region === region);
  if (card === undefined || code === undefined) return null;
  const file: OfferFile = { products: {}, terms: { OnDemand: {}, Reserved: {} } };
  if (code === "AmazonEC2") addMachines(file, card);
  if (code === "AWSLambda") addLambda(file, card);
  if (code === "AWSDataTransfer") addTransfer(file, card);
  const head = { formatVersion: "v1.0", disclaimer: "", offerCode: code, version };
  return { ...head, publicationDate: `${day}T00:00:00Z`, ...file };
}

function isListed(code: string | undefined, card: RateCardFile): boolean {
  if (code === "AWSLambda") return card.services["aws_lambda"] !== undefined;
  if (code === "AWSDataTransfer") return card.egress !== undefined;
  return card.machine_types !== undefined;
}

function addMachines(file: OfferFile, { region, machine_types: table }: RateCardFile): void {
  const rows = table === undefined ? [] : rowsOf(table);
  for (const [index, row] of rows.entries()) {
    const sku = `EC2${index}`;
    const attributes = machineAttributes(row, region);
    file.products[sku] = { sku, attributes };
    const { on_demand: price } = row.prices;
    if (price !== undefined) file.terms.OnDemand[sku] = onDemand(sku, [hourly(price.unitPrice)]);
    const reserved = RESERVED.flatMap(([purchase, offeringClass, length]) => {
      const unitPrice = row.prices[purchase]?.unitPrice;
      if (unitPrice === undefined) return [];
      const name = `${sku}.${purchase}`;
      const attributesOf = (option: string) => ({
        LeaseContractLength: length,
        OfferingClass: offeringClass,
        PurchaseOption: option,
      });
      return [
        [name, term(name, [hourly(unitPrice)], attributesOf("No Upfront"))] as const,
        [
          `${name}.all`,
          term(
            `${name}.all`,
            [{ unit: "Quantity", price: 9999 }, hourly(0)],
            attributesOf("All Upfront"),
          ),
        ] as const,
      ];
    });
    if (reserved.length > 0) file.terms.Reserved[sku] = Object.fromEntries(reserved);
    // The same type for other uses, at other prices.
    for (const [other, changed] of [
      ["W", { operatingSystem: "Windows" }],
      ["D", { tenancy: "Dedicated" }],
      ["C", { capacitystatus: "UnusedCapacityReservation" }],
    ] as const) {
      if (index % 50 > 0) continue;
      file.products[sku + other] = { sku: sku + other, attributes: { ...attributes, ...changed } };
      file.terms.OnDemand[sku + other] = onDemand(sku + other, [hourly(123)]);
    }
  }
}

function machineAttributes(row: MachineRow, region: string): Record<string, string> {
  return {
    servicecode: "AmazonEC2",
    location: region,
    locationType: "AWS Region",
    regionCode: region,
    instanceType: row.name,
    vcpu: String(row.vcpu),
    memory: `${(row.memoryMb / MB_PER_GB).toLocaleString("en-US", { maximumFractionDigits: 10 })} GiB`,
    physicalProcessor: row.arm64 === true ? "AWS Graviton2 Processor" : "Intel Xeon Platinum 8259",
    operatingSystem: "Linux",
    tenancy: "Shared",
    preInstalledSw: "NA",
    capacitystatus: "Used",
    licenseModel: "No License required",
    marketoption: "OnDemand",
    usagetype: `XXX1-BoxUsage:${row.name}`,
    operation: "RunInstances",
  };
}

function addLambda(file: OfferFile, { region, services }: RateCardFile): void {
  const prefix = region === "us-east-1" ? "" : "XXX1-";
  for (const [meter, usage] of Object.entries(LAMBDA_USAGE)) {
    const price = services["aws_lambda"]?.[meter];
    if (price === undefined) continue;
    const sku = `LAMBDA${meter}`;
    const attributes = { servicecode: "AWSLambda", regionCode: region, usagetype: prefix + usage };
    file.products[sku] = { sku, attributes };
    const unit = meter === "requests" ? "Requests" : "Lambda-GB-Second";
    file.terms.OnDemand[sku] = onDemand(sku, steps(price, unit));
  }
  const sku = "OTHER";
  file.products[sku] = {
    sku,
    attributes: { regionCode: region, usagetype: "Lambda-Edge-Request" },
  };
  file.terms.OnDemand[sku] = onDemand(sku, [{ unit: "Requests", price: 1 }]);
}

function addTransfer(file: OfferFile, { region, egress }: RateCardFile): void {
  if (egress === undefined) return;
  const attributes = {
    fromRegionCode: region,
    toLocation: "External",
    usagetype: "XXX1-DataTransfer-Out-Bytes",
    transferType: "AWS Outbound",
  };
  file.products["OUT"] = { sku: "OUT", attributes };
  file.terms.OnDemand["OUT"] = onDemand("OUT", steps(egress, "GB"));
  file.products["IN"] = {
    sku: "IN",
    attributes: { ...attributes, usagetype: "XXX1-DataTransfer-In-Bytes" },
  };
  file.terms.OnDemand["IN"] = onDemand("IN", [{ unit: "GB", price: 0 }]);
}
