import type { VerificationTexts } from "./texts.ts";

/** The texts of the verification page in Japanese. */
export const texts: VerificationTexts = {
  title: "公開されている料金例の再計算",
  lead: "クラウド事業者が料金ページに掲載している計算例や、第三者が記録・支払った請求を、シミュレーターと同じエンジンと料金表を使って、いまこのブラウザーで計算しています。各行は掲載値と 1 セント単位まで一致しなければなりません。",
  back: "シミュレーターへ",
  running: "料金表を読み込んでいます…",
  failed: "料金表を読み込めませんでした。",
  allAgree: (bills, amounts) =>
    `料金例と数値 ${bills} 件（金額 ${amounts} 個）のすべてが掲載値と一致しました。`,
  someDiffer: (differing, bills) => `${bills} 件のうち ${differing} 件が掲載値と異なります。`,
  took: (ms) => `サーバーを使わず、${ms} ミリ秒で計算しました。`,
  groups: {
    lambda: "AWS Lambda",
    functions: "その他の関数サービス",
    machines: "仮想マシン、データ転送、周辺サービス",
    recorded: "Infracost のテストに記録された料金",
    figures: "その他の数値",
  },
  countOf: (agreeing, all) => `${all} 件中 ${agreeing} 件`,
  item: "項目",
  printed: "掲載値",
  computed: "計算値",
  result: "結果",
  agrees: "一致",
  differs: "不一致",
  pricesOf: (year) => `${year} 年の料金`,
  figure: "数値",
  units: {
    usd: (value) => value,
    gb_seconds: (value) => `${value} GB 秒`,
    percent: (value) => `${value}％`,
    ms: (value) => `${value} ミリ秒`,
    requests_per_second: (value) => `毎秒 ${value} リクエスト`,
    requests_per_month: (value) => `月間 ${value} リクエスト`,
    machines: (value) => `${value} 台`,
  },
  note: "掲載後に料金が変わった例は、当時の料金で計算しています。リンク先から引用しているのは数値だけです。掲載値の最後の桁の半分以内に収まるものを一致とみなします。",
};
