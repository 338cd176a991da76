import type { OfferPageTexts } from "./offer-texts.ts";

/** What is said of offers, their bills and execution times in Japanese, also where nothing else is said. */
export const offerPage: OfferPageTexts = {
  bills: "請求の内訳",
  billsLead: "各行の金額と、計算に使用した料金の出典です。",
  uncertain: "未確認",
  flags: {
    low_confidence: "未確認の料金を含みます。明細をご覧ください",
  },
  beyondCapacity: "1 台の処理能力を超えています",
  assumptions: "前提条件",
  durations: {
    ms: (value) => `${value} ミリ秒`,
    seconds: (value) => `${value} 秒`,
    minutes: (value) => `${value} 分`,
  },
};
