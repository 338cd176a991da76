import type { AssumptionTexts } from "./assumptions-texts.ts";

/** The texts of the list of assumptions in Japanese. */
export const texts: AssumptionTexts = {
  lead: "計算結果を左右したすべての条件です。「既定」の項目は変更されていません。",
  name: "前提",
  value: "値",
  byDefault: "既定",
  convention: "取り決め",
  yes: "する",
  no: "しない",
  none: "なし",
  month: "1 か月",
  hours: (hours) => `${hours} 時間`,
  evenHours: "均等",
  ownHours: (count) => `${count} 時間分を個別に指定`,
  hourlyProfile: "時間帯ごとのリクエスト",
  distribution: (mean, count) => `平均 ${mean}（${count} 個のパーセンタイルで指定）`,
  assumedCpu: (value) => `${value}（Lambda の CPU 割り当てに基づく想定）`,
  asFunction: (value) => `${value}（関数のメモリと同じ）`,
  coldStarts: (percent, start) => `リクエストの ${percent}、起動時間 ${start}`,
  machinesAtLeast: (name, count) => `${name}、最少 ${count} 台`,
  machinesFixed: (count) => `常に ${count} 台`,
  ratesOf: (count) => `個別指定 ${count} 件`,
  work: (functions, machines, rate) =>
    `関数サービス ${functions} 時間、仮想マシン ${machines} 時間、1 時間 $${rate}`,
  yenPerDollar: (value) => `1 ドル ${value} 円`,
  egressFree: "データ転送の無料枠の適用",
  computeFree: "コンピューティングの無料枠の適用",
  taxes: "税、サポート、割引",
  notCounted: "含まない",
};
