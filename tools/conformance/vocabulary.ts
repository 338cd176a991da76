/** Names that the schemas leave open: nearly all of them known, so that most questions are answered. */
const REGIONS = [
  "ap-northeast-1",
  "us-east-1",
  "eu-central-1",
  "asia-northeast1",
  "europe-west3",
  "japaneast",
  "germanywestcentral",
  "ap-tokyo-1",
  "tk1",
] as const;

/** By the service that sells them. */
export const MACHINE_TYPES: Readonly<Record<string, readonly string[]>> = {
  aws_ec2: ["t3.small", "t4g.small", "m7g.large", "c6i.xlarge", "m7i.2xlarge"],
  aws_fargate: ["1_2", "2_4", "1_2_arm64"],
  aws_lambda_managed_instances: ["m7g.large", "c7g.xlarge"],
  google_cloud: ["e2-medium", "e2-micro", "n2-standard-2", "c3-standard-4"],
  gcp_cloudrun_instances: ["1_2", "2_4"],
  azure: ["B2s", "Standard_B2s", "Standard_D2s_v5"],
  oci: ["VM.Standard.E4.Flex", "VM.Standard.E4.Flex_2_16", "VM.Standard.A1.Flex_Free"],
  sakura_cloud: ["2core_4gb", "1core_1gb", "6core_12gb"],
  fly_machines: ["shared-cpu-1x-256", "shared-cpu-1x-1024"],
};

/** Names that nothing has, of a machine type that is no more, and that every object has. */
export const UNKNOWN_NAMES = ["nowhere-1", "t9.nano", "n2-standard-1", "x".repeat(50), "toString"];

/** By the name of a property. */
export const NAMES: Readonly<Record<string, readonly string[]>> = {
  region: REGIONS,
  regions: REGIONS,
  instance_type: Object.values(MACHINE_TYPES).flat(),
  service: ["aws_lambda", "compute", "aws_ec2"],
  meter: ["requests", "compute", "egress"],
  ready: ["", "1"],
};

/** What the path of a rate card takes. */
export const CATALOG_PLACES = [
  ["aws", "ap-northeast-1"],
  ["azure", "japaneast"],
  ["google", "asia-northeast1"],
  ["oci", "ap-tokyo-1"],
  ["sakura", "tk1"],
  ["sakura", "nowhere-1"],
  ["nobody", "tk1"],
] as const;

/** What a client may send by mistake or on purpose. */
export const STRANGE_VALUES: readonly unknown[] = [
  null,
  true,
  "",
  " ",
  "512",
  "1e3",
  "0x10",
  "NaN",
  -1,
  -0,
  0.5,
  1e-320,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[]],
  "__proto__",
  "constructor",
  "toString",
  "=1+1",
  "<script>alert(1)</script>",
  "\u0000",
  "\uD800",
  "日本語",
  "🧮",
  "x".repeat(51),
  "x".repeat(5000),
];
