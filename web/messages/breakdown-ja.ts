import type { BreakdownTexts } from "./breakdown-texts.ts";

/** The texts of the bills' headings in Japanese. */
export const texts: BreakdownTexts = {
  title: "請求の内訳",
  lead: "各行の金額と、計算に使用した料金の出典です。",
  assumptions: "前提条件",
};
