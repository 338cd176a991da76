import { EC2, LAMBDA, NO_FREE, RECORDED } from "./base-question.ts";
import type { PublishedBill } from "./published.ts";

const LAMBDA_TEST = `${RECORDED}aws/testdata/lambda_function_test`;
const INSTANCE_TEST = `${RECORDED}aws/testdata/instance_test`;
const GOOGLE_INSTANCE_TEST = `${RECORDED}google/testdata/compute_instance_test`;
const GOOGLE = { ...EC2, service: "google_cloud", region: "us-central1" } as const;
const GB_KB = 1024 * 1024;

/** More of Infracost's recorded bills: price tiers, commitments, sustained use and other regions. */
export const RECORDED_BILLS: readonly PublishedBill[] = [
  {
    id: "infracost-lambda-two-tiers",
    title: {
      en: "Lambda: nine billion GB-seconds, in two price tiers",
      ja: "Lambda: 90 億 GB 秒（2 段階の料金）",
    },
    url: LAMBDA_TEST,
    workload: { requestsPerMonth: 9e9, durationMs: 1024 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { requests: 1800, compute: 148_240.2 },
  },
  {
    id: "infracost-lambda-two-tiers-arm",
    title: {
      en: "Lambda on Arm: eleven billion GB-seconds, in two price tiers",
      ja: "Lambda（Arm）: 110 億 GB 秒（2 段階の料金）",
    },
    url: LAMBDA_TEST,
    workload: { requestsPerMonth: 11.25e9, durationMs: 1024 },
    offer: { ...LAMBDA, architecture: "arm64" },
    terms: NO_FREE,
    printed: { requests: 2250, compute: 148_240.9 },
  },
  {
    id: "infracost-lambda-provisioned-arm",
    title: {
      en: "Lambda on Arm: 100 instances kept ready for 50 hours",
      ja: "Lambda（Arm）: 100 インスタンスを 50 時間プロビジョニング",
    },
    url: `${RECORDED}aws/testdata/lambda_provisioned_concurrency_config_test`,
    workload: { requestsPerMonth: 1e7, durationMs: 350, memoryMb: 512 },
    offer: {
      ...LAMBDA,
      architecture: "arm64",
      provisioned: [{ instances: 100, hoursPerMonth: 50, executionsShare: 1 }],
    },
    terms: NO_FREE,
    printed: { requests: 2, provisioned_concurrency: 30, compute: 13.61, total: 45.61 },
  },
  {
    id: "infracost-http-api",
    title: {
      en: "API Gateway (HTTP): a billion calls",
      ja: "API Gateway（HTTP）: 10 億回の呼び出し",
    },
    url: `${RECORDED}aws/testdata/apigatewayv2_api_test`,
    workload: { requestsPerMonth: 1e9, durationMs: 1, memoryMb: 128 },
    offer: LAMBDA,
    terms: { sideCosts: { frontDoor: "http_api" } },
    printed: { api_gateway: 930 },
  },
  ...(
    [
      ["af-south-1", "Cape Town", "ケープタウン", 20_881.28],
      ["sa-east-1", "São Paulo", "サンパウロ", 20_478.48],
      ["ap-northeast-2", "Seoul", "ソウル", 18_635.36],
      ["us-gov-west-1", "GovCloud (US-West)", "GovCloud（米国西部）", 15_734.6],
      ["me-south-1", "Bahrain", "バーレーン", 15_263.56],
      ["ap-southeast-2", "Sydney", "シドニー", 15_119.84],
      ["ap-south-1", "Mumbai", "ムンバイ", 13_269.63],
      ["il-central-1", "Tel Aviv", "テルアビブ", 12_679.8],
      ["eu-west-1", "Ireland", "アイルランド", 11_741.2],
    ] as const
  ).map(([region, en, ja, egress]): PublishedBill => ({
    id: `infracost-egress-${region}`,
    title: {
      en: `Egress of 157,000 GB from ${en}, tier by tier`,
      ja: `${ja}からの転送 157,000 GB（段階料金）`,
    },
    url: `${RECORDED}aws/testdata/data_transfer_test`,
    workload: {
      requestsPerMonth: 157_000,
      durationMs: 1,
      memoryMb: 128,
      egressPerRequestKb: GB_KB,
    },
    offer: { ...EC2, region, instanceType: "m5.large" },
    terms: NO_FREE,
    printed: { egress },
  })),
  ...(
    [
      ["commitment_1y", "for a year", "1 年の予約", 19.05],
      ["commitment_3y", "for three years", "3 年の予約", 13.14],
      ["convertible_1y", "for a year, convertible", "1 年のコンバーティブル予約", 21.9],
      ["convertible_3y", "for three years, convertible", "3 年のコンバーティブル予約", 15.04],
    ] as const
  ).map(([purchase, en, ja, usd]): PublishedBill => ({
    id: `infracost-t3-${purchase.replace("_", "-")}`,
    title: {
      en: `EC2 t3.medium reserved ${en}, nothing upfront`,
      ja: `EC2 t3.medium: ${ja}（前払いなし）`,
    },
    url: INSTANCE_TEST,
    workload: {},
    offer: { ...EC2, instanceType: "t3.medium", purchase },
    printed: { instance_hours: usd },
  })),
  {
    id: "infracost-disk",
    title: { en: "A disk (gp3) of 20 GB", ja: "ディスク（gp3）20 GB" },
    url: INSTANCE_TEST,
    workload: {},
    offer: EC2,
    terms: { sideCosts: { diskGb: 20 } },
    printed: { disk: 1.6 },
  },
  {
    id: "infracost-cloud-run-requests",
    title: {
      en: "Cloud Run: half a million requests of 3.6 s in a region of tier 2",
      ja: "Cloud Run: Tier 2 リージョンで 3.6 秒のリクエストを 50 万回",
    },
    url: `${RECORDED}google/testdata/cloud_run_v2_service_test`,
    workload: { requestsPerMonth: 5e5, durationMs: 3600, memoryMb: 512 },
    offer: { ...LAMBDA, service: "gcp_cloudrun", region: "europe-west2" },
    terms: NO_FREE,
    printed: { vcpu: 60.48, memory: 3.15, requests: 0.2 },
  },
  ...(
    [
      ["f1-micro", undefined, 3.88],
      ["f1-micro", 100, 0.76],
      ["n1-standard-16", undefined, 388.36],
      ["n1-standard-16", 100, 76],
      ["m1-ultramem-80", undefined, 6431.55],
    ] as const
  ).map(([instanceType, hours, usd]): PublishedBill => ({
    id: `infracost-${instanceType}${hours === undefined ? "" : `-${hours}-hours`}`,
    title:
      hours === undefined
        ? {
            en: `Google ${instanceType} all month, after sustained use`,
            ja: `Google ${instanceType} を 1 か月（継続利用割引あり）`,
          }
        : {
            en: `Google ${instanceType} for ${hours} hours, too few for sustained use`,
            ja: `Google ${instanceType} を ${hours} 時間（継続利用割引なし）`,
          },
    url: GOOGLE_INSTANCE_TEST,
    workload: {},
    offer: {
      ...GOOGLE,
      instanceType,
      ...(hours === undefined ? {} : { hoursPerMonth: hours }),
    },
    printed: { instance_hours: usd },
  })),
  ...(
    [
      [4, 4.09],
      [40, 32.7],
    ] as const
  ).map(([machines, usd]): PublishedBill => ({
    id: `infracost-google-nat-${machines}`,
    title: {
      en: `Google's NAT gateway before ${machines} machines, 1,000 GB`,
      ja: `Google の NAT ゲートウェイ: ${machines} 台、1,000 GB`,
    },
    url: `${RECORDED}google/testdata/compute_router_nat_test`,
    workload: { requestsPerMonth: 1000, durationMs: 1, memoryMb: 128, egressPerRequestKb: GB_KB },
    offer: { ...GOOGLE, instanceType: "e2-small", sizing: { kind: "fixed", machines } },
    terms: { sideCosts: { natGateway: true } },
    printed: { nat_gateway: usd, nat_data: 45 },
  })),
  {
    id: "infracost-google-address",
    title: {
      en: "A public address of a machine of Google's",
      ja: "Google のマシンのパブリック IP アドレス",
    },
    url: `${RECORDED}google/testdata/compute_address_test`,
    workload: {},
    offer: { ...GOOGLE, instanceType: "f1-micro" },
    terms: { sideCosts: { publicIpv4: true } },
    printed: { public_ipv4: 3.65 },
  },
  {
    id: "infracost-azure-functions-least",
    title: {
      en: "Azure Functions: less than the least that is billed, 128 MB for 100 ms",
      ja: "Azure Functions: 課金の下限（128 MB、100 ミリ秒）を下回る実行",
    },
    url: `${RECORDED}azure/testdata/function_app_test`,
    workload: { requestsPerMonth: 3e6, durationMs: 50, memoryMb: 100 },
    offer: { ...LAMBDA, service: "azure_functions", region: "eastus" },
    terms: NO_FREE,
    printed: { compute: 0.6, requests: 0.6, total: 1.2 },
  },
];
