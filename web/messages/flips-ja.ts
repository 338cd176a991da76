import type { FlipMessages } from "./flip-texts.ts";

/** The texts of what would change the answer, in Japanese. */
export const texts: FlipMessages = {
  table: "結果が変わる条件",
  driver: "ほかの条件はそのまま",
  now: "現在",
  below: "下回ると変わる値",
  above: "上回ると変わる値",
  never: "変わらない",
  noFlips: "比較できるものがありません。",
  times: (value) => `${value} 倍`,
  meanTime: "平均実行時間",
  drivers: {
    execution_time: "実行時間",
    memory: "メモリ",
    cpu_time: "リクエストあたりの CPU 時間",
    egress: "リクエストあたりの転送量",
    peak_to_average: "平均に対するピークの倍率",
  },
};
