import type { MachineServiceId } from "../../shared/catalog/providers.ts";
import type { Offer } from "../../shared/offer.ts";
import type { SideCosts } from "../../shared/side-costs/side-costs.ts";

/** One way to run the server that docs/deploy describes, as an offer to price. */
export interface Deployment {
  readonly label: string;
  readonly offer: Offer;
  readonly sideCosts: SideCosts;
}

/** Where all of them are. */
const CITY = "ap-northeast-1";

/** GB of a machine's disk: the system, node and logs. */
const DISK_GB = 20;

/** What stands around machines: more than one have a load balancer before them. */
const AROUND_MACHINES: SideCosts = { loadBalancer: true, publicIpv4: true, diskGb: DISK_GB };

export const DEPLOYMENTS: readonly Deployment[] = [
  {
    label: "[Cloudflare Workers](../deploy/cloudflare.md), paid plan",
    offer: {
      kind: "function",
      service: "cloudflare_workers",
      region: CITY,
      architecture: "x86_64",
    },
    sideCosts: {},
  },
  {
    label: "[Cloud Run](../deploy/google.md), instances of 1 vCPU and 0.5 GB",
    offer: machine("gcp_cloudrun_instances", "1_0.5", 1),
    // Its front end and its addresses are part of the service.
    sideCosts: {},
  },
  {
    label: "[ECS Fargate](../deploy/aws.md), tasks of 0.5 vCPU and 1 GB, at least two",
    offer: machine("aws_fargate", "0.5_1", 2),
    sideCosts: { loadBalancer: true, publicIpv4: true },
  },
  {
    label: "[a server](../deploy/server.md) at AWS, t4g.small",
    offer: machine("aws_ec2", "t4g.small", 1),
    sideCosts: AROUND_MACHINES,
  },
  {
    label: "at AWS, c7g.large",
    offer: machine("aws_ec2", "c7g.large", 1),
    sideCosts: AROUND_MACHINES,
  },
  {
    label: "at Google, e2-standard-2",
    offer: machine("google_cloud", "e2-standard-2", 1),
    // Its card has no load balancer.
    sideCosts: { publicIpv4: true, diskGb: DISK_GB },
  },
  {
    label: "at Azure, Standard_B2s",
    offer: machine("azure", "Standard_B2s", 1),
    // Its card has no disks.
    sideCosts: { loadBalancer: true, publicIpv4: true },
  },
  {
    label: "at OCI, VM.Standard.A1.Flex, 1 OCPU and 6 GB",
    offer: machine("oci", "VM.Standard.A1.Flex_1_6", 1),
    sideCosts: AROUND_MACHINES,
  },
  {
    label: "at Sakura Cloud, 2core_4gb",
    offer: machine("sakura_cloud", "2core_4gb", 1),
    // Plans have a disk and an address; its card has no load balancer.
    sideCosts: {},
  },
];

/** As many machines as the busiest moment needs, paid for all month. */
function machine(service: MachineServiceId, instanceType: string, minimumMachines: number): Offer {
  return {
    kind: "machine",
    service,
    region: CITY,
    instanceType,
    purchase: "on_demand",
    sizing: { kind: "peak", minimumMachines },
  };
}
