import type { ImportMessages } from "./import-texts.ts";

/** The texts of the dialog that reads measurements and counts, in Japanese. */
export const texts: ImportMessages = {
  counts: {
    title: "時間ごとの件数を取り込む",
    accepts: [
      "日時と件数の行（CloudWatch などのエクスポート）",
      "0 時からの 1 日分（24 個）または 1 週間分（168 個）の件数",
    ],
  },
  measurements: {
    title: "実測値を貼り付ける",
    accepts: [
      "AWS Lambda のログの REPORT 行、または Logs Insights の表",
      "AWS Lambda Power Tuning の結果、またはグラフの URL",
      "実行時間を含むログや一覧",
    ],
  },
  stays: "読み取りはブラウザー内で行い、外部には送信しません。",
  paste: "ここに貼り付け",
  file: "ファイルを開く…",
  cancel: "キャンセル",
  apply: "この値を使う",
  input: "項目",
  before: "現在",
  after: "変更後",
  size: "メモリサイズ",
  hoursRead: (hours) => `${hours} 時間分の件数を読み取りました。`,
  sources: {
    reports: (count) => `REPORT 行を ${count} 件読み取りました。`,
    insights: (count) => `Logs Insights の行を ${count} 件読み取りました。`,
    powerTuning: (count) => `Power Tuning の結果（メモリサイズ ${count} 種類）を読み取りました。`,
    durations: (count) => `実行時間を ${count} 件読み取りました。`,
  },
  linesIgnored: (count, lines) => `使用しなかった行: ${count} 行（${lines} 行目）`,
  nothingRead: "読み取れる内容がありません。対応する形式は上のとおりです。",
  notACount: (line, text) => `${line} 行目: 「${text}」に件数がありません。`,
  howMany: (count) =>
    `件数が ${count} 個あります。1 日分（24 個）、1 週間分（168 個）、または日単位の個数が必要です。`,
  empty: "件数がありません。",
  allZero: "すべての件数が 0 です。",
  lessThanADay: "1 日分に足りません。",
  even: "均等",
  hoursOf: (hours) => `${hours} 時間分`,
  oneDuration: "すべて同じ",
  assumed: "想定値",
  inputs: {
    requestsPerMonth: "月間の実行回数",
    hourlyWeights: "時間帯ごとの分布",
    memoryMb: "メモリ",
    durationMs: "平均実行時間",
    durations: "実行時間の分布",
    coldStartRatio: "コールドスタートの割合",
    initMs: "初期化にかかる時間",
    memoryPerRequestMb: "処理中のリクエストあたりのメモリ",
  },
};
