import type { ProviderId } from "../catalog/providers.ts";

/** Where a price stands in a rate card: the service, and its meter. */
export type MeterPlace = readonly [service: string, meter: string];

/** Where a provider's side costs stand in its cards. What is missing is not sold, or its price not known. */
export interface SideMeters {
  readonly loadBalancerHours?: MeterPlace;
  /** Capacity units (LCU) of a balancer that is billed by them. */
  readonly loadBalancerUnits?: MeterPlace;
  /** For a balancer that is billed by what goes through it. */
  readonly loadBalancerData?: MeterPlace;
  readonly publicIpv4Hours?: MeterPlace;
  /** For an address that is billed by the month. */
  readonly publicIpv4Months?: MeterPlace;
  /** Addresses without charge. */
  readonly hasFreeIpv4?: true;
  readonly disk?: MeterPlace;
  /** Performance units of a GB of disk, where they are billed beside it: so many of them. */
  readonly diskPerformance?: { readonly place: MeterPlace; readonly unitsPerGb: number };
  readonly natHours?: MeterPlace;
  /** For a gateway before machines that is billed by how many there are. */
  readonly natMachineHours?: MeterPlace;
  readonly natData?: MeterPlace;
  readonly logs?: MeterPlace;
  /** For providers with another price for the logs of functions. */
  readonly functionLogs?: MeterPlace;
  readonly httpApi?: MeterPlace;
  readonly restApi?: MeterPlace;
}

/** Performance units of a GB of "balanced" disk. https://docs.oracle.com/iaas/Content/Block/Concepts/blockvolumeperformance.htm */
export const BALANCED_UNITS_PER_GB = 10;

export const SIDE_METERS: { readonly [provider in ProviderId]?: SideMeters } = {
  aws: {
    loadBalancerHours: ["aws_load_balancer", "alb_hours"],
    loadBalancerUnits: ["aws_load_balancer", "lcu_hours"],
    publicIpv4Hours: ["aws_vpc", "public_ipv4"],
    disk: ["aws_ebs", "gp3_storage"],
    natHours: ["aws_vpc", "nat_gateway_hours"],
    natData: ["aws_vpc", "nat_gateway_data"],
    logs: ["aws_cloudwatch_logs", "ingest"],
    functionLogs: ["aws_cloudwatch_logs", "lambda_ingest"],
    httpApi: ["aws_api_gateway", "http"],
    restApi: ["aws_api_gateway", "rest"],
  },
  google: {
    publicIpv4Hours: ["google_vpc", "public_ipv4"],
    disk: ["google_disk", "balanced"],
    natHours: ["google_vpc", "nat_gateway_hours"],
    natMachineHours: ["google_vpc", "nat_machine_hours"],
    natData: ["google_vpc", "nat_gateway_data"],
  },
  azure: {
    loadBalancerHours: ["azure_vpc", "load_balancer_hours"],
    loadBalancerData: ["azure_vpc", "load_balancer_data"],
    publicIpv4Hours: ["azure_vpc", "public_ipv4"],
    natHours: ["azure_vpc", "nat_gateway_hours"],
    natData: ["azure_vpc", "nat_gateway_data"],
  },
  oci: {
    loadBalancerHours: ["oci_load_balancer", "base_hours"],
    hasFreeIpv4: true,
    disk: ["oci_block_volume", "storage"],
    diskPerformance: {
      place: ["oci_block_volume", "performance_units"],
      unitsPerGb: BALANCED_UNITS_PER_GB,
    },
    restApi: ["oci_api_gateway", "calls"],
  },
  fly: {
    publicIpv4Months: ["fly_machines", "public_ipv4"],
    disk: ["fly_machines", "volume"],
  },
};

/** The services under which a provider's side costs stand. */
export function servicesOf(meters: SideMeters): string[] {
  const { diskPerformance, hasFreeIpv4: _, ...places } = meters;
  return [...Object.values(places), ...(diskPerformance ? [diskPerformance.place] : [])].map(
    ([service]) => service,
  );
}
