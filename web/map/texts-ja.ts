import type { MapTexts } from "./texts.ts";

/** The texts of the decision map in Japanese. */
export const texts: MapTexts = {
  title: "判断マップ",
  lead: "リクエスト数と実行時間の組み合わせごとに、最安の構成を色分けしています。クリックすると、ワークロードの条件をその位置に変更します。",
  label: "判断マップ（横軸: リクエスト数、縦軸: 実行時間）",
  help: "矢印キーでカーソルを移動し、Shift を押しながらだと大きく移動します。Enter でワークロードの条件をその位置に変更し、Esc で元の位置に戻ります。",
  requestsAxis: "月間リクエスト数",
  durationAxis: "実行時間",
  rate: (rate) => `${rate} 回/秒`,
  here: "現在の条件",
  at: (requests, duration) => `月間 ${requests} リクエスト、実行時間 ${duration}`,
  cheapest: (name, cost) => `最安は ${name}（月額 ${cost}）`,
  next: (name, cost, more) => `次点は ${name}（${cost}、差額 ${more}）`,
  same: (name) => `${name} も同額`,
  none: "実行できる構成がありません",
  join: "：",
  and: "、",
  byRequests: (duration) => `実行時間 ${duration} のときの最安`,
  byDuration: (requests) => `月間 ${requests} リクエストのときの最安`,
  requestsFrom: "月間リクエスト（から）",
  durationFrom: "実行時間（から）",
  to: "まで",
  offer: "最安の構成",
  andMore: (count) => `ほかに ${count} 回入れ替わります`,
  takeTurns: "ほかの構成と交互に入れ替わる",
};
