import type { BarTexts } from "./texts.ts";

/** The texts of the bill bars in Japanese. */
export const texts: BarTexts = {
  title: "コストの内訳",
  lead: "各構成の月額コストを費目別に示します。棒の長さはすべて同じ尺度です。",
  offer: "構成",
  total: "合計",
  groups: {
    compute: "コンピューティング",
    requests: "リクエスト",
    egress: "データ転送",
    around: "周辺サービス",
    work: "運用作業",
  },
  amounts: "構成別の金額",
};
