import { LAMBDA, NO_FREE, RECORDED } from "./base-question.ts";
import type { PublishedBill } from "./published.ts";

const WORKERS_PAGE = "https://developers.cloudflare.com/workers/platform/pricing/";
const GEN1_PAGE = "https://cloud.google.com/functions/pricing-1stgen";
const FORERUNNER = "https://github.com/armaniacs/cost-sim-vm-lambda";

const WORKERS = { ...LAMBDA, service: "cloudflare_workers", region: "global" } as const;
const AZURE = { ...LAMBDA, service: "azure_functions", region: "eastus" } as const;
const GEN1 = { ...LAMBDA, service: "gcp_functions_gen1", region: "us-central1" } as const;

/** Bills of the other function services. */
export const FUNCTION_BILLS: readonly PublishedBill[] = [
  {
    id: "gcp-functions-gen1-simple",
    title: {
      en: "Cloud Functions (1st gen): simple event-driven function",
      ja: "Cloud Functions（第 1 世代）: 単純なイベント駆動関数",
    },
    url: GEN1_PAGE,
    workload: { requestsPerMonth: 1e7, durationMs: 300, memoryMb: 128 },
    offer: GEN1,
    printed: { requests: 3.2, memory: 0, cpu: 4, total: 7.2 },
  },
  {
    id: "gcp-functions-gen1-http",
    title: {
      en: "Cloud Functions (1st gen): HTTP function of medium complexity, without its network line",
      ja: "Cloud Functions（第 1 世代）: 中程度の HTTP 関数（ネットワーク料金を除く）",
    },
    url: GEN1_PAGE,
    workload: { requestsPerMonth: 5e7, durationMs: 500, memoryMb: 256 },
    offer: GEN1,
    printed: { requests: 19.2, memory: 14.63, cpu: 98, total: 131.83 },
  },
  {
    id: "gcp-functions-gen1-http-network",
    title: {
      en: "Cloud Functions (1st gen): HTTP function of medium complexity with its network line",
      ja: "Cloud Functions（第 1 世代）: 中程度の HTTP 関数（ネットワーク料金を含む）",
    },
    url: GEN1_PAGE,
    workload: { requestsPerMonth: 5e7, durationMs: 500, memoryMb: 256, egressPerRequestKb: 5 },
    offer: GEN1,
    printed: { requests: 19.2, memory: 14.63, cpu: 98, egress: 28.01, total: 159.84 },
  },
  {
    id: "infracost-functions-gen1",
    title: {
      en: "Cloud Functions (1st gen): 256 MB with 100 GB of egress, without free tier",
      ja: "Cloud Functions（第 1 世代）: 256 MB、転送量 100 GB（無料枠なし）",
    },
    url: `${RECORDED}google/testdata/cloudfunctions_function_test`,
    workload: {
      requestsPerMonth: 1e7,
      durationMs: 240,
      memoryMb: 256,
      egressPerRequestKb: (100 * 1024 * 1024) / 1e7,
    },
    offer: GEN1,
    terms: NO_FREE,
    printed: { cpu: 12, memory: 1.88, requests: 4, egress: 12, total: 29.88 },
  },
  {
    id: "azure-functions-consumption",
    title: {
      en: "Azure Functions: 3 million executions of a second",
      ja: "Azure Functions: 1 秒の実行を 300 万回",
    },
    url: "https://azure.microsoft.com/pricing/details/functions/",
    workload: { requestsPerMonth: 3e6, memoryMb: 512 },
    offer: AZURE,
    printed: { compute: 17.6, requests: 0.4, total: 18 },
  },
  {
    id: "infracost-azure-functions",
    title: {
      en: "Azure Functions: 490 MB observed, without free tier",
      ja: "Azure Functions: 実測 490 MB（無料枠なし）",
    },
    url: `${RECORDED}azure/testdata/function_app_test`,
    workload: { requestsPerMonth: 3_540_123, durationMs: 495, memoryMb: 490 },
    offer: AZURE,
    terms: NO_FREE,
    printed: { compute: 14.02, requests: 0.71 },
  },
  {
    id: "forerunner-azure-functions",
    title: {
      en: "Azure Functions: 2 million executions of five seconds",
      ja: "Azure Functions: 5 秒の実行を 200 万回",
    },
    url: FORERUNNER,
    workload: { requestsPerMonth: 2e6, durationMs: 5000, memoryMb: 512 },
    offer: AZURE,
    printed: { compute: 73.6, requests: 0.2, total: 73.8 },
  },
  {
    id: "forerunner-oci-functions",
    title: {
      en: "OCI Functions: a workload within the free allowance",
      ja: "OCI Functions: 無料枠に収まるワークロード",
    },
    url: FORERUNNER,
    workload: { requestsPerMonth: 1_500_000, durationMs: 2000, memoryMb: 128 },
    offer: { ...LAMBDA, service: "oci_functions", region: "us-ashburn-1" },
    printed: { total: 0 },
  },
  {
    id: "forerunner-oci-functions-billed",
    title: {
      en: "OCI Functions: 3 million executions of four seconds, beyond the free allowance",
      ja: "OCI Functions: 4 秒の実行を 300 万回（無料枠を超える場合）",
    },
    url: FORERUNNER,
    workload: { requestsPerMonth: 3e6, durationMs: 4000, memoryMb: 512 },
    offer: { ...LAMBDA, service: "oci_functions", region: "us-ashburn-1" },
    printed: { requests: 0.2, compute: 79.35, total: 79.55 },
  },
  ...(
    [
      ["cloudflare-workers-15m", "15", "1,500 万", 15e6, { requests: 1.5, cpu: 1.5, total: 8 }],
      ["cloudflare-workers-3m", "3", "300 万", 3e6, { requests: 0, cpu: 0, total: 5 }],
      ["cloudflare-workers-100m", "100", "1 億", 100e6, { requests: 27, cpu: 13.4, total: 45.4 }],
    ] as const
  ).map(([id, millions, inJapanese, requestsPerMonth, printed]) => ({
    id,
    title: {
      en: `Cloudflare Workers: ${millions} million requests of 7 ms CPU`,
      ja: `Cloudflare Workers: CPU 7 ミリ秒のリクエストを ${inJapanese}回`,
    },
    url: WORKERS_PAGE,
    workload: { requestsPerMonth, durationMs: 7, cpuMs: 7, memoryMb: 128 },
    offer: WORKERS,
    printed: { subscription: 5, ...printed },
  })),
  {
    id: "cloudflare-workers-hourly-report",
    title: {
      en: "Cloudflare Workers: a report of three minutes of CPU every hour",
      ja: "Cloudflare Workers: CPU 3 分のレポートを毎時実行",
    },
    url: WORKERS_PAGE,
    workload: { requestsPerMonth: 720, durationMs: 180_000, cpuMs: 180_000, memoryMb: 128 },
    offer: WORKERS,
    printed: { subscription: 5, requests: 0, cpu: 1.99, total: 6.99 },
  },
];
