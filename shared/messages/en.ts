import type { PricingErrorCode } from "../engine/errors.ts";

type Params = Readonly<Record<string, string | number | readonly string[]>>;

/** The words of the domain in English: services, meters, units, and what is wrong with an input. */
export const en = {
  services: {
    aws_lambda: "AWS Lambda",
    gcp_functions: "Google Cloud Run functions",
    gcp_cloudrun: "Google Cloud Run",
    azure_functions: "Azure Functions (Consumption)",
    azure_functions_flex: "Azure Functions (Flex Consumption)",
    oci_functions: "OCI Functions",
    cloudflare_workers: "Cloudflare Workers",
    aws_ec2: "Amazon EC2",
    google_cloud: "Google Compute Engine",
    azure: "Azure Virtual Machines",
    oci: "OCI Compute",
    sakura_cloud: "Sakura Cloud",
  },
  meters: {
    requests: "Requests",
    compute: "Compute",
    ephemeral_storage: "Ephemeral storage",
    vcpu: "vCPU time",
    memory: "Memory",
    cpu: "CPU time",
    subscription: "Subscription",
    egress: "Egress to the internet",
    instance_hours: "Machines",
    instance_months: "Machines",
    ocpu_hours: "OCPUs",
    memory_gb_hours: "Machine memory",
  },
  fieldProblems: {
    required: "is required",
    number: "must be a number",
    integer: "must be a whole number",
    boolean: "must be true or false",
    string: "must be text",
    list: "must be a list",
    object: "must be an object",
    atLeast: (least: number) => `must be at least ${least}`,
    atMost: (most: number) => `must be at most ${most}`,
    itemsAtLeast: (least: number) => `must have at least ${least} item${least === 1 ? "" : "s"}`,
    itemsAtMost: (most: number) => `must have at most ${most} items`,
    charactersAtLeast: (least: number) =>
      `must have at least ${least} character${least === 1 ? "" : "s"}`,
    charactersAtMost: (most: number) => `must have at most ${most} characters`,
    oneOf: (allowed: readonly string[]) => `must be one of ${allowed.join(", ")}`,
    invalid: "is not valid",
  },
  pricingProblems: {
    unknown_region: ({ region, provider, allowed }: Params) =>
      `"${String(region)}" is not a region of ${String(provider)} with prices; allowed: ${list(allowed)}`,
    unknown_machine_type: ({ instanceType, region, nearest }: Params) =>
      `"${String(instanceType)}" is not sold in ${String(region)}; the nearest names are ${list(nearest)}`,
    machine_type_retired: ({ instanceType, nearest }: Params) =>
      `"${String(instanceType)}" no longer exists; the nearest type is ${String(nearest)}`,
    over_service_limit: ({ service, value, limit, unit }: Params) =>
      `${String(value)} ${String(unit)} is more than ${String(service)} allows; it must be at most ${String(limit)} ${String(unit)}`,
    duplicate_offer_id: ({ id }: Params) => `"${String(id)}" names two offers; ids must differ`,
  } satisfies Record<PricingErrorCode, (params: Params) => string>,
};

function list(names: Params[string] | undefined): string {
  return Array.isArray(names) ? names.join(", ") : String(names);
}
