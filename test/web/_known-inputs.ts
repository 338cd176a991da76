import fc from "fast-check";
import { CatalogIndex } from "../../shared/catalog/catalog-index.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";
import { inputs as anyInputs } from "./_inputs.ts";
import { CATALOG } from "./_simulation.ts";

const index = new CatalogIndex(await CATALOG.index());
const regions = index.file.places.flatMap(({ regions: of }) => Object.values(of).flat());

const MACHINES = [
  ["aws_ec2", "t4g.small"],
  ["aws_ec2", "t3.medium"],
  ["aws_ec2", "m7g.large"],
  ["aws_lambda_managed_instances", "m7g.xlarge"],
  ["aws_fargate", "1_2"],
  ["google_cloud", "e2-small"],
  ["google_cloud", "n2-standard-2"],
  ["azure", "Standard_B2ats_v2"],
  ["oci", "VM.Standard.E4.Flex_1_8"],
  ["sakura_cloud", "2core_2gb"],
  ["aws_ec2", "t9.gigantic"],
] as const;

/** Many side costs have no price in many places: half of the questions go without. */
const WITHOUT_SIDE_COSTS = {
  frontDoor: "none",
  loadBalancer: false,
  publicIpv4: false,
  diskGb: 0,
  natGateway: false,
  countsLogs: false,
} as const;

const customPrice = fc.constantFrom(
  { provider: "aws" as const, change: { discountPercent: 20 } },
  { provider: "aws" as const, instanceType: "t4g.*", change: { unitPriceUsd: 0.0123 } },
  { provider: "google" as const, service: "google_cloud", change: { discountPercent: 37.5 } },
);

/** Any inputs, in places and with machines that exist, so that there is something to compare. */
export function knownInputs(): fc.Arbitrary<SimulationInputs> {
  const known = fc.record({
    inputs: anyInputs,
    region: fc.constantFrom(...regions),
    machines: fc.subarray([...MACHINES], { minLength: 3 }),
    purchase: fc.constantFrom(
      "on_demand" as const,
      "on_demand" as const,
      "commitment_1y" as const,
      "spot" as const,
    ),
    memoryMb: fc.constantFrom(128, 512, 1024, 1769, 4096),
    durationMs: fc.double({ min: 0.1, max: 20_000, noNaN: true }),
    requestsPerMonth: fc.integer({ min: 0, max: 1_000_000_000 }),
    memoryReserveMb: fc.constantFrom(0, 256),
    customPrices: fc.array(customPrice, { maxLength: 2 }),
    isPlain: fc.boolean(),
  });
  return known.map(({ inputs, machines, purchase, isPlain, ...rest }) => ({
    ...inputs,
    ...(isPlain ? WITHOUT_SIDE_COSTS : {}),
    ...rest,
    memoryPerRequestMb: null,
    machines: machines.map(([service, instanceType]) => ({ service, instanceType, purchase })),
  }));
}
