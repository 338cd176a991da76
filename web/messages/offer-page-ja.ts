import type { OfferPageTexts } from "./offer-texts.ts";

/** What is said of offers and execution times in Japanese, also where nothing else is said. */
export const offerPage: OfferPageTexts = {
  uncertain: "未確認",
  flags: {
    low_confidence: "未確認の料金を含みます。明細をご覧ください",
  },
  beyondCapacity: "1 台の処理能力を超えています",
  durations: {
    ms: (value) => `${value} ミリ秒`,
    seconds: (value) => `${value} 秒`,
    minutes: (value) => `${value} 分`,
  },
};
