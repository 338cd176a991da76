import type { Translation } from "./messages.ts";
import type { offerWords as en } from "./offer-words-en.ts";

/** What offers are called, in Japanese. */
export const offerWords: Translation<typeof en> = {
  services: {
    aws_lambda: "AWS Lambda",
    aws_lambda_edge: "AWS Lambda@Edge",
    aws_fargate_task: "AWS Fargate（リクエストごとのタスク）",
    gcp_functions_gen1: "Google Cloud Functions（第 1 世代）",
    gcp_functions: "Google Cloud Run functions",
    gcp_cloudrun: "Google Cloud Run",
    azure_functions: "Azure Functions（従量課金）",
    azure_functions_flex: "Azure Functions（Flex 従量課金）",
    oci_functions: "OCI Functions",
    cloudflare_workers: "Cloudflare Workers",
    cloudflare_containers: "Cloudflare Containers",
    aws_ec2: "Amazon EC2",
    google_cloud: "Google Compute Engine",
    azure: "Azure Virtual Machines",
    oci: "OCI Compute",
    sakura_cloud: "さくらのクラウド",
    aws_fargate: "AWS Fargate",
    aws_lambda_managed_instances: "AWS Lambda マネージドインスタンス",
    gcp_cloudrun_instances: "Google Cloud Run（インスタンス課金）",
    fly_machines: "Fly Machines",
    gcp_cloudrun_worker_pools: "Google Cloud Run ワーカープール",
    cloudflare_container_instances: "Cloudflare Containers（常時起動）",
  },
  purchases: {
    on_demand: "オンデマンド",
    commitment_1y: "1 年契約",
    commitment_3y: "3 年契約",
    convertible_1y: "1 年契約・変更可",
    convertible_3y: "3 年契約・変更可",
    spot: "スポット",
  },
};
