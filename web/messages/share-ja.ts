import type { ShareTexts } from "./share-texts.ts";

/** The texts of “Share & export” in Japanese. */
export const texts: ShareTexts = {
  copy: "コピー",
  copied: "コピーしました",
  download: "ダウンロード",
  copiedWhat: (what) => `${what}をコピーしました`,
  copyFailed: "このブラウザーではコピーできません。文字列を選択してコピーしてください。",
  saved: (file) => `${file} を保存しました`,
  link: "リンク",
  linkNote: "現在の入力内容のままシミュレーターを開きます。",
  billsCsv: "CSV（すべての内訳）",
  billsCsvNote: "すべての構成の明細を、使用量・料金段階・出典とともに出力します。",
  lambdaCsv: "CSV（Lambda と仮想マシン）",
  lambdaCsvNote: "選択中で最安の AWS Lambda 構成と、各仮想マシンの比較です。",
  json: "JSON",
  jsonNote: "条件と計算結果のすべてを API と同じ形式で出力します。",
  markdown: "Markdown",
  markdownNote: "結果の要約、月額コストの順位、損益分岐点の表です。",
  apiCall: "API 呼び出し",
  apiCallNote: "同じ条件で API を呼び出します。結果の数値は画面と一致します。",
  embed: "埋め込み",
  embedNote: "この条件のシミュレーターを自分のページに表示します。",
  difference: "最安との差",
  machines: "台数",
  openHere: "シミュレーターで開く",
};
