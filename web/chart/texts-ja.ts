import type { ChartTexts } from "./texts.ts";

/** The texts of the chart in Japanese. */
export const texts: ChartTexts = {
  title: "負荷とコスト",
  lead: "実線は関数サービス、破線は仮想マシンです。下端の帯の色は、その負荷で最安の構成を示します。",
  summary: (from, to, offers) =>
    `月間 ${from} から ${to} リクエストまでの ${offers} の月額コストを示すグラフ。同じ数値を下の表に示しています。`,
  failed: "グラフを読み込めませんでした。同じ数値を表で確認できます。",
  requestsAxis: "月間リクエスト数",
  costAxis: "月額",
  rate: (rate) => `${rate} 回/秒`,
  crosshair: "読み取る負荷",
  crosshairHelp:
    "矢印キーで別の負荷を読み取り、プラスとマイナスで拡大・縮小、Shift と矢印キーで移動、0 で全体表示に戻ります。",
  crosshairValue: (requests, rate, cheapest, cost) =>
    `月間 ${requests} リクエスト（毎秒 ${rate} 回）の最安は ${cheapest} の ${cost} です`,
  readingAt: (requests, rate) => `月間 ${requests} リクエスト（毎秒 ${rate} 回）`,
  tools: "グラフの表示と保存",
  requestsScale: "リクエスト",
  costScale: "コスト",
  scales: { log: "対数", linear: "線形" },
  zoomIn: "拡大",
  zoomOut: "縮小",
  resetZoom: "全体を表示",
  save: (format) => `${format} で保存`,
  bandNote: "帯は、指定した範囲の中でコストが取りうる最小値から最大値までを示します。",
  overlay: (scenario, kind) =>
    `${scenario}: 最安の${kind === "function" ? "関数サービス" : "仮想マシン"}`,
  zoomHint:
    "ドラッグした範囲を拡大します。Ctrl キーを押しながらホイール、または 2 本指のピンチでも拡大・縮小できます。",
};
