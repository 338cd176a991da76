import type { ProjectionTexts } from "./texts.ts";

/** The texts of the projection in Japanese. */
export const texts: ProjectionTexts = {
  title: "今後の推移",
  lead: (growth, months) => `負荷が毎月 ${growth}% 変化した場合の、${months} か月間のコストです。`,
  flat: (months) =>
    `負荷が変わらない場合の ${months} か月間のコストです。増加率を設定すると推移がわかります。`,
  tryGrowth: (percent) => `毎月 ${percent}% 増やす`,
  shown: "表示する金額",
  views: { monthly: "月ごと", cumulated: "累計" },
  chart: (offers, months) =>
    `${offers} の ${months} か月間のコストを示すグラフ。同じ数値を下の表に示しています。`,
  monthAxis: "経過月数",
  month: "読み取る月",
  monthText: (month, requests) => `${month} か月後（月間 ${requests} リクエスト）`,
  monthly: "その月",
  cumulated: "累計",
  offer: "構成",
  crossover: (month, name, requests) =>
    `${month} か月後に月間 ${requests} リクエストとなり、${name} が最安になります。`,
  moreTurns: (count) => `最安の構成はその後さらに ${count} 回入れ替わります（グラフの点線）。`,
  noCrossover: (name) => `期間を通じて ${name} が最安です。`,
  tooSmall: "台数の処理能力を超えています",
  saves: (from, to, saved, months) =>
    `${months} か月間で、${to} は ${from} より ${saved} 安くなります。`,
  paid: (cost, month) => `移行費用（${cost}）は ${month} か月後までに回収できます。`,
  notPaid: (cost) => `移行費用（${cost}）はこの期間内には回収できません。`,
};
