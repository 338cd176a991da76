import type { Messages } from "./messages.ts";

/** The words of the domain in Japanese. A problem reads on from the field's name: `メモリは…`. */
export const ja: Messages = {
  services: {
    aws_lambda: "AWS Lambda",
    gcp_functions: "Google Cloud Run functions",
    gcp_cloudrun: "Google Cloud Run",
    azure_functions: "Azure Functions（従量課金）",
    azure_functions_flex: "Azure Functions（Flex 従量課金）",
    oci_functions: "OCI Functions",
    cloudflare_workers: "Cloudflare Workers",
    aws_ec2: "Amazon EC2",
    google_cloud: "Google Compute Engine",
    azure: "Azure Virtual Machines",
    oci: "OCI Compute",
    sakura_cloud: "さくらのクラウド",
  },
  meters: {
    requests: "リクエスト",
    compute: "コンピューティング",
    ephemeral_storage: "一時ストレージ",
    vcpu: "vCPU 時間",
    memory: "メモリ",
    cpu: "CPU 時間",
    subscription: "月額基本料",
    egress: "インターネット下り転送",
    instance_hours: "仮想マシン",
    instance_months: "仮想マシン",
    ocpu_hours: "OCPU",
    memory_gb_hours: "仮想マシンのメモリ",
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
    unknown_region: ({ region, provider, allowed }) =>
      `「${String(region)}」は料金が登録されている ${String(provider)} のリージョンではありません。指定できるリージョン: ${list(allowed)}`,
    unknown_machine_type: ({ instanceType, region, nearest }) =>
      `「${String(instanceType)}」は ${String(region)} では提供されていません。近い名前: ${list(nearest)}`,
    machine_type_retired: ({ instanceType, nearest }) =>
      `「${String(instanceType)}」は提供が終了しています。最も近いタイプは ${String(nearest)} です`,
    over_service_limit: ({ service, value, limit, unit }) =>
      `${String(value)} ${String(unit)} は ${String(service)} の上限を超えています。${String(limit)} ${String(unit)} 以下で指定してください`,
    duplicate_offer_id: ({ id }) =>
      `「${String(id)}」が 2 つの構成に使われています。ID は重複しないようにしてください`,
  },
};

function list(names: string | number | readonly string[] | undefined): string {
  return Array.isArray(names) ? names.join("、") : String(names);
}
