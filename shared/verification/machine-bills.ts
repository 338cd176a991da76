import { EC2, LAMBDA, NO_FREE, RECORDED } from "./base-question.ts";
import type { PublishedBill } from "./published.ts";

const API_GATEWAY_PAGE = "https://aws.amazon.com/api-gateway/pricing/";
const FARGATE_PAGE = "https://aws.amazon.com/fargate/pricing/";
const GB_KB = 1024 * 1024;

/** Bills of machines and containers, of egress, and of what stands around functions. */
export const MACHINE_BILLS: readonly PublishedBill[] = [
  {
    id: "infracost-egress-tokyo",
    title: {
      en: "Egress of 157,000 GB from Tokyo, tier by tier",
      ja: "東京からの転送 157,000 GB（段階料金）",
    },
    url: `${RECORDED}aws/testdata/data_transfer_test`,
    workload: {
      requestsPerMonth: 157_000,
      durationMs: 1,
      memoryMb: 128,
      egressPerRequestKb: GB_KB,
    },
    offer: { ...EC2, region: "ap-northeast-1" },
    terms: NO_FREE,
    printed: { egress: 13_904.8 },
  },
  {
    id: "infracost-cloud-run",
    title: {
      en: "Cloud Run: two instances all month in a region of tier 2",
      ja: "Cloud Run: Tier 2 リージョンで 2 インスタンスを常時起動",
    },
    url: `${RECORDED}google/testdata/cloud_run_v2_service_test`,
    workload: {},
    offer: {
      ...EC2,
      service: "gcp_cloudrun_instances",
      region: "europe-west2",
      instanceType: "1_0.5",
      sizing: { kind: "fixed", machines: 2 },
    },
    terms: NO_FREE,
    printed: { vcpu: 113.53, memory: 6.31, total: 119.84 },
  },
  {
    id: "infracost-nat",
    title: { en: "NAT gateway: 100 GB", ja: "NAT ゲートウェイ: 100 GB" },
    url: `${RECORDED}aws/testdata/nat_gateway_test`,
    workload: { requestsPerMonth: 100, durationMs: 1, memoryMb: 128, egressPerRequestKb: GB_KB },
    offer: EC2,
    terms: { sideCosts: { natGateway: true } },
    printed: { nat_gateway: 32.85, nat_data: 4.5 },
  },
  {
    id: "infracost-load-balancer",
    title: {
      en: "Application Load Balancer: 1,000 GB",
      ja: "Application Load Balancer: 処理量 1,000 GB",
    },
    url: `${RECORDED}aws/testdata/lb_test`,
    workload: {
      requestsPerMonth: 1_000_000,
      durationMs: 1,
      memoryMb: 128,
      egressPerRequestKb: GB_KB / 1000,
    },
    offer: { ...EC2, sizing: { kind: "fixed", machines: 2 } },
    terms: { sideCosts: { loadBalancer: true } },
    printed: { load_balancer: 16.43, load_balancer_units: 8 },
  },
  {
    id: "infracost-api-gateway",
    title: {
      en: "API Gateway (REST): 21 billion calls",
      ja: "API Gateway（REST）: 210 億回の呼び出し",
    },
    url: `${RECORDED}aws/testdata/api_gateway_rest_api_test`,
    workload: { requestsPerMonth: 21e9, durationMs: 1, memoryMb: 128 },
    offer: LAMBDA,
    terms: { sideCosts: { frontDoor: "rest_api" } },
    printed: { api_gateway: 49_763.1 },
  },
  {
    id: "aws-api-gateway-2016",
    title: {
      en: "API Gateway (REST): 5 million calls with answers of 3 KB",
      ja: "API Gateway（REST）: 応答 3 KB の呼び出しを 500 万回",
    },
    url: API_GATEWAY_PAGE,
    year: 2016,
    workload: { requestsPerMonth: 5e6, durationMs: 1, memoryMb: 128, egressPerRequestKb: 3 },
    offer: LAMBDA,
    terms: { includeEgressFreeTier: false, sideCosts: { frontDoor: "rest_api" } },
    printed: { api_gateway: 17.5, egress: 1.29 },
  },
  {
    id: "aws-api-gateway-15-billion",
    title: {
      en: "API Gateway (REST): 15 billion calls with answers of 4 KB, all data at the first rate",
      ja: "API Gateway（REST）: 応答 4 KB の呼び出しを 150 億回（転送料金は一律）",
    },
    url: API_GATEWAY_PAGE,
    workload: { requestsPerMonth: 15e9, durationMs: 1, memoryMb: 128, egressPerRequestKb: 4 },
    offer: LAMBDA,
    terms: {
      ...NO_FREE,
      customEgressRates: { aws_lambda: 0.09 },
      sideCosts: { frontDoor: "rest_api" },
    },
    printed: { api_gateway: 36_353.1, egress: 5149.84 },
  },
  {
    id: "aws-http-api-web-pages",
    title: {
      en: "API Gateway (HTTP): 10,000 pages a minute",
      ja: "API Gateway（HTTP）: 毎分 1 万ページ",
    },
    url: API_GATEWAY_PAGE,
    workload: { requestsPerMonth: 432e6, durationMs: 1, memoryMb: 128, egressPerRequestKb: 46 },
    offer: LAMBDA,
    terms: { sideCosts: { frontDoor: "http_api" } },
    printed: { api_gateway: 418.8 },
  },
  {
    id: "aws-http-api-documents",
    title: {
      en: "API Gateway (HTTP): 25 documents of 4.5 MB a minute, counted by 512 KB",
      ja: "API Gateway（HTTP）: 毎分 25 件の 4.5 MB の文書（512 KB 単位で計測）",
    },
    url: API_GATEWAY_PAGE,
    workload: {
      requestsPerMonth: 25 * 60 * 24 * 30,
      durationMs: 1,
      memoryMb: 128,
      egressPerRequestKb: 4.5 * 1024,
    },
    offer: LAMBDA,
    terms: { sideCosts: { frontDoor: "http_api" } },
    printed: { api_gateway: 9.72 },
  },
  {
    id: "awsforengineers-http-api",
    title: {
      en: "API Gateway (HTTP): 216 million calls",
      ja: "API Gateway（HTTP）: 2 億 1,600 万回の呼び出し",
    },
    url: "https://awsforengineers.com/blog/aws-api-gateway-pricing-explained",
    workload: { requestsPerMonth: 216e6, durationMs: 1, memoryMb: 128 },
    offer: LAMBDA,
    terms: { sideCosts: { frontDoor: "http_api" } },
    printed: { api_gateway: 216 },
  },
  {
    id: "urjc-api-gateway",
    title: {
      en: "API Gateway (REST): 20 million calls of 20 KB",
      ja: "API Gateway（REST）: 20 KB の呼び出しを 2,000 万回",
    },
    url: "https://github.com/codeurjc-students/2019-ServerlessVsExpress",
    workload: { requestsPerMonth: 2e7, durationMs: 1, memoryMb: 128, egressPerRequestKb: 20 },
    offer: LAMBDA,
    terms: { ...NO_FREE, sideCosts: { frontDoor: "rest_api" } },
    printed: { api_gateway: 70, egress: 34.33 },
  },
  {
    id: "serverless-training-api-gateway",
    title: {
      en: "API Gateway (REST): 450 requests a second for a day",
      ja: "API Gateway（REST）: 毎秒 450 リクエストを 1 日",
    },
    url: "https://serverless-training.com/articles/save-money-by-replacing-api-gateway-with-application-load-balancer/",
    workload: { requestsPerMonth: 450 * 86_400, durationMs: 1, memoryMb: 128 },
    offer: LAMBDA,
    terms: { sideCosts: { frontDoor: "rest_api" } },
    printed: { api_gateway: 136.08 },
  },
  {
    id: "infracost-logs",
    title: {
      en: "CloudWatch Logs: 1,000 GB taken in",
      ja: "CloudWatch Logs: 1,000 GB の取り込み",
    },
    url: `${RECORDED}aws/testdata/cloudwatch_log_group_test`,
    workload: { requestsPerMonth: 1000, durationMs: 1, memoryMb: 128, logPerRequestKb: GB_KB },
    offer: LAMBDA,
    terms: { ...NO_FREE, sideCosts: { logs: true } },
    printed: { logs: 500 },
  },
  {
    id: "aws-vended-logs",
    title: {
      en: "CloudWatch Logs: 72 TB of vended logs, as Lambda’s are, in four price tiers",
      ja: "CloudWatch Logs: 72 TB の提供ログ（Lambda のログと同じ 4 段階の料金）",
    },
    url: "https://aws.amazon.com/cloudwatch/pricing/",
    workload: {
      requestsPerMonth: 72 * 1024,
      durationMs: 1,
      memoryMb: 128,
      logPerRequestKb: GB_KB,
    },
    offer: LAMBDA,
    terms: { ...NO_FREE, sideCosts: { logs: true } },
    printed: { logs: 13_414.4 },
  },
  {
    id: "infracost-fargate",
    title: {
      en: "Fargate: 1 vCPU and 2 GB all month",
      ja: "Fargate: 1 vCPU、2 GB を 1 か月",
    },
    url: `${RECORDED}aws/testdata/ecs_service_test`,
    workload: {},
    offer: { ...EC2, service: "aws_fargate", instanceType: "1_2" },
    printed: { vcpu: 29.55, memory: 6.49, total: 36.04 },
  },
  {
    id: "aws-fargate-tasks",
    title: {
      en: "Fargate: five tasks of ten minutes a day",
      ja: "Fargate: 1 日 10 分のタスクを 5 つ",
    },
    url: FARGATE_PAGE,
    workload: { requestsPerMonth: 150, durationMs: 600_000, memoryMb: 2048 },
    offer: { ...LAMBDA, service: "aws_fargate_task" },
    printed: { vcpu: 1.01, memory: 0.22, total: 1.23 },
  },
  ...(
    [
      ["x86_64", "x86", { vcpu: 1.01, memory: 0.22, ephemeral_storage: 0.03, total: 1.26 }],
      ["arm64", "Arm", { vcpu: 0.81, memory: 0.18, ephemeral_storage: 0.03, total: 1.02 }],
    ] as const
  ).map(([architecture, name, printed]): PublishedBill => ({
    id: `aws-fargate-tasks-with-storage-${architecture.replace("_", "-")}`,
    title: {
      en: `Fargate (${name}): five tasks of ten minutes a day, each with 30 GB of storage`,
      ja: `Fargate（${name}）: 30 GB のストレージを持つ 1 日 10 分のタスクを 5 つ`,
    },
    url: FARGATE_PAGE,
    workload: { requestsPerMonth: 150, durationMs: 600_000, memoryMb: 2048 },
    offer: {
      ...LAMBDA,
      service: "aws_fargate_task",
      architecture,
      ephemeralStorageMb: 30 * 1024,
    },
    printed,
  })),
  {
    id: "aws-fargate-pods",
    title: {
      en: "Fargate: ten pods of a quarter vCPU and 1 GB, an hour a day",
      ja: "Fargate: 0.25 vCPU、1 GB のポッド 10 個を 1 日 1 時間",
    },
    url: FARGATE_PAGE,
    workload: { requestsPerMonth: 300, durationMs: 3_600_000, memoryMb: 1024 },
    offer: { ...LAMBDA, service: "aws_fargate_task", cpuCount: 0.25 },
    printed: { vcpu: 3.04, memory: 1.33, total: 4.37 },
  },
  {
    id: "infracost-t3-unlimited",
    title: {
      en: "EC2 t3.medium at full CPU in unlimited mode",
      ja: "EC2 t3.medium: Unlimited モードで CPU を使い切る場合",
    },
    url: `${RECORDED}aws/testdata/instance_test`,
    workload: { requestsPerMonth: 1460, durationMs: 3_600_000, cpuMs: 3_600_000, memoryMb: 128 },
    offer: { ...EC2, instanceType: "t3.medium", unlimited: true },
    printed: { instance_hours: 30.37, surplus_vcpu: 58.4 },
  },
  {
    id: "infracost-azure-b1s",
    title: { en: "Azure B1s all month", ja: "Azure B1s を 1 か月" },
    url: `${RECORDED}azure/testdata/linux_virtual_machine_test`,
    workload: {},
    offer: { ...EC2, service: "azure", region: "eastus", instanceType: "Standard_B1s" },
    printed: { instance_hours: 7.59 },
  },
  {
    id: "infracost-azure-b1s-hours",
    title: { en: "Azure B1s for 100 hours", ja: "Azure B1s を 100 時間" },
    url: `${RECORDED}azure/testdata/linux_virtual_machine_test`,
    workload: {},
    offer: {
      ...EC2,
      service: "azure",
      region: "eastus",
      instanceType: "Standard_B1s",
      hoursPerMonth: 100,
    },
    printed: { instance_hours: 1.04 },
  },
  {
    id: "wring-fargate-thirty-days",
    title: {
      en: "Fargate: 1 vCPU and 4 GB for thirty days",
      ja: "Fargate: 1 vCPU、4 GB を 30 日間",
    },
    url: "https://www.wring.co/blog/aws-fargate-pricing-guide",
    workload: {},
    offer: { ...EC2, service: "aws_fargate", instanceType: "1_4", hoursPerMonth: 720 },
    printed: { vcpu: 29.15, memory: 12.8, total: 41.95 },
  },
  ...(
    [
      [500, "500", 22.5],
      [2048, "2,048", 92.16],
      [20_480, "20,480", 921.6],
    ] as const
  ).map(([gb, name, usd]): PublishedBill => ({
    id: `basavytix-nat-${gb}`,
    title: { en: `NAT gateway: ${name} GB`, ja: `NAT ゲートウェイ: ${name} GB` },
    url: "https://basavytix.com/blog/aws-nat-gateway-pricing",
    workload: { requestsPerMonth: gb, durationMs: 1, memoryMb: 128, egressPerRequestKb: GB_KB },
    offer: EC2,
    terms: { sideCosts: { natGateway: true } },
    printed: { nat_gateway: 32.85, nat_data: usd },
  })),
  {
    id: "go-cloud-t3-large",
    title: { en: "EC2 t3.large all month", ja: "EC2 t3.large を 1 か月" },
    url: "https://go-cloud.io/?p=10607",
    workload: {},
    offer: { ...EC2, instanceType: "t3.large" },
    printed: { instance_hours: 60.74 },
  },
];
