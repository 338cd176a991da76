import type { Messages } from "./messages.ts";
import { offerWords } from "./offer-words-ja.ts";

/** The words of the domain in Japanese. A problem reads on from the field's name: `メモリは…`. */
export const ja: Messages = {
  ...offerWords,
  fieldProblems: {
    required: "必須です",
    number: "数値で指定してください",
    integer: "整数で指定してください",
    boolean: "true または false で指定してください",
    string: "文字列で指定してください",
    list: "リストで指定してください",
    object: "オブジェクトで指定してください",
    atLeast: (least) => `${least} 以上で指定してください`,
    atMost: (most) => `${most} 以下で指定してください`,
    itemsAtLeast: (least) => `${least} 件以上指定してください`,
    itemsAtMost: (most) => `${most} 件以内で指定してください`,
    charactersAtLeast: (least) => `${least} 文字以上で指定してください`,
    charactersAtMost: (most) => `${most} 文字以内で指定してください`,
    oneOf: (allowed) => `次のいずれかで指定してください: ${allowed.join("、")}`,
    invalid: "正しくありません",
  },
  pricingProblems: {
    unknown_region:
      "「{region}」は料金が登録されている {provider} のリージョンではありません。近い名前: {nearest}",
    unknown_machine_type:
      "「{instanceType}」は {region} では提供されていません。近い名前: {nearest}",
    machine_type_retired:
      "「{instanceType}」は提供が終了しています。最も近いタイプは {nearest} です",
    not_sold_so:
      "「{instanceType}」は {region} では {purchase} の料金がありません。指定できるもの: {allowed}",
    option_not_offered: "{service} では {option} を指定できません。指定できるもの: {allowed}",
    options_not_together: "{service} では {option} と {other} を同時に指定できません",
    no_price: "{region} の {service}（{meter}）の料金は登録されていません",
    over_service_limit:
      "{value} {unit} は {service} の上限を超えています。{limit} {unit} 以下で指定してください",
    size_not_offered:
      "{service} には {vcpu} vCPU とメモリ {memoryMb} MB の組み合わせがありません。指定できるもの: {allowed}",
    type_not_supported: "{service} では「{instanceType}」を使えません。使えるもの: {allowed}",
    duplicate_offer_id: "「{id}」が 2 つの構成に使われています。ID は重複しないようにしてください",
  },
  listSeparator: "、",
  noOptions: "なし",
};
