import type { MachineServiceId } from "../../shared/catalog/providers.ts";
import { DEFAULT_INPUTS } from "./default-inputs.ts";
import { FUNCTION_CHOICES } from "./function-choices.ts";
import type { MachineChoice, SimulationInputs } from "./inputs.ts";

/** Workloads to start from. */
export type ExampleName = "api" | "images" | "batch" | "webhook" | "inference";

type Patch = Partial<SimulationInputs>;

/** Requests of a night's work: all in three hours, of 24. */
const NIGHT = Array.from({ length: 24 }, (_, hour) => (hour >= 1 && hour < 4 ? 100 : 0));

const LAMBDA_AND_CLOUD_RUN = FUNCTION_CHOICES.filter(({ service }) =>
  ["aws_lambda", "gcp_cloudrun"].includes(service),
);

const EXAMPLES: Readonly<Record<ExampleName, Patch>> = {
  // Short requests all day: functions and small machines cost about the same.
  api: {
    memoryMb: 256,
    durationMs: 80,
    requestsPerMonth: 30_000_000,
    egressPerRequestKb: 8,
    peakToAverage: 4,
    cpuMs: 12,
    memoryPerRequestMb: 16,
    functions: LAMBDA_AND_CLOUD_RUN,
    machines: onDemand({
      aws_ec2: "t4g.small",
      google_cloud: "e2-small",
      azure: "Standard_B2pts_v2",
      oci: "VM.Standard.E4.Flex_1_4",
      sakura_cloud: "2core_2gb",
    }),
  },
  // Few and heavy, and what they send costs more than what they compute.
  images: {
    memoryMb: 1536,
    durationMs: 2500,
    requestsPerMonth: 300_000,
    egressPerRequestKb: 250,
    peakToAverage: 5,
    cpuMs: 2000,
    memoryPerRequestMb: 400,
    functions: LAMBDA_AND_CLOUD_RUN,
    machines: onDemand({
      aws_ec2: "c7g.medium",
      google_cloud: "e2-highcpu-2",
      azure: "Standard_F2s_v2",
      oci: "VM.Standard.E4.Flex_1_4",
      sakura_cloud: "2core_4gb",
    }),
  },
  // Machines that run for the night alone against functions.
  batch: {
    memoryMb: 2048,
    durationMs: 60_000,
    requestsPerMonth: 20_000,
    egressPerRequestKb: 0,
    peakToAverage: 8,
    cpuMs: 50_000,
    memoryPerRequestMb: 1500,
    hourlyWeights: NIGHT,
    sizing: "autoscaled",
    machines: onDemand({
      aws_ec2: "c7g.large",
      google_cloud: "e2-standard-2",
      azure: "Standard_D2s_v5",
      oci: "VM.Standard.E4.Flex_2_8",
      sakura_cloud: "2core_4gb",
    }),
  },
  // So few that functions are free.
  webhook: {
    memoryMb: 128,
    durationMs: 60,
    requestsPerMonth: 200_000,
    egressPerRequestKb: 1,
    peakToAverage: 10,
    cpuMs: 5,
    memoryPerRequestMb: 30,
    machines: onDemand({
      aws_ec2: "t4g.nano",
      google_cloud: "e2-micro",
      azure: "Standard_B1ls",
      oci: "VM.Standard.E4.Flex_1_1",
      sakura_cloud: "1core_1gb",
    }),
  },
  // Heavy on the CPU: a few cheap machines beat functions.
  inference: {
    memoryMb: 4096,
    durationMs: 1200,
    requestsPerMonth: 3_000_000,
    egressPerRequestKb: 4,
    peakToAverage: 3,
    cpuMs: 2200,
    cpuCount: 2,
    memoryPerRequestMb: 1500,
    functions: LAMBDA_AND_CLOUD_RUN,
    machines: onDemand({
      aws_ec2: "c7g.xlarge",
      google_cloud: "e2-highcpu-4",
      azure: "Standard_F4s_v2",
      oci: "VM.Standard.E4.Flex_2_8",
      sakura_cloud: "4core_8gb",
    }),
  },
};

/** The inputs of an example, at the place and in the money that the visitor has chosen. */
export function inputsOfExample(name: ExampleName, current: SimulationInputs): SimulationInputs {
  const { region, currency, exchangeRate, requestsScale, costScale } = current;
  return {
    ...DEFAULT_INPUTS,
    ...EXAMPLES[name],
    region,
    currency,
    exchangeRate,
    requestsScale,
    costScale,
  };
}

function onDemand(types: { readonly [service in MachineServiceId]?: string }): MachineChoice[] {
  return Object.entries(types).map(([service, instanceType]) => ({
    service: service as MachineServiceId,
    instanceType,
    purchase: "on_demand",
  }));
}
