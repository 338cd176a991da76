import { beforeAll, describe, expect, test } from "vitest";
import type { Catalog } from "../../shared/catalog/catalog.ts";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../../shared/offer.ts";
import type { SideCosts } from "../../shared/side-costs/side-costs.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { simulate } from "../../shared/simulate.ts";
import type { Workload } from "../../shared/workload.ts";
import { diskCatalog } from "../../worker/disk-catalog.ts";

const GB_KB = 1024 * 1024;
const REGION = "us-east-1";
const LAMBDA: FunctionOffer = {
  kind: "function",
  service: "aws_lambda",
  region: REGION,
  architecture: "x86_64",
};
const machines = (
  service: MachineOffer["service"],
  instanceType: string,
  count: number,
): MachineOffer => ({
  kind: "machine",
  service,
  region: REGION,
  instanceType,
  purchase: "on_demand",
  sizing: { kind: "fixed", machines: count },
});
const OFFERS: readonly Offer[] = [
  LAMBDA,
  machines("aws_ec2", "m5.large", 2),
  machines("azure", "Standard_D2s_v5", 2),
  machines("google_cloud", "e2-standard-2", 1),
  machines("oci", "VM.Standard.E4.Flex_2_16", 1),
];

let catalog: Catalog;
beforeAll(async () => {
  catalog = await new LazyCatalog(diskCatalog()).open();
  await catalog.load(cardsFor(OFFERS, catalog));
});

/** What the side costs add to the bill, by meter. */
function around(offer: Offer, sideCosts: SideCosts, part: Partial<Workload> = {}) {
  const workload: Workload = {
    requestsPerMonth: 1_000_000,
    durationMs: 100,
    memoryMb: 512,
    egressPerRequestKb: 0,
    internetTransferRatio: 100,
    peakToAverage: 1,
    cpuMs: 10,
    memoryPerRequestMb: 10,
    targetUtilisation: 1,
    memoryReserveMb: 0,
    ...part,
  };
  const terms = {
    includeFreeTier: true,
    includeEgressFreeTier: true,
    customEgressRates: {},
    currency: "USD",
    exchangeRate: 150,
    sideCosts,
  } as const;
  const range = { min: 0, max: 1e9 };
  const { offers } = simulate({ workload, offers: [offer], range, terms }, catalog);
  const lines = offers[0]?.lineItems ?? [];
  return Object.fromEntries(lines.map(({ meter, amount }) => [meter, amount]));
}

describe("a load balancer", () => {
  const thousandGb = { requestsPerMonth: 1_000_000, egressPerRequestKb: GB_KB / 1000 };

  test("before functions bills an hour of capacity for each 0.4 GB", () => {
    const lines = around(LAMBDA, { frontDoor: "load_balancer" }, thousandGb);
    expect(lines["load_balancer"]).toBeCloseTo(730 * 0.0225, 9);
    expect(lines["load_balancer_units"]).toBeCloseTo((1000 / 0.4) * 0.008, 9);
  });

  test("before machines for each 1 GB, and for each 90,000 connections where those are more", () => {
    const [two] = [machines("aws_ec2", "m5.large", 2)];
    const data = around(two, { loadBalancer: true }, thousandGb);
    expect(data["load_balancer_units"]).toBeCloseTo(1000 * 0.008, 9);
    const small = around(two, { loadBalancer: true }, { requestsPerMonth: 9_000_000 });
    expect(small["load_balancer_units"]).toBeCloseTo(100 * 0.008, 9);
  });

  test("counts where requests go, not only to the internet", () => {
    const inside = { ...thousandGb, internetTransferRatio: 0 };
    const lines = around(LAMBDA, { frontDoor: "load_balancer" }, inside);
    expect(lines["load_balancer_units"]).toBeCloseTo(20, 9);
    expect(lines["egress"]).toBe(0);
  });

  test("is not there before a single machine", () => {
    const lines = around(machines("aws_ec2", "m5.large", 1), { loadBalancer: true }, thousandGb);
    expect(lines["load_balancer"]).toBe(0);
    expect(lines["load_balancer_units"]).toBe(0);
  });

  // https://azure.microsoft.com/pricing/details/load-balancer/: 0.025 USD an hour with up to five rules.
  test("of Azure bills its hours, and what goes through it", () => {
    const lines = around(
      machines("azure", "Standard_D2s_v5", 2),
      { loadBalancer: true },
      thousandGb,
    );
    expect(lines["load_balancer"]).toBeCloseTo(730 * 0.025, 9);
    expect(lines["load_balancer_data"]).toBeCloseTo(1000 * 0.005, 9);
  });

  test("counts from the load on at which a second machine runs", () => {
    const peak: MachineOffer = {
      ...machines("aws_ec2", "m5.large", 1),
      sizing: { kind: "peak", minimumMachines: 1 },
    };
    // 2 vCPU carry 200 requests a second of 10 ms CPU each.
    const carried = 200 * 2_628_000;
    const at = (requestsPerMonth: number) =>
      around(peak, { loadBalancer: true }, { requestsPerMonth })["load_balancer_units"];
    expect(at(carried)).toBe(0);
    expect(at(carried + 1)).toBeCloseTo(((carried + 1) / 90_000) * 0.008, 6);
  });
});

describe("an API gateway", () => {
  test("bills an HTTP call for each 512 KB begun", () => {
    const at = (egressPerRequestKb: number) =>
      around(LAMBDA, { frontDoor: "http_api" }, { egressPerRequestKb })["api_gateway"];
    expect(at(0)).toBeCloseTo(1, 9);
    expect(at(512)).toBeCloseTo(1, 9);
    expect(at(513)).toBeCloseTo(2, 9);
    expect(at(1100)).toBeCloseTo(3, 9);
  });

  test("bills a REST call for each request", () => {
    const lines = around(LAMBDA, { frontDoor: "rest_api" }, { egressPerRequestKb: 1100 });
    expect(lines["api_gateway"]).toBeCloseTo(3.5, 9);
  });
});

describe("a NAT gateway", () => {
  const nat = (offer: Offer) => around(offer, { natGateway: true })["nat_gateway"];
  const google = (count: number) => machines("google_cloud", "e2-standard-2", count);

  // https://cloud.google.com/nat/pricing: 0.0014 USD an hour for each machine, up to 32.
  test("of Google costs as much for each machine behind it, up to 32", () => {
    expect(nat(google(1))).toBeCloseTo(730 * 0.0014, 9);
    expect(nat(google(14))).toBeCloseTo(14 * 730 * 0.0014, 9);
    expect(nat(google(32))).toBeCloseTo(32 * 730 * 0.0014, 9);
    expect(nat(google(36))).toBeCloseTo(32 * 730 * 0.0014, 9);
  });

  test("of Google costs nothing for the hours that a machine does not run", () => {
    expect(nat({ ...google(1), hoursPerMonth: 100 })).toBeCloseTo(100 * 0.0014, 9);
  });

  test("of Google costs the most before functions, whose instances are not known", () => {
    const cloudRun: FunctionOffer = { ...LAMBDA, service: "gcp_cloudrun" };
    expect(nat(cloudRun)).toBeCloseTo(32 * 730 * 0.0014, 9);
  });

  test("of AWS costs the same for one machine and for many", () => {
    expect(nat(machines("aws_ec2", "m5.large", 1))).toBeCloseTo(730 * 0.045, 9);
    expect(nat(machines("aws_ec2", "m5.large", 9))).toBeCloseTo(730 * 0.045, 9);
  });
});

describe("logs", () => {
  const logs = (gb: number) => ({ requestsPerMonth: 1000, logPerRequestKb: (gb * GB_KB) / 1000 });

  test("of functions climb their own tiers, after 5 GB without charge", () => {
    const lines = around(LAMBDA, { logs: true }, logs(97_656));
    const expected = 10_240 * 0.5 + 20_480 * 0.25 + 20_480 * 0.1 + (97_651 - 51_200) * 0.05;
    expect(lines["logs"]).toBeCloseTo(expected, 6);
  });

  test("of machines have one price", () => {
    const lines = around(machines("aws_ec2", "m5.large", 2), { logs: true }, logs(1005));
    expect(lines["logs"]).toBeCloseTo(500, 6);
  });
});

describe("around a machine of OCI", () => {
  const oci = machines("oci", "VM.Standard.E4.Flex_2_16", 1);

  test("a disk costs its storage and its performance beyond the free 200 GB", () => {
    const lines = around(oci, { diskGb: 1200 });
    expect(lines["disk"]).toBeCloseTo(1000 * 0.0255, 9);
    expect(lines["disk_performance"]).toBeCloseTo(10_000 * 0.0017, 9);
  });

  test("an address costs nothing", () => {
    expect(around(oci, { publicIpv4: true })).not.toHaveProperty("public_ipv4");
  });
});
