import type { Messages } from "./messages.ts";

/** The words of the domain in Japanese. A problem reads on from the field's name: `メモリは…`. */
export const ja: Messages = {
  services: {
    aws_lambda: "AWS Lambda",
    aws_lambda_edge: "AWS Lambda@Edge",
    aws_fargate_task: "AWS Fargate（リクエストごとのタスク）",
    gcp_functions_gen1: "Google Cloud Functions（第 1 世代）",
    gcp_functions: "Google Cloud Run functions",
    gcp_cloudrun: "Google Cloud Run",
    azure_functions: "Azure Functions（従量課金）",
    azure_functions_flex: "Azure Functions（Flex 従量課金）",
    oci_functions: "OCI Functions",
    cloudflare_workers: "Cloudflare Workers",
    cloudflare_containers: "Cloudflare Containers",
    aws_ec2: "Amazon EC2",
    google_cloud: "Google Compute Engine",
    azure: "Azure Virtual Machines",
    oci: "OCI Compute",
    sakura_cloud: "さくらのクラウド",
    aws_fargate: "AWS Fargate",
    aws_lambda_managed_instances: "AWS Lambda マネージドインスタンス",
    gcp_cloudrun_instances: "Google Cloud Run（インスタンス課金）",
    fly_machines: "Fly Machines",
    gcp_cloudrun_worker_pools: "Google Cloud Run ワーカープール",
    cloudflare_container_instances: "Cloudflare Containers（常時起動）",
  },
  purchases: {
    on_demand: "オンデマンド",
    commitment_1y: "1 年契約",
    commitment_3y: "3 年契約",
    convertible_1y: "1 年契約・変更可",
    convertible_3y: "3 年契約・変更可",
    spot: "スポット",
  },
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
