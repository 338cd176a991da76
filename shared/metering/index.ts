import type { FunctionServiceId } from "../catalog/providers.ts";
import { awsFargateTask } from "./aws-fargate-task.ts";
import { awsLambdaEdge } from "./aws-lambda-edge.ts";
import { awsLambda } from "./aws-lambda.ts";
import { azureFunctions } from "./azure-functions.ts";
import { azureFunctionsFlex } from "./azure-functions-flex.ts";
import { cloudflareContainers } from "./cloudflare-containers.ts";
import { cloudflareWorkers } from "./cloudflare-workers.ts";
import { googleCloudRun } from "./google-cloud-run.ts";
import { googleFunctionsGen1 } from "./google-functions-gen1.ts";
import { googleFunctions } from "./google-functions.ts";
import { ociFunctions } from "./oci-functions.ts";
import type { MeteringRule } from "./rule.ts";

/** The metering rule of every function service; a service without one does not compile. */
export const METERING_RULES = {
  aws_lambda: awsLambda,
  aws_lambda_edge: awsLambdaEdge,
  aws_fargate_task: awsFargateTask,
  gcp_functions: googleFunctions,
  gcp_functions_gen1: googleFunctionsGen1,
  gcp_cloudrun: googleCloudRun,
  azure_functions: azureFunctions,
  azure_functions_flex: azureFunctionsFlex,
  oci_functions: ociFunctions,
  cloudflare_workers: cloudflareWorkers,
  cloudflare_containers: cloudflareContainers,
} as const satisfies Record<FunctionServiceId, MeteringRule>;
