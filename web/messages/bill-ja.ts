import type { BillTexts } from "./bill-texts.ts";

/** The texts of a bill in Japanese. */
export const texts: BillTexts = {
  meter: "項目",
  quantity: "使用量",
  free: "無料枠",
  billable: "課金対象",
  unitPrice: "単価",
  amount: "金額",
  source: "出典",
  tier: (quantity, price) => `${quantity} × ${price}`,
  confidence: {
    high: "確認済みの料金",
    medium: "おおむね確かな料金",
    low: "不確かな料金",
    derived: "計算で求めた料金",
  },
  stop: "。",
  priceUnits: {
    request: "リクエスト",
    "GB-second": "GB 秒",
    "GiB-second": "GiB 秒",
    "vCPU-second": "vCPU 秒",
    "CPU-millisecond": "CPU ミリ秒",
    "instance-hour": "時間",
    "instance-month": "か月",
    "OCPU-hour": "OCPU 時間",
    "GB-hour": "GB 時間",
    GB: "GB",
    month: "か月",
  },
  ownRate: "個別指定の単価",
  capacityNote: (rate, limit, resource) =>
    `1 台でピーク時に毎秒 ${rate} リクエスト、月間 ${limit} リクエストまで対応できます（${resource === "cpu" ? "CPU" : "メモリ"}が上限）。`,
  billScroll: (name) => `${name} の請求内訳`,
};
