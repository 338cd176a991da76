import type { BreakEvenTexts } from "./break-even-texts.ts";

/** The texts of the break-even table in Japanese. */
export const texts: BreakEvenTexts = {
  title: "損益分岐点",
  lead: "関数サービスと仮想マシンのコストが等しくなる負荷、または台数の増加で有利・不利が入れ替わる負荷です。",
  functionColumn: "関数",
  pairColumn: "関数サービスと仮想マシン",
  machineColumn: "マシン",
  requestsColumn: "月間リクエスト",
  rateColumn: "毎秒",
  costColumn: "その時の月額",
  cheaperBelow: "少ないとき割安",
  cheaperAbove: "多いとき割安",
  neverCross: (count) => `グラフの範囲で入れ替わらない組み合わせ: ${count} 組`,
  alwaysCheaper: (cheaper, dearer) => `常に ${cheaper} の方が ${dearer} より割安です`,
  alwaysEqual: (first, second) => `${first} と ${second} は常に同額です`,
  moreCrossings: (count, from, to) =>
    `ほかに ${from} から ${to} の間に ${count} か所（台数が段階的に増えるため、交互に入れ替わります）`,
  nothingToCross: "関数サービスと仮想マシンを両方選ぶと、コストが等しくなる負荷を表示します。",
};
