/** Whose price list a rate card is. */
export const PROVIDERS = ["aws", "google", "azure", "oci", "sakura", "cloudflare", "fly"] as const;
export type ProviderId = (typeof PROVIDERS)[number];

/** Function services, by the names of the public API, and the provider that sells each. */
export const FUNCTION_SERVICES = {
  aws_lambda: "aws",
  aws_lambda_edge: "aws",
  aws_fargate_task: "aws",
  gcp_functions: "google",
  gcp_functions_gen1: "google",
  gcp_cloudrun: "google",
  azure_functions: "azure",
  azure_functions_flex: "azure",
  oci_functions: "oci",
  cloudflare_workers: "cloudflare",
  cloudflare_containers: "cloudflare",
} as const satisfies Record<string, ProviderId>;
export type FunctionServiceId = keyof typeof FUNCTION_SERVICES;
export const FUNCTION_SERVICE_IDS = Object.keys(FUNCTION_SERVICES) as FunctionServiceId[];

/** Whether a service runs functions; the others rent machines. */
export function isFunctionService(service: string): service is FunctionServiceId {
  return Object.hasOwn(FUNCTION_SERVICES, service);
}

/** Services that rent machines, by the names of the public API, and the provider that sells each. */
export const MACHINE_SERVICES = {
  aws_ec2: "aws",
  aws_fargate: "aws",
  aws_lambda_managed_instances: "aws",
  google_cloud: "google",
  gcp_cloudrun_instances: "google",
  gcp_cloudrun_worker_pools: "google",
  azure: "azure",
  oci: "oci",
  sakura_cloud: "sakura",
  fly_machines: "fly",
  cloudflare_container_instances: "cloudflare",
} as const satisfies Record<string, ProviderId>;
export type MachineServiceId = keyof typeof MACHINE_SERVICES;
export const MACHINE_SERVICE_IDS = Object.keys(MACHINE_SERVICES) as MachineServiceId[];

/** The services that the calculator, v1, knows. */
export const CALCULATOR_FUNCTION_SERVICE_IDS = [
  "aws_lambda",
  "gcp_functions",
  "gcp_cloudrun",
  "azure_functions",
  "azure_functions_flex",
  "oci_functions",
  "cloudflare_workers",
] as const satisfies readonly FunctionServiceId[];
export type CalculatorFunctionServiceId = (typeof CALCULATOR_FUNCTION_SERVICE_IDS)[number];

export const CALCULATOR_MACHINE_SERVICE_IDS = [
  "aws_ec2",
  "google_cloud",
  "azure",
  "oci",
  "sakura_cloud",
] as const satisfies readonly MachineServiceId[];

export type ServiceId = FunctionServiceId | MachineServiceId;
