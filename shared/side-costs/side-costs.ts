import type { FrontDoor } from "./front-door.ts";

/** What is counted around functions and machines; what is left out is not counted. */
export interface SideCosts {
  /** How requests reach functions. A function URL costs nothing of its own. */
  readonly frontDoor?: FrontDoor;
  /** A load balancer before machines, as soon as there is more than one. */
  readonly loadBalancer?: boolean;
  /** A public IPv4 address of each machine. */
  readonly publicIpv4?: boolean;
  /** Disk of each machine, GB. */
  readonly diskGb?: number;
  /** A NAT gateway that carries the egress, on both sides. */
  readonly natGateway?: boolean;
  /** Logs, as much of them as the workload says, on both sides. */
  readonly logs?: boolean;
  /** Work of people, hours a month of each side, and US dollars an hour. */
  readonly operations?: {
    readonly functionHours: number;
    readonly machineHours: number;
    readonly usdPerHour: number;
  };
}
