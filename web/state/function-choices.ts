import type { FunctionServiceId } from "../../shared/catalog/providers.ts";
import type { FunctionChoice } from "./inputs.ts";

/** Services whose architecture is the buyer's choice. */
const WITH_ARCHITECTURES: ReadonlySet<FunctionServiceId> = new Set([
  "aws_lambda",
  "aws_fargate_task",
]);
const SERVICES_OFFERED: readonly FunctionServiceId[] = [
  "aws_lambda",
  "aws_fargate_task",
  "gcp_cloudrun",
  "gcp_functions",
  "gcp_functions_gen1",
  "azure_functions",
  "azure_functions_flex",
  "oci_functions",
  "cloudflare_workers",
  "cloudflare_containers",
];

/** Every function configuration on offer, in the order of the form. */
export const FUNCTION_CHOICES: readonly FunctionChoice[] = SERVICES_OFFERED.flatMap((service) =>
  (WITH_ARCHITECTURES.has(service) ? (["arm64", "x86_64"] as const) : (["x86_64"] as const)).map(
    (architecture) => ({ service, architecture }),
  ),
);
