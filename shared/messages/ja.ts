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
    unknown_region: ({ region, provider, nearest }) =>
      `「${String(region)}」は料金が登録されている ${String(provider)} のリージョンではありません。近い名前: ${list(nearest)}`,
    unknown_machine_type: ({ instanceType, region, nearest }) =>
      `「${String(instanceType)}」は ${String(region)} では提供されていません。近い名前: ${list(nearest)}`,
    machine_type_retired: ({ instanceType, nearest }) =>
      `「${String(instanceType)}」は提供が終了しています。最も近いタイプは ${String(nearest)} です`,
    not_sold_so: ({ instanceType, purchase, region, allowed }) =>
      `「${String(instanceType)}」は ${String(region)} では ${String(purchase)} の料金がありません。指定できるもの: ${list(allowed)}`,
    option_not_offered: ({ option, service, allowed }) =>
      `${String(service)} では ${String(option)} を指定できません。指定できるもの: ${list(allowed)}`,
    no_price: ({ service, meter, region }) =>
      `${String(region)} の ${String(service)}（${String(meter)}）の料金は登録されていません`,
    over_service_limit: ({ service, value, limit, unit }) =>
      `${String(value)} ${String(unit)} は ${String(service)} の上限を超えています。${String(limit)} ${String(unit)} 以下で指定してください`,
    size_not_offered: ({ service, vcpu, memoryMb, allowed }) =>
      `${String(service)} には ${String(vcpu)} vCPU とメモリ ${String(memoryMb)} MB の組み合わせがありません。指定できるもの: ${list(allowed)}`,
    type_not_supported: ({ instanceType, service, allowed }) =>
      `${String(service)} では「${String(instanceType)}」を使えません。使えるもの: ${list(allowed)}`,
    duplicate_offer_id: ({ id }) =>
      `「${String(id)}」が 2 つの構成に使われています。ID は重複しないようにしてください`,
  },
};

function list(names: string | number | readonly string[] | undefined): string {
  return Array.isArray(names) ? names.join("、") : String(names);
}
