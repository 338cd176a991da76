/** Whose price list a rate card is. */
export const PROVIDERS = ["aws", "google", "azure", "oci", "sakura", "cloudflare"] as const;
export type ProviderId = (typeof PROVIDERS)[number];

/** Function services, by the names of the public API, and the provider that sells each. */
export const FUNCTION_SERVICES = {
  aws_lambda: "aws",
  gcp_functions: "google",
  gcp_cloudrun: "google",
  azure_functions: "azure",
  azure_functions_flex: "azure",
  oci_functions: "oci",
  cloudflare_workers: "cloudflare",
} as const satisfies Record<string, ProviderId>;
export type FunctionServiceId = keyof typeof FUNCTION_SERVICES;
export const FUNCTION_SERVICE_IDS = Object.keys(FUNCTION_SERVICES) as FunctionServiceId[];

/** Services that rent machines, by the names of the public API, and the provider that sells each. */
export const MACHINE_SERVICES = {
  aws_ec2: "aws",
  google_cloud: "google",
  azure: "azure",
  oci: "oci",
  sakura_cloud: "sakura",
} as const satisfies Record<string, ProviderId>;
export type MachineServiceId = keyof typeof MACHINE_SERVICES;
export const MACHINE_SERVICE_IDS = Object.keys(MACHINE_SERVICES) as MachineServiceId[];

export type ServiceId = FunctionServiceId | MachineServiceId;
