import { BASE_WORKLOAD, LAMBDA, NO_FREE, priceOfThen } from "./base-question.ts";
import type { PublishedBill } from "./published.ts";

const LAMBDA_PAGE = "https://aws.amazon.com/lambda/pricing/";
/** AWS's own calculator shows its work line by line; these lines were kept by those who asked it. */
const AWS_CALCULATOR = "https://calculator.aws/#/createCalculator/Lambda";
const STREAMING = {
  ...BASE_WORKLOAD,
  durationMs: 500,
  memoryMb: 1536,
  // Transfer is not in the example.
  internetTransferRatio: 0,
};
const PRICE_OF_2019 = { customPrices: [priceOfThen("aws_lambda", "compute", 1.667e-5)] };

/** Bills of AWS Lambda: the provider's own examples, and what others computed or paid. */
export const LAMBDA_BILLS: readonly PublishedBill[] = [
  {
    id: "aws-lambda-mobile-backend",
    title: { en: "Lambda: mobile backend", ja: "Lambda: モバイルアプリのバックエンド" },
    url: LAMBDA_PAGE,
    workload: { requestsPerMonth: 3e6, durationMs: 120, memoryMb: 1536 },
    offer: LAMBDA,
    printed: { compute: 2.33, requests: 0.4, total: 2.73 },
  },
  {
    id: "aws-lambda-telemetry",
    title: {
      en: "Lambda: telemetry of 10,000 vehicles, without free tier",
      ja: "Lambda: 車両 1 万台のテレメトリー（無料枠なし）",
    },
    url: LAMBDA_PAGE,
    workload: { requestsPerMonth: 7_440_000, durationMs: 2000 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { compute: 248, requests: 1.49, total: 249.49 },
  },
  {
    id: "aws-lambda-ml-ephemeral-storage",
    title: {
      en: "Lambda: machine learning with 2 GB of /tmp",
      ja: "Lambda: 2 GB の /tmp を使う機械学習",
    },
    url: LAMBDA_PAGE,
    workload: { requestsPerMonth: 6e6, durationMs: 280, memoryMb: 4096 },
    offer: { ...LAMBDA, ephemeralStorageMb: 2048 },
    printed: { compute: 105.33, requests: 1, ephemeral_storage: 0.08, total: 106.41 },
  },
  {
    id: "aws-lambda-provisioned-launch-day",
    title: {
      en: "Lambda: launch day, partly on provisioned concurrency",
      ja: "Lambda: 公開当日、一部はプロビジョニング済み同時実行",
    },
    url: LAMBDA_PAGE,
    workload: {
      requestsPerMonth: 3e6,
      functions: [
        {
          ...BASE_WORKLOAD,
          share: 1 / 6,
          durationMs: 100,
          memoryMb: 1536,
          options: { provisioned: [{ instances: 100, hoursPerMonth: 8, executionsShare: 1 }] },
        },
        { ...BASE_WORKLOAD, share: 5 / 6, durationMs: 120, memoryMb: 1536 },
      ],
    },
    offer: LAMBDA,
    printed: { provisioned_concurrency: 18, requests: 0.4, compute: 0.73 + 0.83, total: 19.96 },
  },
  {
    id: "aws-lambda-provisioned-cyber-monday",
    title: {
      en: "Lambda: Cyber Monday on provisioned concurrency",
      ja: "Lambda: サイバーマンデーのプロビジョニング済み同時実行",
    },
    url: LAMBDA_PAGE,
    workload: { requestsPerMonth: 2e6, durationMs: 280, memoryMb: 4096 },
    offer: { ...LAMBDA, provisioned: [{ instances: 7, hoursPerMonth: 24, executionsShare: 1 }] },
    terms: NO_FREE,
    printed: { provisioned_concurrency: 10.08, compute: 21.78, requests: 0.4, total: 32.26 },
  },
  {
    id: "aws-lambda-snapstart",
    title: {
      en: "Lambda: SnapStart over a month of 31 days",
      ja: "Lambda: SnapStart を 31 日間使用",
    },
    url: LAMBDA_PAGE,
    workload: { requestsPerMonth: 7_440_000, durationMs: 2000 },
    offer: { ...LAMBDA, snapStart: { coldStartRatio: 0.01, activeSeconds: 2_678_400 } },
    terms: NO_FREE,
    printed: {
      compute: 248,
      requests: 1.49,
      snap_start_cache: 4.03,
      snap_start_restore: 10.4,
      total: 263.92,
    },
  },
  {
    id: "aws-lambda-streaming",
    title: {
      en: "Lambda: response streaming, a million answers a megabyte over the limit",
      ja: "Lambda: レスポンスストリーミング、上限を 1 MB 超える応答 100 万件",
    },
    url: LAMBDA_PAGE,
    workload: {
      requestsPerMonth: 3e6,
      functions: [
        { ...STREAMING, share: 2 / 3, egressPerRequestKb: 100 },
        { ...STREAMING, share: 1 / 3, egressPerRequestKb: 7 * 1024 },
      ],
    },
    offer: { ...LAMBDA, streamsResponses: true },
    // The example counts the free requests and compute, but not the 100 GB of streaming.
    terms: {
      customPrices: [
        {
          provider: "aws",
          service: "aws_lambda",
          meter: "response_streaming",
          change: { discountPercent: 0, free: 0 },
        },
      ],
    },
    printed: { compute: 30.83, requests: 0.4, response_streaming: 7.81, total: 39.04 },
  },
  {
    id: "aws-lambda-durable",
    title: {
      en: "Lambda: a million durable executions in two invocations each, what they execute",
      ja: "Lambda: 2 回の呼び出しからなる Durable 実行 100 万回（実行分のみ）",
    },
    url: LAMBDA_PAGE,
    workload: { requestsPerMonth: 2e6, durationMs: 16_000, memoryMb: 1024 },
    offer: { ...LAMBDA, architecture: "arm64" },
    printed: { compute: 421.34, requests: 0.2 },
  },
  {
    id: "aws-lambda-edge",
    title: { en: "Lambda@Edge: 10 million requests", ja: "Lambda@Edge: 1,000 万リクエスト" },
    url: LAMBDA_PAGE,
    workload: { requestsPerMonth: 1e7, durationMs: 10, memoryMb: 128 },
    offer: { ...LAMBDA, service: "aws_lambda_edge" },
    printed: { compute: 0.63, requests: 6, egress: 0, total: 6.63 },
  },
  {
    id: "aws-lambda-edge-50-ms",
    title: {
      en: "Lambda@Edge: 10 million requests of 50 ms",
      ja: "Lambda@Edge: 50 ミリ秒のリクエストを 1,000 万回",
    },
    url: LAMBDA_PAGE,
    year: 2019,
    workload: { requestsPerMonth: 1e7, durationMs: 50, memoryMb: 128 },
    offer: { ...LAMBDA, service: "aws_lambda_edge" },
    printed: { compute: 3.13, requests: 6, egress: 0, total: 9.13 },
  },
  {
    id: "aws-lambda-queue",
    title: {
      en: "Lambda: 30 million messages of a second from a queue, without free tier",
      ja: "Lambda: キューから 1 秒の処理を 3,000 万回（無料枠なし）",
    },
    url: LAMBDA_PAGE,
    workload: { requestsPerMonth: 3e7 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { compute: 500, requests: 6 },
  },
  {
    id: "aws-lambda-ten-topics",
    title: {
      en: "Lambda: 300 million messages of 200 ms from ten topics, without free tier",
      ja: "Lambda: 10 トピックから 200 ミリ秒の処理を 3 億回（無料枠なし）",
    },
    url: LAMBDA_PAGE,
    workload: { requestsPerMonth: 3e8, durationMs: 200 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { compute: 1000, requests: 60 },
  },
  {
    id: "aws-lambda-2019-512-mb",
    title: {
      en: "Lambda: 3 million executions of a second at 512 MB, at the prices of 2019",
      ja: "Lambda: 512 MB で 1 秒の実行を 300 万回（2019 年の料金）",
    },
    url: LAMBDA_PAGE,
    year: 2019,
    workload: { requestsPerMonth: 3e6, memoryMb: 512 },
    offer: LAMBDA,
    terms: PRICE_OF_2019,
    printed: { compute: 18.34, requests: 0.4, total: 18.74 },
  },
  {
    id: "aws-lambda-2019-128-mb",
    title: {
      en: "Lambda: 30 million executions of 200 ms at 128 MB, at the prices of 2019",
      ja: "Lambda: 128 MB で 200 ミリ秒の実行を 3,000 万回（2019 年の料金）",
    },
    url: LAMBDA_PAGE,
    year: 2019,
    workload: { requestsPerMonth: 3e7, durationMs: 200, memoryMb: 128 },
    offer: LAMBDA,
    terms: PRICE_OF_2019,
    printed: { compute: 5.83, requests: 5.8, total: 11.63 },
  },
  {
    id: "aicalcus-lambda",
    title: {
      en: "Lambda: 128 MB and half a second, five million times",
      ja: "Lambda: 128 MB で 0.5 秒の実行を 500 万回",
    },
    url: "https://aicalcus.com/blog/server-vs-serverless-cost-2025",
    workload: { requestsPerMonth: 5e6, durationMs: 500, memoryMb: 128 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { total: 6.21 },
  },
  {
    id: "urjc-lambda",
    title: {
      en: "Lambda: two million executions at the price of 2020",
      ja: "Lambda: 200 万回の実行（2020 年の料金）",
    },
    url: "https://github.com/codeurjc-students/2019-ServerlessVsExpress",
    year: 2020,
    workload: { requestsPerMonth: 2e6, durationMs: 500, memoryMb: 128 },
    offer: LAMBDA,
    terms: { ...NO_FREE, ...PRICE_OF_2019 },
    printed: { compute: 2.08, requests: 0.4, total: 2.48 },
  },
  {
    id: "aws-cdf-191",
    title: {
      en: "Lambda: 12.4 million seconds a day at 512 MB, as somebody was billed",
      ja: "Lambda: 512 MB で 1 日 1,240 万秒（実際の請求）",
    },
    url: "https://github.com/aws/aws-connected-device-framework/issues/191",
    workload: { requestsPerMonth: 12_400_000, memoryMb: 512 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { compute: 103.33 },
  },
  {
    id: "aicalcus-lambda-ten-million",
    title: {
      en: "Lambda: 128 MB and half a second, ten million times",
      ja: "Lambda: 128 MB で 0.5 秒の実行を 1,000 万回",
    },
    url: "https://aicalcus.com/blog/server-vs-serverless-cost-2025",
    workload: { requestsPerMonth: 1e7, durationMs: 500, memoryMb: 128 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { total: 12.42 },
  },
  {
    id: "aws-blog-billing-by-millisecond",
    title: {
      en: "Lambda: 60 million executions of 28 ms, billed by the millisecond",
      ja: "Lambda: 28 ミリ秒の実行を 6,000 万回（1 ミリ秒単位の課金）",
    },
    url: "https://aws.amazon.com/blogs/aws/new-for-aws-lambda-1ms-billing-granularity-adds-cost-savings/",
    workload: { requestsPerMonth: 6e7, durationMs: 28, memoryMb: 1024 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { requests: 12, compute: 28 },
  },
  {
    id: "aws-blog-billing-by-100-milliseconds",
    title: {
      en: "Lambda: the same 60 million executions, billed by 100 ms as before",
      ja: "Lambda: 同じ 6,000 万回の実行（以前の 100 ミリ秒単位の課金）",
    },
    url: "https://aws.amazon.com/blogs/aws/new-for-aws-lambda-1ms-billing-granularity-adds-cost-savings/",
    workload: { requestsPerMonth: 6e7, durationMs: 100, memoryMb: 1024 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { requests: 12, compute: 100, total: 112 },
  },
  {
    id: "aws-calculator-every-minute",
    title: {
      en: "AWS's calculator: two seconds every minute at 128 MB",
      ja: "AWS の見積もりツール: 128 MB で毎分 2 秒の実行",
    },
    url: AWS_CALCULATOR,
    workload: { requestsPerMonth: 43_800, durationMs: 2000, memoryMb: 128 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { compute: 0.18, requests: 0.01, total: 0.19 },
  },
  {
    id: "aws-calculator-million-an-hour",
    title: {
      en: "AWS's calculator: a million executions an hour, whose compute time is free",
      ja: "AWS の見積もりツール: 毎時 100 万回の実行（コンピューティングは無料枠内）",
    },
    url: AWS_CALCULATOR,
    workload: { requestsPerMonth: 7.3e8, durationMs: 4, memoryMb: 128 },
    offer: LAMBDA,
    printed: { compute: 0, requests: 145.8, total: 145.8 },
  },
  {
    id: "aws-calculator-million-an-hour-1-gb",
    title: {
      en: "AWS's calculator: a million executions an hour of 300 ms at 1 GB",
      ja: "AWS の見積もりツール: 1 GB・300 ミリ秒の実行を毎時 100 万回",
    },
    url: AWS_CALCULATOR,
    workload: { requestsPerMonth: 7.3e8, durationMs: 300, memoryMb: 1024 },
    offer: LAMBDA,
    terms: NO_FREE,
    printed: { compute: 3650.01, requests: 146, total: 3796.01 },
  },
  {
    id: "trek10-hourly-job",
    title: {
      en: "Lambda: a job of two minutes with 1 GB, every hour",
      ja: "Lambda: 1 GB で 2 分のジョブを毎時実行",
    },
    url: "https://www.trek10.com/blog/lambda-cost/",
    year: 2019,
    workload: { requestsPerMonth: 720, durationMs: 120_000, memoryMb: 1024 },
    offer: LAMBDA,
    terms: { ...NO_FREE, ...PRICE_OF_2019 },
    printed: { total: 1.44 },
  },
  {
    id: "leyaa-lambda-within-free-compute",
    title: {
      en: "Lambda: three million executions, whose compute time is free",
      ja: "Lambda: 300 万回の実行（コンピューティングは無料枠内）",
    },
    url: "https://leyaa.ai/codefly/learn/aws/part-2/aws-lambda-pricing-model/visualize",
    workload: { requestsPerMonth: 3e6, durationMs: 200, memoryMb: 512 },
    offer: LAMBDA,
    printed: { compute: 0, requests: 0.4, total: 0.4 },
  },
];
