/** Written by `npm run client:types` from the API document; what is changed here is lost. */

/** The operations of the API, with what each takes and answers. */
export interface Operations {
  /** Whether the service can do its work; with `ready`, whether it should be sent any */
  readonly health: {
    readonly request: {
      /** Asks whether new requests should be sent here; the value does not matter. */
      readonly ready?: string | undefined;
    };
    readonly answer: HealthAnswer;
  };
  /** Bills, cost curves, break-even points and regimes of any offers */
  readonly compare: {
    readonly request: CompareRequest;
    readonly answer: CompareAnswer;
  };
  /** A comparison as a picture, for a README or a chat */
  readonly chartSvg: {
    readonly request: {
      /** What is run, and how much of it. */
      readonly workload: Workload;
      /** The ways to buy the workload. */
      readonly offers: readonly (Offer)[];
      /** Whether free allowances are taken off. Unless given true. */
      readonly include_free_tier?: boolean | undefined;
      /** Whether the free allowance of egress is taken off. Unless given true. */
      readonly include_egress_free_tier?: boolean | undefined;
      /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
      readonly custom_egress_rates?: CustomEgressRates | undefined;
      /** Prices of one's own and discounts; a later one wins over an earlier one. */
      readonly custom_prices?: readonly (CustomPrice)[] | undefined;
      /** What is counted around functions and machines. */
      readonly side_costs?: SideCosts | undefined;
      /** The currency of amounts. Unless given "USD". */
      readonly currency?: "USD" | "JPY" | undefined;
      /** Yen for one US dollar. In JPY/USD. */
      readonly exchange_rate?: number | undefined;
      /** The executions a month that are looked at. */
      readonly range?: {
        /** Least executions a month to look at. In executions/month. Unless given 0. */
        readonly min?: number | undefined;
        /** Most executions a month to look at. In executions/month. Unless given 1000000000. */
        readonly max?: number | undefined;
      } | undefined;
      /** Width of the picture. In px. Unless given 800. */
      readonly width?: number | undefined;
      /** Height of the picture, its legend included. In px. Unless given 480. */
      readonly height?: number | undefined;
    };
    readonly answer: string;
  };
  /** The cheapest offers of the whole catalog that carry a workload */
  readonly search: {
    readonly request: SearchRequest;
    readonly answer: SearchAnswer;
  };
  /** Who is cheapest along a driver other than requests, and where that changes */
  readonly breakEven: {
    readonly request: BreakEvenRequest;
    readonly answer: BreakEvenAnswer;
  };
  /** Who is cheapest over requests and execution time */
  readonly decisionMap: {
    readonly request: DecisionMapRequest;
    readonly answer: DecisionMapAnswer;
  };
  /** What load and what fleet an amount a month pays for */
  readonly budget: {
    readonly request: BudgetRequest;
    readonly answer: BudgetAnswer;
  };
  /** Costs month by month as the load grows, and when a change pays */
  readonly growth: {
    readonly request: GrowthRequest;
    readonly answer: GrowthAnswer;
  };
  /** The range of costs over ranges of inputs, and how much of them each offer wins */
  readonly uncertainty: {
    readonly request: UncertaintyRequest;
    readonly answer: UncertaintyAnswer;
  };
  /** Up to 1,000 questions in one request, each answered as by its own endpoint */
  readonly batch: {
    readonly request: BatchRequest;
    readonly answer: BatchAnswer;
  };
  /** What is priced: providers, regions, places and the age of their prices */
  readonly catalog: {
    readonly request: never;
    readonly answer: CatalogAnswer;
  };
  /** Every price of a provider in one region, and where it is from */
  readonly catalogProviderRegion: {
    readonly request: {
      /** Who sells it. */
      readonly provider: string;
      /** A region, as its provider names it; one of another provider stands for the region in the same city. */
      readonly region: string;
    };
    readonly answer: CatalogProviderRegionAnswer;
  };
  /** Monthly cost of an AWS Lambda workload */
  readonly calculatorLambda: {
    readonly request: CalculatorLambdaRequest;
    readonly answer: CalculatorLambdaAnswer;
  };
  /** Monthly cost of one machine, with egress */
  readonly calculatorVm: {
    readonly request: CalculatorVmRequest;
    readonly answer: CalculatorVmAnswer;
  };
  /** Monthly cost of a workload on any function service */
  readonly calculatorServerless: {
    readonly request: CalculatorServerlessRequest;
    readonly answer: CalculatorServerlessAnswer;
  };
  /** The function services that can be priced */
  readonly calculatorServerlessProviders: {
    readonly request: never;
    readonly answer: CalculatorServerlessProvidersAnswer;
  };
  /** AWS Lambda against machines over a range of executions */
  readonly calculatorComparison: {
    readonly request: CalculatorComparisonRequest;
    readonly answer: CalculatorComparisonAnswer;
  };
  /** AWS Lambda against machines at one load, as CSV */
  readonly calculatorExportCsv: {
    readonly request: CalculatorExportCsvRequest;
    readonly answer: string;
  };
  /** All machine types of a region */
  readonly calculatorInstances: {
    readonly request: {
      /** Who sells it. */
      readonly provider?: "aws_ec2" | "google_cloud" | "azure" | "oci" | "sakura_cloud" | undefined;
      /** A region, as its provider names it; one of another provider stands for the region in the same city. Unless given "ap-northeast-1". */
      readonly region?: string | undefined;
      /** Yen for one US dollar. In JPY/USD. Unless given 150. */
      readonly exchange_rate?: number | undefined;
    };
    readonly answer: CalculatorInstancesAnswer;
  };
  /** Machine types with at least a function's memory, nearest first */
  readonly calculatorRecommend: {
    readonly request: CalculatorRecommendRequest;
    readonly answer: CalculatorRecommendAnswer;
  };
  /** Dollars to yen and back */
  readonly calculatorCurrencyConvert: {
    readonly request: CalculatorCurrencyConvertRequest;
    readonly answer: CalculatorCurrencyConvertAnswer;
  };
}

/** How each of them is reached. */
export const OPERATIONS = {
  health: ["GET", "/health"],
  compare: ["POST", "/api/v1/compare"],
  chartSvg: ["GET", "/api/v1/chart.svg"],
  search: ["POST", "/api/v1/search"],
  breakEven: ["POST", "/api/v1/break-even"],
  decisionMap: ["POST", "/api/v1/decision-map"],
  budget: ["POST", "/api/v1/budget"],
  growth: ["POST", "/api/v1/growth"],
  uncertainty: ["POST", "/api/v1/uncertainty"],
  batch: ["POST", "/api/v1/batch"],
  catalog: ["GET", "/api/v1/catalog"],
  catalogProviderRegion: ["GET", "/api/v1/catalog/{provider}/{region}"],
  calculatorLambda: ["POST", "/api/v1/calculator/lambda"],
  calculatorVm: ["POST", "/api/v1/calculator/vm"],
  calculatorServerless: ["POST", "/api/v1/calculator/serverless"],
  calculatorServerlessProviders: ["GET", "/api/v1/calculator/serverless/providers"],
  calculatorComparison: ["POST", "/api/v1/calculator/comparison"],
  calculatorExportCsv: ["POST", "/api/v1/calculator/export_csv"],
  calculatorInstances: ["GET", "/api/v1/calculator/instances"],
  calculatorRecommend: ["POST", "/api/v1/calculator/recommend"],
  calculatorCurrencyConvert: ["POST", "/api/v1/calculator/currency/convert"],
} as const;

export interface Workload {
  /** Executions a month of 730 hours. In executions/month. */
  readonly monthly_executions?: number | undefined;
  /** Mean requests per second, instead of `monthly_executions`. In requests/s. */
  readonly requests_per_second?: number | undefined;
  /** Time that one execution takes, up to a month for a task in a container; each service has its own limit as well. In ms. */
  readonly execution_time_ms?: number | undefined;
  /** Memory of the function or container; each service has its own limit as well. In MB. */
  readonly memory_mb?: number | undefined;
  /** Data that one execution sends out. In KB. Unless given 0. */
  readonly egress_per_request_kb?: number | undefined;
  /** Share of that data that goes to the internet. In %. Unless given 100. */
  readonly internet_transfer_ratio?: number | undefined;
  /** CPU time of one execution. Unless given, the share of a vCPU that Lambda gives: execution time × min(1, memory / 1769 MB). In ms. */
  readonly cpu_ms?: number | undefined;
  /** Memory that a machine holds for one request in flight. Unless given, the function's memory. In MB. */
  readonly memory_per_request_mb?: number | undefined;
  /** How long executions take, as a distribution: parts with weights, or percentiles. */
  readonly durations?: Durations | undefined;
  /** How often an execution waits for a new instance, and for how long. */
  readonly cold_starts?: {
    /** Part of all executions that wait for a new instance, 0 to 1. In share. */
    readonly ratio: number;
    /** Time that a new instance takes to start. In ms. */
    readonly init_ms: number;
  } | undefined;
  /** Data that one execution writes to the log. In KB. Unless given 0. */
  readonly log_per_request_kb?: number | undefined;
  /** Requests per second of the busiest moment over the month's mean. In ratio. */
  readonly peak_to_average?: number | undefined;
  /** Share of a machine's CPU that the peak may use. In share. Unless given 0.7. */
  readonly target_utilisation?: number | undefined;
  /** Memory of a machine that the operating system and the runtime keep. In MB. Unless given 256. */
  readonly memory_reserve_mb?: number | undefined;
  /** How requests are spread over the 24 hours of a day or the 168 of a week. */
  readonly hourly_weights?: readonly (number)[] | undefined;
  /** The load as the text of a CSV: lines of a time and a count, with or without a header, or the bare counts of a day (24), of a week (168) or of more whole days, from midnight. Instead of `monthly_executions`, and without `hourly_weights`. */
  readonly hourly_counts?: string | undefined;
  /** Several functions that share the account's free allowances. */
  readonly functions?: readonly (WorkloadFunction)[] | undefined;
}

export interface WorkloadFunction {
  /** Executions a month of 730 hours. In executions/month. */
  readonly monthly_executions: number;
  /** Time that one execution takes, up to a month for a task in a container; each service has its own limit as well. In ms. */
  readonly execution_time_ms?: number | undefined;
  /** Memory of the function or container; each service has its own limit as well. In MB. */
  readonly memory_mb: number;
  /** Data that one execution sends out. In KB. Unless given 0. */
  readonly egress_per_request_kb?: number | undefined;
  /** Share of that data that goes to the internet. In %. Unless given 100. */
  readonly internet_transfer_ratio?: number | undefined;
  /** CPU time of one execution. Unless given, the share of a vCPU that Lambda gives: execution time × min(1, memory / 1769 MB). In ms. */
  readonly cpu_ms?: number | undefined;
  /** Memory that a machine holds for one request in flight. Unless given, the function's memory. In MB. */
  readonly memory_per_request_mb?: number | undefined;
  /** How long executions take, as a distribution: parts with weights, or percentiles. */
  readonly durations?: Durations | undefined;
  /** How often an execution waits for a new instance, and for how long. */
  readonly cold_starts?: {
    /** Part of all executions that wait for a new instance, 0 to 1. In share. */
    readonly ratio: number;
    /** Time that a new instance takes to start. In ms. */
    readonly init_ms: number;
  } | undefined;
  /** Data that one execution writes to the log. In KB. Unless given 0. */
  readonly log_per_request_kb?: number | undefined;
  /** The processor's architecture. */
  readonly architecture?: "x86_64" | "arm64" | undefined;
  /** Size of Lambda's /tmp, of which 512 MB cost nothing; ephemeral storage of a Fargate task, of which 20 GB cost nothing; disk of a container of Cloudflare's. In MB. */
  readonly ephemeral_storage_mb?: number | undefined;
  /** vCPUs of an instance of Cloud Run, Fargate or Cloudflare Containers. Unless given, one, or the nearest to one that goes with the memory. In vCPU. */
  readonly cpu_count?: number | undefined;
  /** Requests that an instance serves at a time, 1 unless given. Instances are counted as if they were always that full. In requests. */
  readonly concurrency?: number | undefined;
  /** Instances that are kept without requests. In instances. */
  readonly minimum_instances?: number | undefined;
  /** Instances that are kept ready, and what they carry: one period of the month, or several. */
  readonly provisioned_concurrency?: {
    /** Instances that are kept ready. In instances. */
    readonly instances: number;
    /** Hours a month that they are kept ready. In h/month. Unless given 730. */
    readonly hours?: number | undefined;
    /** Part of all executions, 0 to 1. In share. Unless given 1. */
    readonly executions_share?: number | undefined;
  } | readonly ({
    /** Instances that are kept ready. In instances. */
    readonly instances: number;
    /** Hours a month that they are kept ready. In h/month. Unless given 730. */
    readonly hours?: number | undefined;
    /** Part of all executions, 0 to 1. In share. Unless given 1. */
    readonly executions_share?: number | undefined;
  })[] | undefined;
  /** Lambda's SnapStart: snapshots that new instances start from. Charged for Python and .NET; for Java, which is not charged, leave it out. */
  readonly snap_start?: {
    /** Part of all executions that wait for a new instance, 0 to 1. In share. */
    readonly cold_start_ratio: number;
    /** Seconds a month that the snapshot is kept. AWS charges three hours (10,800) at least for each version. In s/month. Unless given 2628000. */
    readonly active_seconds?: number | undefined;
  } | undefined;
  /** Whether responses are streamed; Lambda charges for what goes beyond 6 MB. */
  readonly response_streaming?: boolean | undefined;
}

export type Durations = readonly ({
  /** Time that one execution takes, up to a month for a task in a container; each service has its own limit as well. In ms. */
  readonly execution_time_ms: number;
  /** Weight of this part against the others. In weight. */
  readonly weight: number;
} | {
  /** Time that one execution takes, up to a month for a task in a container; each service has its own limit as well. In ms. */
  readonly execution_time_ms: number;
  /** Percent of the executions that take no longer. In %. */
  readonly percentile: number;
})[];

export type Offer = FunctionOffer | MachineOffer;

export interface FunctionOffer {
  /** A function service, or machines. */
  readonly kind: "function";
  /** The name of the offer in the answer; unless given, made of what it is. */
  readonly id?: string | undefined;
  /** Who sells it. */
  readonly provider: "aws_lambda" | "aws_lambda_edge" | "aws_fargate_task" | "gcp_functions" | "gcp_functions_gen1" | "gcp_cloudrun" | "azure_functions" | "azure_functions_flex" | "oci_functions" | "cloudflare_workers" | "cloudflare_containers";
  /** A region, as its provider names it; one of another provider stands for the region in the same city. */
  readonly region: string;
  /** The processor's architecture. Unless given "x86_64". */
  readonly architecture?: "x86_64" | "arm64" | undefined;
  /** Size of Lambda's /tmp, of which 512 MB cost nothing; ephemeral storage of a Fargate task, of which 20 GB cost nothing; disk of a container of Cloudflare's. In MB. */
  readonly ephemeral_storage_mb?: number | undefined;
  /** vCPUs of an instance of Cloud Run, Fargate or Cloudflare Containers. Unless given, one, or the nearest to one that goes with the memory. In vCPU. */
  readonly cpu_count?: number | undefined;
  /** Requests that an instance serves at a time, 1 unless given. Instances are counted as if they were always that full. In requests. */
  readonly concurrency?: number | undefined;
  /** Instances that are kept without requests. In instances. */
  readonly minimum_instances?: number | undefined;
  /** Instances that are kept ready, and what they carry: one period of the month, or several. */
  readonly provisioned_concurrency?: {
    /** Instances that are kept ready. In instances. */
    readonly instances: number;
    /** Hours a month that they are kept ready. In h/month. Unless given 730. */
    readonly hours?: number | undefined;
    /** Part of all executions, 0 to 1. In share. Unless given 1. */
    readonly executions_share?: number | undefined;
  } | readonly ({
    /** Instances that are kept ready. In instances. */
    readonly instances: number;
    /** Hours a month that they are kept ready. In h/month. Unless given 730. */
    readonly hours?: number | undefined;
    /** Part of all executions, 0 to 1. In share. Unless given 1. */
    readonly executions_share?: number | undefined;
  })[] | undefined;
  /** Lambda's SnapStart: snapshots that new instances start from. Charged for Python and .NET; for Java, which is not charged, leave it out. */
  readonly snap_start?: {
    /** Part of all executions that wait for a new instance, 0 to 1. In share. */
    readonly cold_start_ratio: number;
    /** Seconds a month that the snapshot is kept. AWS charges three hours (10,800) at least for each version. In s/month. Unless given 2628000. */
    readonly active_seconds?: number | undefined;
  } | undefined;
  /** Whether responses are streamed; Lambda charges for what goes beyond 6 MB. */
  readonly response_streaming?: boolean | undefined;
  /** Whether the function is bought under a Compute Savings Plan, without upfront payment. */
  readonly savings_plan?: boolean | undefined;
  /** The part of the world that Cloudflare's containers send from. */
  readonly egress_area?: "north_america_europe" | "oceania_korea_taiwan" | "elsewhere" | undefined;
}

export interface MachineOffer {
  /** A function service, or machines. */
  readonly kind: "machine";
  /** The name of the offer in the answer; unless given, made of what it is. */
  readonly id?: string | undefined;
  /** Who sells it. */
  readonly provider: "aws_ec2" | "aws_fargate" | "aws_lambda_managed_instances" | "google_cloud" | "gcp_cloudrun_instances" | "gcp_cloudrun_worker_pools" | "azure" | "oci" | "sakura_cloud" | "fly_machines" | "cloudflare_container_instances";
  /** A region, as its provider names it; one of another provider stands for the region in the same city. */
  readonly region: string;
  /** A machine type, as its provider names it. */
  readonly instance_type: string;
  /** The way of buying. Unless given "on_demand". */
  readonly purchase?: "on_demand" | "commitment_1y" | "commitment_3y" | "convertible_1y" | "convertible_3y" | "spot" | undefined;
  /** `fixed`: so many machines whatever the load; `peak`: as many as the peak needs; `autoscaled`: as many as each hour needs. Unless given "peak". */
  readonly sizing?: "peak" | "fixed" | "autoscaled" | undefined;
  /** Machines rented with sizing `fixed`. In machines. Unless given 1. */
  readonly machines?: number | undefined;
  /** Machines that run even without load unless sizing is `fixed`. Where it is not given one, and of Lambda Managed Instances the three that AWS starts, one in each of three availability zones; a function with a lower minimum of execution environments can do with one. In machines. */
  readonly minimum_machines?: number | undefined;
  /** Whether burstable machines go on above their baseline, for money. Unless given false. */
  readonly unlimited?: boolean | undefined;
  /** Hours of the month's 730 that each machine runs, serving all requests in them; all unless given. What is committed is owed all month. In h/month. */
  readonly hours_per_month?: number | undefined;
  /** Size of Lambda's /tmp, of which 512 MB cost nothing; ephemeral storage of a Fargate task, of which 20 GB cost nothing; disk of a container of Cloudflare's. In MB. */
  readonly ephemeral_storage_mb?: number | undefined;
  /** The part of the world that Cloudflare's containers send from. */
  readonly egress_area?: "north_america_europe" | "oceania_korea_taiwan" | "elsewhere" | undefined;
}

export interface CustomEgressRates {
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly aws_lambda?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly aws_lambda_edge?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly aws_fargate_task?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly gcp_functions?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly gcp_functions_gen1?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly gcp_cloudrun?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly azure_functions?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly azure_functions_flex?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly oci_functions?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly cloudflare_workers?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly cloudflare_containers?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly aws_ec2?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly aws_fargate?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly aws_lambda_managed_instances?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly google_cloud?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly gcp_cloudrun_instances?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly gcp_cloudrun_worker_pools?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly azure?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly oci?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly sakura_cloud?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly fly_machines?: number | undefined;
  /** A flat rate for internet egress, instead of the provider's tiers. In USD/GB. */
  readonly cloudflare_container_instances?: number | undefined;
}

export interface CustomPrice {
  /** Who sells it. */
  readonly provider: "aws" | "google" | "azure" | "oci" | "sakura" | "cloudflare" | "fly";
  /** A region, as its provider names it; one of another provider stands for the region in the same city. */
  readonly region?: string | undefined;
  /** The service within the provider's prices; all of them without it. */
  readonly service?: string | undefined;
  /** The billed dimension: requests, GB-seconds, instance-hours. */
  readonly meter?: string | undefined;
  /** A machine type, as its provider names it. */
  readonly instance_type?: string | undefined;
  /** The way of buying. */
  readonly purchase?: "on_demand" | "commitment_1y" | "commitment_3y" | "convertible_1y" | "convertible_3y" | "spot" | undefined;
  /** A price of one's own, for one unit of the meter. In money/unit. */
  readonly unit_price?: number | undefined;
  /** The currency of amounts. Unless given "USD". */
  readonly currency?: "USD" | "JPY" | undefined;
  /** What is taken off the list price. In %. */
  readonly discount_percent?: number | undefined;
  /** The price tiers that were used, the first first. */
  readonly tiers?: readonly ({
    /** The upper bound of the tier; `null` when it is open. */
    readonly up_to: number | null;
    /** A price of one's own, for one unit of the meter. In money/unit. */
    readonly unit_price: number;
  })[] | undefined;
  /** Units a month that are not billed, instead of the listed allowance. In units/month. */
  readonly free?: number | undefined;
}

export interface SideCosts {
  /** What stands in front of functions. */
  readonly front_door?: "none" | "function_url" | "http_api" | "rest_api" | "load_balancer" | undefined;
  /** Whether a load balancer stands in front of machines. Unless given false. */
  readonly load_balancer?: boolean | undefined;
  /** Whether each machine has a public IPv4 address. Unless given false. */
  readonly public_ipv4?: boolean | undefined;
  /** Disk of each machine. In GB. */
  readonly disk_gb?: number | undefined;
  /** Whether what is sent goes through a NAT gateway. Unless given false. */
  readonly nat_gateway?: boolean | undefined;
  /** Whether what is logged is counted. Unless given false. */
  readonly logs?: boolean | undefined;
  /** What the work of keeping it running costs. */
  readonly operations?: {
    /** Hours of work a month. In h/month. Unless given 0. */
    readonly function_hours?: number | undefined;
    /** Hours of work a month. In h/month. Unless given 0. */
    readonly machine_hours?: number | undefined;
    /** What an hour of work costs. In USD/h. */
    readonly usd_per_hour: number;
  } | undefined;
}

export interface CompareRequest {
  /** What is run, and how much of it. */
  readonly workload: Workload;
  /** The ways to buy the workload. */
  readonly offers: readonly (Offer)[];
  /** Whether free allowances are taken off. Unless given true. */
  readonly include_free_tier?: boolean | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Prices of one's own and discounts; a later one wins over an earlier one. */
  readonly custom_prices?: readonly (CustomPrice)[] | undefined;
  /** What is counted around functions and machines. */
  readonly side_costs?: SideCosts | undefined;
  /** The currency of amounts. Unless given "USD". */
  readonly currency?: "USD" | "JPY" | undefined;
  /** Yen for one US dollar. In JPY/USD. */
  readonly exchange_rate?: number | undefined;
  /** The executions a month that are looked at. */
  readonly range?: {
    /** Least executions a month to look at. In executions/month. Unless given 0. */
    readonly min?: number | undefined;
    /** Most executions a month to look at. In executions/month. Unless given 1000000000. */
    readonly max?: number | undefined;
  } | undefined;
}

export interface SearchRequest {
  /** What is run, and how much of it. */
  readonly workload: Workload;
  /** Only these kinds of offers. */
  readonly kinds?: readonly ("function" | "machine")[] | undefined;
  /** Only these providers. */
  readonly providers?: readonly ("aws" | "google" | "azure" | "oci" | "sakura" | "cloudflare" | "fly")[] | undefined;
  /** Only these regions; one stands for those of other providers in its city. */
  readonly regions?: readonly (string)[] | undefined;
  /** Only these architectures. */
  readonly architectures?: readonly ("x86_64" | "arm64")[] | undefined;
  /** Only these ways of buying. */
  readonly purchases?: readonly ("on_demand" | "commitment_1y" | "commitment_3y" | "convertible_1y" | "convertible_3y" | "spot")[] | undefined;
  /** `fixed`: so many machines whatever the load; `peak`: as many as the peak needs; `autoscaled`: as many as each hour needs. Unless given "peak". */
  readonly sizing?: "peak" | "autoscaled" | undefined;
  /** Machines that run even without load unless sizing is `fixed`. Where it is not given one, and of Lambda Managed Instances the three that AWS starts, one in each of three availability zones; a function with a lower minimum of execution environments can do with one. In machines. Unless given 1. */
  readonly minimum_machines?: number | undefined;
  /** Most machines of one type. In machines. Unless given 1000. */
  readonly most_machines?: number | undefined;
  /** Least vCPUs of a machine. In vCPU. Unless given 0. */
  readonly least_vcpu?: number | undefined;
  /** Least memory of a machine. In MB. Unless given 0. */
  readonly least_memory_mb?: number | undefined;
  /** Whether burstable and shared-core machines are left out. Unless given false. */
  readonly exclude_burstable?: boolean | undefined;
  /** Offers in the answer. In offers. Unless given 10. */
  readonly limit?: number | undefined;
  /** Whether free allowances are taken off. Unless given true. */
  readonly include_free_tier?: boolean | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Prices of one's own and discounts; a later one wins over an earlier one. */
  readonly custom_prices?: readonly (CustomPrice)[] | undefined;
  /** What is counted around functions and machines. */
  readonly side_costs?: SideCosts | undefined;
  /** The currency of amounts. Unless given "USD". */
  readonly currency?: "USD" | "JPY" | undefined;
  /** Yen for one US dollar. In JPY/USD. */
  readonly exchange_rate?: number | undefined;
}

export interface BreakEvenRequest {
  /** What is run, and how much of it. */
  readonly workload: Workload;
  /** The ways to buy the workload. */
  readonly offers: readonly (Offer)[];
  /** Whether free allowances are taken off. Unless given true. */
  readonly include_free_tier?: boolean | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Prices of one's own and discounts; a later one wins over an earlier one. */
  readonly custom_prices?: readonly (CustomPrice)[] | undefined;
  /** What is counted around functions and machines. */
  readonly side_costs?: SideCosts | undefined;
  /** The currency of amounts. Unless given "USD". */
  readonly currency?: "USD" | "JPY" | undefined;
  /** Yen for one US dollar. In JPY/USD. */
  readonly exchange_rate?: number | undefined;
  /** What is looked along. */
  readonly driver: "execution_time" | "memory" | "cpu_time" | "egress" | "peak_to_average" | "utilisation" | "exchange_rate" | "price";
  /** Which price is looked along, with driver `price`. */
  readonly price?: {
    /** Who sells it. */
    readonly provider: "aws" | "google" | "azure" | "oci" | "sakura" | "cloudflare" | "fly";
    /** A region, as its provider names it; one of another provider stands for the region in the same city. */
    readonly region?: string | undefined;
    /** The service within the provider's prices; all of them without it. */
    readonly service?: string | undefined;
    /** The billed dimension: requests, GB-seconds, instance-hours. */
    readonly meter?: string | undefined;
    /** A machine type, as its provider names it. */
    readonly instance_type?: string | undefined;
    /** The way of buying. */
    readonly purchase?: "on_demand" | "commitment_1y" | "commitment_3y" | "convertible_1y" | "convertible_3y" | "spot" | undefined;
    /** The currency of amounts. Unless given "USD". */
    readonly currency?: "USD" | "JPY" | undefined;
  } | undefined;
  /** The executions a month that are looked at. */
  readonly range?: {
    /** A value of what is looked along, in its own unit. In of the driver. */
    readonly min: number;
    /** A value of what is looked along, in its own unit. In of the driver. */
    readonly max: number;
  } | undefined;
}

export interface DecisionMapRequest {
  /** What is run, and how much of it. */
  readonly workload: Workload;
  /** The ways to buy the workload. */
  readonly offers: readonly (Offer)[];
  /** Whether free allowances are taken off. Unless given true. */
  readonly include_free_tier?: boolean | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Prices of one's own and discounts; a later one wins over an earlier one. */
  readonly custom_prices?: readonly (CustomPrice)[] | undefined;
  /** What is counted around functions and machines. */
  readonly side_costs?: SideCosts | undefined;
  /** The currency of amounts. Unless given "USD". */
  readonly currency?: "USD" | "JPY" | undefined;
  /** Yen for one US dollar. In JPY/USD. */
  readonly exchange_rate?: number | undefined;
  /** The executions a month that are looked at. */
  readonly range?: {
    /** Least executions a month to look at. In executions/month. Unless given 0. */
    readonly min?: number | undefined;
    /** Most executions a month to look at. In executions/month. Unless given 1000000000. */
    readonly max?: number | undefined;
  } | undefined;
  /** The execution times of the map's columns. */
  readonly execution_times: {
    /** Time that one execution takes; each service has its own limit as well. In ms. */
    readonly min: number;
    /** Time that one execution takes; each service has its own limit as well. In ms. */
    readonly max: number;
    /** Execution times of the map, evenly spaced on a logarithmic scale. In columns. Unless given 40. */
    readonly columns?: number | undefined;
  };
}

export interface BudgetRequest {
  /** What is run, and how much of it. */
  readonly workload: Workload;
  /** The ways to buy the workload. */
  readonly offers: readonly (Offer)[];
  /** Whether free allowances are taken off. Unless given true. */
  readonly include_free_tier?: boolean | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Prices of one's own and discounts; a later one wins over an earlier one. */
  readonly custom_prices?: readonly (CustomPrice)[] | undefined;
  /** What is counted around functions and machines. */
  readonly side_costs?: SideCosts | undefined;
  /** The currency of amounts. Unless given "USD". */
  readonly currency?: "USD" | "JPY" | undefined;
  /** Yen for one US dollar. In JPY/USD. */
  readonly exchange_rate?: number | undefined;
  /** The executions a month that are looked at. */
  readonly range?: {
    /** Least executions a month to look at. In executions/month. Unless given 0. */
    readonly min?: number | undefined;
    /** Most executions a month to look at. In executions/month. Unless given 1000000000. */
    readonly max?: number | undefined;
  } | undefined;
  /** An amount a month, in the answer's currency. In money/month. */
  readonly amount: number;
}

export interface GrowthRequest {
  /** What is run, and how much of it. */
  readonly workload: Workload;
  /** The ways to buy the workload. */
  readonly offers: readonly (Offer)[];
  /** Whether free allowances are taken off. Unless given true. */
  readonly include_free_tier?: boolean | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Prices of one's own and discounts; a later one wins over an earlier one. */
  readonly custom_prices?: readonly (CustomPrice)[] | undefined;
  /** What is counted around functions and machines. */
  readonly side_costs?: SideCosts | undefined;
  /** The currency of amounts. Unless given "USD". */
  readonly currency?: "USD" | "JPY" | undefined;
  /** Yen for one US dollar. In JPY/USD. */
  readonly exchange_rate?: number | undefined;
  /** The executions a month that are looked at. */
  readonly range?: {
    /** Least executions a month to look at. In executions/month. Unless given 0. */
    readonly min?: number | undefined;
    /** Most executions a month to look at. In executions/month. Unless given 1000000000. */
    readonly max?: number | undefined;
  } | undefined;
  /** Growth of the load from one month to the next. In %/month. */
  readonly growth_percent: number;
  /** Months that are projected, this one included. In months. Unless given 36. */
  readonly months?: number | undefined;
  /** A change from one offer to another, and what it costs once. */
  readonly migration?: {
    /** Where it begins. */
    readonly from: string;
    /** Where it ends. */
    readonly to: string;
    /** What changing from one offer to the other costs once. In money. Unless given 0. */
    readonly cost?: number | undefined;
  } | undefined;
}

export interface UncertaintyRequest {
  /** What is run, and how much of it. */
  readonly workload: Workload;
  /** The ways to buy the workload. */
  readonly offers: readonly (Offer)[];
  /** Whether free allowances are taken off. Unless given true. */
  readonly include_free_tier?: boolean | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Prices of one's own and discounts; a later one wins over an earlier one. */
  readonly custom_prices?: readonly (CustomPrice)[] | undefined;
  /** What is counted around functions and machines. */
  readonly side_costs?: SideCosts | undefined;
  /** The currency of amounts. Unless given "USD". */
  readonly currency?: "USD" | "JPY" | undefined;
  /** Yen for one US dollar. In JPY/USD. */
  readonly exchange_rate?: number | undefined;
  /** Between what and what each input lies. */
  readonly ranges: {
    /** Executions a month. */
    readonly requests?: {
      /** Executions a month of 730 hours. In executions/month. */
      readonly min: number;
      /** Executions a month of 730 hours. In executions/month. */
      readonly max: number;
    } | undefined;
    /** Execution time, ms. */
    readonly execution_time?: {
      /** Time that one execution takes; each service has its own limit as well. In ms. */
      readonly min: number;
      /** Time that one execution takes; each service has its own limit as well. In ms. */
      readonly max: number;
    } | undefined;
    /** Memory, MB. */
    readonly memory?: {
      /** Memory of the function; each service has its own limit as well. In MB. */
      readonly min: number;
      /** Memory of the function; each service has its own limit as well. In MB. */
      readonly max: number;
    } | undefined;
    /** CPU time, ms. */
    readonly cpu_time?: {
      /** CPU time of one execution. Unless given, the share of a vCPU that Lambda gives: execution time × min(1, memory / 1769 MB). In ms. */
      readonly min: number;
      /** CPU time of one execution. Unless given, the share of a vCPU that Lambda gives: execution time × min(1, memory / 1769 MB). In ms. */
      readonly max: number;
    } | undefined;
    /** Egress to the internet. */
    readonly egress?: {
      /** Data that one execution sends out. In KB. */
      readonly min: number;
      /** Data that one execution sends out. In KB. */
      readonly max: number;
    } | undefined;
    /** The busiest moment over the mean. */
    readonly peak_to_average?: {
      /** Requests per second of the busiest moment over the month's mean. In ratio. */
      readonly min: number;
      /** Requests per second of the busiest moment over the month's mean. In ratio. */
      readonly max: number;
    } | undefined;
    /** Share of a machine's CPU that the peak may use. */
    readonly utilisation?: {
      /** Share of a machine's CPU that the peak may use. In share. */
      readonly min: number;
      /** Share of a machine's CPU that the peak may use. In share. */
      readonly max: number;
    } | undefined;
    /** Yen for one US dollar; unless given, the newest that is known. */
    readonly exchange_rate?: {
      /** Yen for one US dollar. In JPY/USD. */
      readonly min: number;
      /** Yen for one US dollar. In JPY/USD. */
      readonly max: number;
    } | undefined;
  };
}

export interface BatchRequest {
  /** The questions. */
  readonly items: readonly (BatchItem)[];
}

export interface CalculatorLambdaRequest {
  /** Memory of the function. In MB. */
  readonly memory_mb: number;
  /** Time that one execution takes. In s. */
  readonly execution_time_seconds: number;
  /** Whether free allowances are taken off. Unless given true. */
  readonly include_free_tier?: boolean | undefined;
  /** Data that one execution sends out. In KB. Unless given 0. */
  readonly egress_per_request_kb?: number | undefined;
  /** Share of that data that goes to the internet. In %. Unless given 100. */
  readonly internet_transfer_ratio?: number | undefined;
  /** A region, as its provider names it; one of another provider stands for the region in the same city. Unless given "ap-northeast-1". */
  readonly region?: string | undefined;
  /** The processor's architecture. Unless given "x86_64". */
  readonly architecture?: "x86_64" | "arm64" | undefined;
  /** Executions a month of 730 hours. In executions/month. */
  readonly monthly_executions: number;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
}

export interface CalculatorVmRequest {
  /** Who sells it. */
  readonly provider: "aws_ec2" | "google_cloud" | "azure" | "oci" | "sakura_cloud";
  /** A machine type, as its provider names it. */
  readonly instance_type: string;
  /** A region, as its provider names it; one of another provider stands for the region in the same city. Unless given "ap-northeast-1". */
  readonly region?: string | undefined;
  /** Executions a month of 730 hours. In executions/month. Unless given 0. */
  readonly monthly_executions?: number | undefined;
  /** Data that one execution sends out. In KB. Unless given 0. */
  readonly egress_per_request_kb?: number | undefined;
  /** Share of that data that goes to the internet. In %. Unless given 100. */
  readonly internet_transfer_ratio?: number | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Yen for one US dollar. In JPY/USD. Unless given 150. */
  readonly exchange_rate?: number | undefined;
}

export interface CalculatorServerlessRequest {
  /** Who sells it. */
  readonly provider: "aws_lambda" | "gcp_functions" | "gcp_cloudrun" | "azure_functions" | "azure_functions_flex" | "oci_functions" | "cloudflare_workers";
  /** Memory of the function; each service has its own limit as well. In MB. */
  readonly memory_mb: number;
  /** Time that one execution takes. In s. */
  readonly execution_time_seconds: number;
  /** Executions a month of 730 hours. In executions/month. */
  readonly monthly_executions: number;
  /** Whether free allowances are taken off. Unless given true. */
  readonly include_free_tier?: boolean | undefined;
  /** vCPUs of a Cloud Run instance. In vCPU. Unless given 1. */
  readonly cpu_count?: number | undefined;
  /** Data that one execution sends out. In KB. Unless given 0. */
  readonly egress_per_request_kb?: number | undefined;
  /** Share of that data that goes to the internet. In %. Unless given 100. */
  readonly internet_transfer_ratio?: number | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Yen for one US dollar. In JPY/USD. Unless given 150. */
  readonly exchange_rate?: number | undefined;
  /** A region, as its provider names it; one of another provider stands for the region in the same city. Unless given "ap-northeast-1". */
  readonly region?: string | undefined;
}

export interface CalculatorComparisonRequest {
  /** The function. */
  readonly lambda_config: {
    /** Memory of the function. In MB. */
    readonly memory_mb: number;
    /** Time that one execution takes. In s. */
    readonly execution_time_seconds: number;
    /** Whether free allowances are taken off. Unless given true. */
    readonly include_free_tier?: boolean | undefined;
    /** Data that one execution sends out. In KB. Unless given 0. */
    readonly egress_per_request_kb?: number | undefined;
    /** Share of that data that goes to the internet. In %. Unless given 100. */
    readonly internet_transfer_ratio?: number | undefined;
    /** A region, as its provider names it; one of another provider stands for the region in the same city. Unless given "ap-northeast-1". */
    readonly region?: string | undefined;
    /** The processor's architecture. Unless given "x86_64". */
    readonly architecture?: "x86_64" | "arm64" | undefined;
  };
  /** The machines. */
  readonly vm_configs: readonly ({
    /** Who sells it. */
    readonly provider: "aws_ec2" | "google_cloud" | "azure" | "oci" | "sakura_cloud";
    /** A machine type, as its provider names it. */
    readonly instance_type: string;
    /** A region, as its provider names it; one of another provider stands for the region in the same city. Unless given "ap-northeast-1". */
    readonly region?: string | undefined;
  })[];
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Yen for one US dollar. In JPY/USD. Unless given 150. */
  readonly exchange_rate?: number | undefined;
  /** The executions a month that are compared. */
  readonly execution_range?: {
    /** Executions a month of 730 hours. In executions/month. Unless given 0. */
    readonly min?: number | undefined;
    /** Most executions a month to look at. In executions/month. Unless given 10000000. */
    readonly max?: number | undefined;
    /** Evenly spaced points of the comparison. In points. Unless given 50. */
    readonly steps?: number | undefined;
  } | undefined;
}

export interface CalculatorExportCsvRequest {
  /** The function. */
  readonly lambda_config: {
    /** Memory of the function. In MB. */
    readonly memory_mb: number;
    /** Time that one execution takes. In s. */
    readonly execution_time_seconds: number;
    /** Whether free allowances are taken off. Unless given true. */
    readonly include_free_tier?: boolean | undefined;
    /** Data that one execution sends out. In KB. Unless given 0. */
    readonly egress_per_request_kb?: number | undefined;
    /** Share of that data that goes to the internet. In %. Unless given 100. */
    readonly internet_transfer_ratio?: number | undefined;
    /** A region, as its provider names it; one of another provider stands for the region in the same city. Unless given "ap-northeast-1". */
    readonly region?: string | undefined;
    /** The processor's architecture. Unless given "x86_64". */
    readonly architecture?: "x86_64" | "arm64" | undefined;
    /** Executions a month of 730 hours. In executions/month. */
    readonly monthly_executions: number;
  };
  /** The machines. */
  readonly vm_configs: readonly ({
    /** Who sells it. */
    readonly provider: "aws_ec2" | "google_cloud" | "azure" | "oci" | "sakura_cloud";
    /** A machine type, as its provider names it. */
    readonly instance_type: string;
    /** A region, as its provider names it; one of another provider stands for the region in the same city. Unless given "ap-northeast-1". */
    readonly region?: string | undefined;
  })[];
  /** Flat rates for egress, USD per GB, by service, instead of the tiers. */
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  /** Whether the free allowance of egress is taken off. Unless given true. */
  readonly include_egress_free_tier?: boolean | undefined;
  /** Yen for one US dollar. In JPY/USD. Unless given 150. */
  readonly exchange_rate?: number | undefined;
  /** The currency of amounts. Unless given "USD". */
  readonly currency?: "USD" | "JPY" | undefined;
}

export interface CalculatorRecommendRequest {
  /** Memory of the function. In MB. */
  readonly lambda_memory_mb: number;
  /** Who sells it. */
  readonly provider?: "aws_ec2" | "google_cloud" | "azure" | "oci" | "sakura_cloud" | undefined;
  /** The processor's architecture. */
  readonly architecture?: "x86_64" | "arm64" | undefined;
  /** A region, as its provider names it; one of another provider stands for the region in the same city. Unless given "ap-northeast-1". */
  readonly region?: string | undefined;
  /** Machine types to name per provider. In types. Unless given 20. */
  readonly limit?: number | undefined;
  /** Yen for one US dollar. In JPY/USD. Unless given 150. */
  readonly exchange_rate?: number | undefined;
}

export interface CalculatorCurrencyConvertRequest {
  /** An amount of money. In money. */
  readonly amount: number;
  /** The currency of the given amount. Unless given "USD". */
  readonly from_currency?: "USD" | "JPY" | undefined;
  /** The currency of the answer. Unless given "JPY". */
  readonly to_currency?: "USD" | "JPY" | undefined;
  /** Yen for one US dollar. In JPY/USD. Unless given 150. */
  readonly exchange_rate?: number | undefined;
}

export interface Problem {
  /** The kind of problem: a URN, to be compared. */
  readonly type: string;
  /** A title. */
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  /** What is wrong with this request, in a sentence. */
  readonly detail: string;
  /** The path that was asked for. */
  readonly instance: string;
  /** Each wrong field of the input. */
  readonly errors?: readonly ({
    /** The field, with dots between its levels. */
    readonly path: string;
    /** The reason in a sentence, for people. */
    readonly message: string;
  })[] | undefined;
  /** Whether the question was answered. */
  readonly success: false;
  /** The detail again, for clients of the older API. */
  readonly error: string;
}

export interface LineItem {
  /** The billed dimension: requests, GB-seconds, instance-hours. */
  readonly meter: string;
  /** How much was used. */
  readonly quantity: number;
  /** The unit of the quantity. */
  readonly unit: string;
  /** How much of it is free. */
  readonly free: number;
  /** How much of it is billed. */
  readonly billable: number;
  /** The price tiers that were used, the first first. */
  readonly tiers: readonly ({
    /** Where it begins. */
    readonly from: number;
    /** The upper bound of the tier; `null` when it is open. */
    readonly up_to: number | null;
    /** How much was used. */
    readonly quantity: number;
    /** The price of one unit. */
    readonly unit_price: number;
    /** An amount of money. */
    readonly amount: number;
  })[];
  /** An amount of money. */
  readonly amount: number;
  /** Where the price is from; `null` for a price that the request gave. */
  readonly source: PriceSource | null;
  /** Why the price should be looked at twice. */
  readonly flags: readonly ("old" | "low_confidence")[];
}

export interface Capacity {
  /** Requests per second that one machine carries. */
  readonly requests_per_second: number;
  /** The same as its CPU alone allows. */
  readonly cpu_requests_per_second: number;
  /** The same as its memory alone allows. */
  readonly memory_requests_per_second: number;
  /** What a machine runs out of first. */
  readonly binding_resource: "cpu" | "memory";
  /** Executions a month that one machine carries. */
  readonly executions_per_machine: number;
  /** How many machines; `null` for functions. */
  readonly machines: number;
  /** Whether it carries the peak. */
  readonly carries_load: boolean;
}

export interface CurveSegment {
  /** Where it begins. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** The line's cost at zero requests. */
  readonly intercept: number;
  /** What one more request costs. */
  readonly slope: number;
  /** Another machine, each so many requests. */
  readonly step?: {
    /** Requests from one step to the next. */
    readonly every: number;
    /** An amount of money. */
    readonly amount: number;
  } | undefined;
  /** The same where several kinds of step meet. */
  readonly steps?: readonly ({
    /** Requests from one step to the next. */
    readonly every: number;
    /** An amount of money. */
    readonly amount: number;
  })[] | undefined;
}

export interface Flip {
  /** What is looked along. */
  readonly driver: "execution_time" | "memory" | "cpu_time" | "egress" | "peak_to_average" | "utilisation" | "exchange_rate";
  /** The unit of the quantity. */
  readonly unit: string;
  /** The value, in the driver's unit. */
  readonly value: number;
  /** The change downwards; `null` when there is none. */
  readonly below: {
    /** The value, in the driver's unit. */
    readonly value: number;
    /** The cheapest offer, by id. */
    readonly cheapest: string;
  } | null;
  /** The change upwards; `null` when there is none. */
  readonly above: {
    /** The value, in the driver's unit. */
    readonly value: number;
    /** The cheapest offer, by id. */
    readonly cheapest: string;
  } | null;
}

export interface PriceSource {
  /** A title. */
  readonly title: string;
  /** Where it can be read. */
  readonly url: string;
  /** When it was read, `YYYY-MM-DD`. */
  readonly date: string;
  /** How far the price can be trusted. */
  readonly confidence: "high" | "medium" | "low" | "derived";
  /** What else is to be known of it. */
  readonly note?: string | undefined;
  /** What was taken off the listed price. */
  readonly discount_percent?: number | undefined;
}

export interface MachineSpecs {
  /** vCPUs. */
  readonly vcpu: number;
  /** Memory, GB. */
  readonly memory_gb: number;
  /** Disk that is included. */
  readonly storage_gb?: number | undefined;
}

export interface Price {
  /** The unit of the quantity. */
  readonly unit: string;
  /** How much of it is free. */
  readonly free: number;
  /** The price tiers that were used, the first first. */
  readonly tiers: readonly ({
    /** The upper bound of the tier; `null` when it is open. */
    readonly up_to: number | null;
    /** The price of one unit. */
    readonly unit_price: number;
  })[];
  /** Where the price is from; `null` for a price that the request gave. */
  readonly source: string;
  /** How far the price can be trusted. */
  readonly confidence: "high" | "medium" | "low" | "derived";
  /** What else is to be known of it. */
  readonly note?: string | undefined;
}

export interface HealthAnswer {
  /** Whether it works. */
  readonly status: "healthy" | "unhealthy";
  /** The version that answers. */
  readonly version: string;
  /** When it was answered. */
  readonly timestamp: string;
  /** Each part of the service. */
  readonly components: {
    /** Prices a known function. */
    readonly lambda_calculator: "healthy" | "unhealthy";
    /** Prices a known machine. */
    readonly vm_calculator: "healthy" | "unhealthy";
    /** Prices known egress. */
    readonly egress_calculator: "healthy" | "unhealthy";
    /** The rate cards. */
    readonly catalog: "healthy" | "unhealthy";
    /** The store that replicas share; answers do not depend on it. */
    readonly store?: "healthy" | "unhealthy" | undefined;
  };
  /** Whether the process is about to leave. */
  readonly draining?: boolean | undefined;
  /** The rate cards. */
  readonly catalog: {
    /** The date of the newest price. */
    readonly as_of: string;
    /** The date of the oldest price. */
    readonly oldest: string;
    /** Days since the newest price. */
    readonly age_days: number;
    /** How many regions. */
    readonly regions: number;
    /** How many prices. */
    readonly prices: number;
  } | null;
}

export interface CompareAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** The currency of amounts. */
    readonly currency: "USD" | "JPY";
    /** The ways to buy the workload. */
    readonly offers: readonly ({
      /** The name of the offer in the answer; unless given, made of what it is. */
      readonly id: string;
      /** A function service, or machines. */
      readonly kind: "function" | "machine";
      /** Who sells it. */
      readonly provider: string;
      /** A region, as its provider names it; one of another provider stands for the region in the same city. */
      readonly region: string;
      /** What people call the offer. */
      readonly label: string;
      /** Cost a month, in the answer's currency; `null` where it cannot be bought. */
      readonly monthly_cost: number | null;
      /** The bill, line by line. */
      readonly line_items: readonly (LineItem)[];
      /** What one machine carries, and how many there are; `null` for functions. */
      readonly capacity: Capacity | null;
      /** Why it cannot be bought for this workload; `null` when it can. */
      readonly unavailable: {
        /** The reason in a word, for programs. */
        readonly code: string;
        /** The field at fault, from the root of the request. */
        readonly field: string;
        /** The reason in a sentence, for people. */
        readonly message: string;
      } | null;
      /** Cost over requests: pieces of straight lines, with steps where machines are added. */
      readonly curve: readonly (CurveSegment)[];
    })[];
    /** Loads at which two offers cost the same. */
    readonly break_even_points: readonly ({
      /** The two offers, by id. */
      readonly between: readonly (string)[];
      /** Executions a month. */
      readonly executions_per_month: number;
      /** The same per second. */
      readonly executions_per_second: number;
      /** Cost a month, in the answer's currency; `null` where it cannot be bought. */
      readonly monthly_cost: number;
      /** A function service, or machines. */
      readonly kind: "equal" | "step";
      /** The cheaper offer below it, by id. */
      readonly cheaper_below: string;
      /** The cheaper offer above it, by id. */
      readonly cheaper_above: string;
    })[];
    /** Stretches on which two offers change places too often to be listed. */
    readonly alternations: readonly ({
      /** The two offers, by id. */
      readonly between: readonly (string)[];
      /** Where it begins. */
      readonly from: number;
      /** Where it ends. */
      readonly to: number;
    })[];
    /** Who is cheapest where, of those that carry the load; where none does, the cheapest of all. */
    readonly regimes: readonly ({
      /** Where it begins. */
      readonly from: number;
      /** Where it ends. */
      readonly to: number;
      /** The cheapest offer, by id. */
      readonly cheapest: string;
      /** Whether others are cheaper now and then within it. */
      readonly alternating: boolean;
    })[];
    /** The answer in short. */
    readonly verdict: {
      /** The cheapest offer, by id. */
      readonly cheapest: string | null;
      /** Cost a month, in the answer's currency; `null` where it cannot be bought. */
      readonly monthly_cost: number | null;
      /** Whether it carries the peak. */
      readonly carries_load: boolean;
      /** The second cheapest, by id. */
      readonly runner_up: string | null;
      /** What the cheapest saves a month against it. */
      readonly savings: number | null;
      /** Where the answer changes when the load falls; `null` when it does not. */
      readonly next_break_even_below: {
        /** Executions a month. */
        readonly executions_per_month: number;
        /** The same per second. */
        readonly executions_per_second: number;
        /** The cheapest offer, by id. */
        readonly cheapest: string;
      } | null;
      /** Where the answer changes when the load grows; `null` when it does not. */
      readonly next_break_even_above: {
        /** Executions a month. */
        readonly executions_per_month: number;
        /** The same per second. */
        readonly executions_per_second: number;
        /** The cheapest offer, by id. */
        readonly cheapest: string;
      } | null;
      /** How far each driver alone would have to change for another offer to be cheapest; of a distribution of durations, its mean, and of several functions, the mean over their requests, with their proportions kept. A driver that costs are not followed along is left out: see `/api/v1/break-even`. */
      readonly would_change: readonly (Flip)[];
    };
    /** What was assumed of the workload. */
    readonly assumptions: {
      /** The busiest moment over the mean. */
      readonly peak_to_average: number;
      /** CPU time of one execution. */
      readonly cpu_ms: number;
      /** Memory that a machine holds for one request in flight. */
      readonly memory_per_request_mb: number;
      /** Share of a machine's CPU that the peak may use. */
      readonly target_utilisation: number;
      /** Memory of a machine that is not the requests'. */
      readonly memory_reserve_mb: number;
      /** Yen for one US dollar; unless given, the newest that is known. */
      readonly exchange_rate: number;
    };
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface SearchAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** The currency of amounts. */
    readonly currency: "USD" | "JPY";
    /** Offers that were looked at. */
    readonly considered: number;
    /** How many of them carry the load. */
    readonly carrying: number;
    /** How many regions. */
    readonly regions: number;
    /** The ways to buy the workload. */
    readonly offers: readonly ({
      /** 1 for the cheapest. */
      readonly rank: number;
      /** A function service, or machines. */
      readonly kind: "function" | "machine";
      /** Who sells it. */
      readonly provider: string;
      /** A region, as its provider names it; one of another provider stands for the region in the same city. */
      readonly region: string;
      /** The city that the region is in, by language. */
      readonly city: {
        /** In English. */
        readonly en: string;
        /** In Japanese. */
        readonly ja: string;
      } | null;
      /** What people call the offer. */
      readonly label: string;
      /** A machine type, as its provider names it. */
      readonly instance_type?: string | undefined;
      /** The way of buying. */
      readonly purchase?: string | undefined;
      /** The processor's architecture. */
      readonly architecture: string;
      /** Cost a month, in the answer's currency; `null` where it cannot be bought. */
      readonly monthly_cost: number;
      /** How many machines; `null` for functions. */
      readonly machines: number | null;
      /** Other regions of the provider in which it costs the same. */
      readonly also_in: readonly (string)[];
      /** The date of the oldest price that the answer rests on. */
      readonly prices_as_of: string | null;
      /** Where that price is from. */
      readonly oldest_source: PriceSource | null;
      /** Why some of the prices should be looked at twice. */
      readonly price_flags: readonly ("old" | "low_confidence")[];
    })[];
    /** Yen for one US dollar; unless given, the newest that is known. */
    readonly exchange_rate: number;
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface BreakEvenAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** What is looked along. */
    readonly driver: string;
    /** The unit of the quantity. */
    readonly unit: string;
    /** The value, in the driver's unit. */
    readonly value: number | null;
    /** Who is cheapest where, of those that carry the load; where none does, the cheapest of all. */
    readonly regimes: readonly ({
      /** Where it begins. */
      readonly from: number;
      /** Where it ends. */
      readonly to: number;
      /** The cheapest offer, by id. */
      readonly cheapest: string | null;
      /** Whether others are cheaper now and then within it. */
      readonly alternating: boolean;
    })[];
    /** Loads at which two offers cost the same. */
    readonly break_even_points: readonly ({
      /** The value, in the driver's unit. */
      readonly value: number;
      /** The cheaper offer below it, by id. */
      readonly cheaper_below: string | null;
      /** The cheaper offer above it, by id. */
      readonly cheaper_above: string | null;
    })[];
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface DecisionMapAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** The map, by execution time. */
    readonly columns: readonly ({
      /** Time that one execution takes. */
      readonly execution_time_ms: number;
      /** Who is cheapest where, of those that carry the load; where none does, the cheapest of all. */
      readonly regimes: readonly ({
        /** Where it begins. */
        readonly from: number;
        /** Where it ends. */
        readonly to: number;
        /** The cheapest offer, by id. */
        readonly cheapest: string | null;
        /** Whether others are cheaper now and then within it. */
        readonly alternating: boolean;
      })[];
    })[];
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface BudgetAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** The currency of amounts. */
    readonly currency: "USD" | "JPY";
    /** An amount of money. */
    readonly amount: number;
    /** The ways to buy the workload. */
    readonly offers: readonly ({
      /** The name of the offer in the answer; unless given, made of what it is. */
      readonly id: string;
      /** What people call the offer. */
      readonly label: string;
      /** Executions a month. */
      readonly executions_per_month: number | null;
      /** The same per second. */
      readonly executions_per_second: number | null;
      /** Cost a month, in the answer's currency; `null` where it cannot be bought. */
      readonly monthly_cost: number | null;
      /** How many machines; `null` for functions. */
      readonly machines: number | null;
      /** What ends it: the amount, what the machines carry, or the range. */
      readonly limit: "amount" | "capacity" | "range" | null;
    })[];
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface GrowthAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** The currency of amounts. */
    readonly currency: "USD" | "JPY";
    /** Month by month. */
    readonly months: readonly ({
      /** The month; 0 is this one. */
      readonly month: number;
      /** Executions of the month. */
      readonly executions: number;
      /** What each offer costs in the month. */
      readonly costs: Readonly<Record<string, number>>;
      /** What each has cost by its end. */
      readonly cumulated: Readonly<Record<string, number>>;
    })[];
    /** Loads at which two offers cost the same. */
    readonly break_even_points: readonly ({
      /** The two offers, by id. */
      readonly between: readonly (string)[];
      /** Executions a month. */
      readonly executions_per_month: number;
      /** The month; 0 is this one. */
      readonly month: number;
      /** The cheaper offer above it, by id. */
      readonly cheaper_above: string;
    })[];
    /** The offer that costs least over all months, of those that carry the load of each; if none does, of all. */
    readonly cheapest_in_all: string | null;
    /** The first month at whose end the change has paid; `null` when it does not. */
    readonly payback_month: number | null;
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface UncertaintyAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** The currency of amounts. */
    readonly currency: "USD" | "JPY";
    /** The ways to buy the workload. */
    readonly offers: readonly ({
      /** The name of the offer in the answer; unless given, made of what it is. */
      readonly id: string;
      /** Cost a month, in the answer's currency; `null` where it cannot be bought. */
      readonly monthly_cost: number | null;
      /** Least cost over the ranges. */
      readonly least: number | null;
      /** Most cost over the ranges. */
      readonly most: number | null;
    })[];
    /** By input, the part of its range that each offer wins. */
    readonly shares: readonly ({
      /** The input. */
      readonly input: string;
      /** The part, 0 to 1, by offer. */
      readonly wins: Readonly<Record<string, number>>;
    })[];
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface BatchAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** Questions that were answered. */
    readonly answered: number;
    /** Questions that have a problem instead. */
    readonly failed: number;
    /** The answers, in the order of the questions. */
    readonly results: readonly (BatchResult)[];
  };
}

export interface CatalogAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** The date of the newest price. */
    readonly as_of: string;
    /** The date of the oldest price. */
    readonly oldest: string;
    /** How many regions. */
    readonly regions: number;
    /** How many prices. */
    readonly prices: number;
    /** By provider. */
    readonly providers: Readonly<Record<string, readonly ({
      /** A region, as its provider names it; one of another provider stands for the region in the same city. */
      readonly region: string;
      /** The place of the region; regions of other providers can be in the same. */
      readonly place: string | null;
      /** The city that the region is in, by language. */
      readonly city: {
        /** In English. */
        readonly en: string;
        /** In Japanese. */
        readonly ja: string;
      } | null;
      /** The country. */
      readonly country: string | null;
      /** The date of the newest price. */
      readonly as_of: string;
      /** The date of the oldest price. */
      readonly oldest: string;
      /** Machine types. */
      readonly machine_types: number;
      /** How many prices. */
      readonly prices: number;
      /** Function services and what else is priced. */
      readonly services: readonly (string)[];
    })[]>>;
    /** Cities, and which regions are in them. */
    readonly places: readonly ({
      /** The name of the offer in the answer; unless given, made of what it is. */
      readonly id: string;
      /** The country. */
      readonly country: string;
      /** The city that the region is in, by language. */
      readonly city: {
        /** In English. */
        readonly en: string;
        /** In Japanese. */
        readonly ja: string;
      };
      /** How many regions. */
      readonly regions: Readonly<Record<string, readonly (string)[]>>;
      /** Regions of providers that have none in the city. */
      readonly nearest: Readonly<Record<string, string>>;
    })[];
    /** Rates to the US dollar. */
    readonly exchange_rates: Readonly<Record<string, {
      /** Units for one US dollar. */
      readonly rate: number;
      /** When it was read, `YYYY-MM-DD`. */
      readonly date: string;
      /** Where the price is from; `null` for a price that the request gave. */
      readonly source: {
        /** A title. */
        readonly title: string;
        /** Where it can be read. */
        readonly url: string;
      };
      /** How far the price can be trusted. */
      readonly confidence: string;
      /** What else is to be known of it. */
      readonly note?: string | undefined;
    }>>;
  };
}

export interface CatalogProviderRegionAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** Who sells it. */
    readonly provider: string;
    /** A region, as its provider names it; one of another provider stands for the region in the same city. */
    readonly region: string;
    /** The currency of amounts. */
    readonly currency: "USD" | "JPY";
    /** The date of the newest price. */
    readonly as_of: string;
    /** Sources, by the name that prices refer to. */
    readonly sources: Readonly<Record<string, {
      /** A title. */
      readonly title: string;
      /** Where it can be read. */
      readonly url: string;
      /** When it was read, `YYYY-MM-DD`. */
      readonly date: string;
      /** The licence of the source. */
      readonly licence?: string | undefined;
    }>>;
    /** Function services and what else is priced. */
    readonly services: Readonly<Record<string, Readonly<Record<string, Price>>>>;
    /** Egress to the internet. */
    readonly egress: Price | null;
    /** What machine prices are for. */
    readonly per: "hour" | "month" | null;
    /** Machine types. */
    readonly machine_types: readonly ({
      /** A machine type, as its provider names it. */
      readonly instance_type: string;
      /** vCPUs. */
      readonly vcpu: number;
      /** Memory. */
      readonly memory_mb: number;
      /** The processor's architecture. */
      readonly architecture: "x86_64" | "arm64";
      /** Share of its CPU that a burstable machine sustains. */
      readonly baseline?: number | undefined;
      /** Disk that is included. */
      readonly storage_gb?: number | undefined;
      /** Machines that an account can have. */
      readonly sold_at_most?: number | undefined;
      /** What is left of the price after a whole month's discount. */
      readonly sustained_use?: number | undefined;
      /** Hours that cost as much as a day, and days that cost as much as a month. */
      readonly usage_caps?: {
        /** Hours that cost as much as a day. */
        readonly hours_per_day: number;
        /** Days that cost as much as a month. */
        readonly days_per_month: number;
      } | undefined;
      /** By way of buying. */
      readonly prices: Readonly<Record<string, {
        /** The price of one unit. */
        readonly unit_price: number;
        /** Where the price is from; `null` for a price that the request gave. */
        readonly source: string;
        /** How far the price can be trusted. */
        readonly confidence: "high" | "medium" | "low" | "derived";
        /** What else is to be known of it. */
        readonly note?: string | undefined;
      }>>;
    })[];
    /** Shapes whose cores and memory are chosen. */
    readonly flexible_types: Readonly<Record<string, {
      /** vCPUs of a core. */
      readonly vcpu_per_ocpu: number;
      /** The processor's architecture. */
      readonly architecture: "x86_64" | "arm64";
      /** Least and most cores. */
      readonly ocpu: readonly (number)[];
      /** Memory, GB. */
      readonly memory_gb: readonly (number)[];
      /** Least and most memory for each core. */
      readonly memory_gb_per_ocpu?: readonly (number)[] | undefined;
      /** Cores unless named. */
      readonly default_ocpu: number;
      /** Memory unless named. */
      readonly default_memory_gb: number;
      /** Price of a core. */
      readonly ocpu_hours: Price;
      /** Price of memory. */
      readonly memory_gb_hours: Price;
    }>>;
  };
}

export interface CalculatorLambdaAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** For requests. */
    readonly request_charges: number;
    /** For GB-seconds. */
    readonly compute_charges: number;
    /** For egress. */
    readonly egress_charges: number;
    /** All in all. */
    readonly total_cost: number;
    /** GB-seconds used. */
    readonly gb_seconds: number;
    /** What was priced. */
    readonly configuration: {
      /** Memory. */
      readonly memory_mb: number;
      /** Time that one execution takes. */
      readonly execution_time_seconds: number;
      /** Executions a month. */
      readonly monthly_executions: number;
      /** Whether free allowances are taken off. */
      readonly include_free_tier: boolean;
      /** Data that one execution sends out. */
      readonly egress_per_request_kb: number;
      /** Share of it that goes to the internet. */
      readonly internet_transfer_ratio: number;
      /** A region, as its provider names it; one of another provider stands for the region in the same city. */
      readonly region: string;
      /** The processor's architecture. */
      readonly architecture: string;
    };
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface CalculatorVmAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** Who sells it. */
    readonly provider: string;
    /** A machine type, as its provider names it. */
    readonly instance_type: string;
    /** Cost an hour. */
    readonly hourly_cost_usd: number;
    /** Cost a month. */
    readonly monthly_cost_usd: number;
    /** The same in yen, of machines priced in yen. */
    readonly monthly_cost_jpy?: number | undefined;
    /** The size of the machine. */
    readonly specs: MachineSpecs;
    /** What was priced. */
    readonly configuration: {
      /** Who sells it. */
      readonly provider: string;
      /** A machine type, as its provider names it. */
      readonly instance_type: string;
      /** A region, as its provider names it; one of another provider stands for the region in the same city. */
      readonly region: string;
    };
    /** Egress. */
    readonly egress_cost_usd?: number | undefined;
    /** Machine and egress. */
    readonly total_monthly_cost_usd?: number | undefined;
    /** Egress in yen. */
    readonly egress_cost_jpy?: number | undefined;
    /** Machine and egress in yen. */
    readonly total_monthly_cost_jpy?: number | undefined;
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface CalculatorServerlessAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** Who sells it. */
    readonly provider: string;
    /** What people call the service. */
    readonly service_name: string;
    /** All in all, in US dollars. */
    readonly total_cost_usd: number;
    /** All in all, in yen. */
    readonly total_cost_jpy: number;
    /** By meter, in US dollars. */
    readonly cost_breakdown: Readonly<Record<string, number>>;
    /** What free allowances save, in US dollars. */
    readonly free_tier_savings: Readonly<Record<string, number>>;
    /** What was used, and how much of it is free. GB-seconds are 0 where memory is not billed. */
    readonly resource_usage: Readonly<Record<string, number>>;
    /** What the service allows. */
    readonly provider_features: {
      /** What it charges for. */
      readonly pricing_model: string;
      /** Most memory. */
      readonly max_memory_mb: number;
      /** Longest execution. */
      readonly max_execution_time_seconds: number;
    };
    /** What was priced. */
    readonly configuration: Readonly<Record<string, string | number | boolean>>;
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface CalculatorServerlessProvidersAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** The services, by id. */
    readonly supported_providers: readonly (string)[];
    /** What each of them is. */
    readonly provider_info: Readonly<Record<string, {
      /** What people call it. */
      readonly name: string;
      /** What it charges for. */
      readonly pricing_model: string;
      /** Free a month, by meter. */
      readonly free_tier: Readonly<Record<string, number>>;
      /** Longest execution, seconds. */
      readonly max_execution_time: number;
      /** Most memory, MB. */
      readonly max_memory: number;
    }>>;
  };
}

export interface CalculatorComparisonAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** Costs at evenly spaced loads. */
    readonly comparison_data: readonly ({
      /** Executions a month. */
      readonly executions_per_month: number;
      /** The function's cost. */
      readonly lambda_cost_usd: number;
      /** Each machine's cost, by `<provider>_<instance_type>`. */
      readonly vm_costs: Readonly<Record<string, number>>;
    })[];
    /** Loads at which two offers cost the same. */
    readonly break_even_points: readonly ({
      /** The machine's provider. */
      readonly vm_provider: string;
      /** The machine's type. */
      readonly vm_instance: string;
      /** The machine's region. */
      readonly vm_region: string;
      /** Executions a month. */
      readonly executions_per_month: number;
      /** The same per second. */
      readonly executions_per_second: number;
    })[];
    /** The function that was priced. */
    readonly lambda_configuration: Readonly<Record<string, string | number | boolean>>;
    /** The machines that were priced. */
    readonly vm_configurations: readonly ({
      /** Who sells it. */
      readonly provider: string;
      /** A machine type, as its provider names it. */
      readonly instance_type: string;
      /** A region, as its provider names it; one of another provider stands for the region in the same city. */
      readonly region: string;
    })[];
    /** The date of the oldest price that the answer rests on. */
    readonly prices_as_of: string | null;
    /** Where that price is from. */
    readonly oldest_source: PriceSource | null;
    /** Why some of the prices should be looked at twice. */
    readonly price_flags: readonly ("old" | "low_confidence")[];
  };
}

export interface CalculatorInstancesAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: Readonly<Record<string, Readonly<Record<string, {
    /** Cost an hour. */
    readonly hourly_cost_usd: number;
    /** Cost a month. */
    readonly monthly_cost_usd: number;
    /** The same in yen, of machines priced in yen. */
    readonly monthly_cost_jpy?: number | undefined;
    /** The size of the machine. */
    readonly specs: MachineSpecs;
    /** The date of the price. */
    readonly price_date: string;
    /** How far the price can be trusted. */
    readonly confidence: "high" | "medium" | "low" | "derived";
    /** Why the price should be looked at twice. */
    readonly flags: readonly ("old" | "low_confidence")[];
  }>>>>;
  /** The date of the oldest price that the answer rests on. */
  readonly prices_as_of: string | null;
  /** Where that price is from. */
  readonly oldest_source: PriceSource | null;
  /** Why some of the prices should be looked at twice. */
  readonly price_flags: readonly ("old" | "low_confidence")[];
}

export interface CalculatorRecommendAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: Readonly<Record<string, readonly ({
    /** A machine type, as its provider names it. */
    readonly instance_type: string;
    /** The machine's memory over the function's. */
    readonly memory_ratio: number;
    /** Cost an hour. */
    readonly hourly_cost_usd: number;
    /** Cost a month. */
    readonly monthly_cost_usd: number;
    /** The same in yen, of machines priced in yen. */
    readonly monthly_cost_jpy?: number | undefined;
    /** The size of the machine. */
    readonly specs: MachineSpecs;
    /** The date of the price. */
    readonly price_date: string;
    /** How far the price can be trusted. */
    readonly confidence: "high" | "medium" | "low" | "derived";
    /** Why the price should be looked at twice. */
    readonly flags: readonly ("old" | "low_confidence")[];
  })[]>>;
  /** The date of the oldest price that the answer rests on. */
  readonly prices_as_of: string | null;
  /** Where that price is from. */
  readonly oldest_source: PriceSource | null;
  /** Why some of the prices should be looked at twice. */
  readonly price_flags: readonly ("old" | "low_confidence")[];
}

export interface CalculatorCurrencyConvertAnswer {
  /** Whether the question was answered. */
  readonly success: true;
  /** The answer. */
  readonly data: {
    /** The given amount. */
    readonly original_amount: number;
    /** The amount in the other currency. */
    readonly converted_amount: number;
    /** The currency of the given amount. */
    readonly from_currency: "USD" | "JPY";
    /** The currency of the answer. */
    readonly to_currency: "USD" | "JPY";
    /** Yen for one US dollar; unless given, the newest that is known. */
    readonly exchange_rate: number;
  };
}

export type BatchItem = {
  /** The calculation, by the end of its path. */
  readonly calculation: "compare";
  /** What the calculation takes. */
  readonly body: CompareRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "search";
  /** What the calculation takes. */
  readonly body: SearchRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "break-even";
  /** What the calculation takes. */
  readonly body: BreakEvenRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "decision-map";
  /** What the calculation takes. */
  readonly body: DecisionMapRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "budget";
  /** What the calculation takes. */
  readonly body: BudgetRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "growth";
  /** What the calculation takes. */
  readonly body: GrowthRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "uncertainty";
  /** What the calculation takes. */
  readonly body: UncertaintyRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "calculator/lambda";
  /** What the calculation takes. */
  readonly body: CalculatorLambdaRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "calculator/vm";
  /** What the calculation takes. */
  readonly body: CalculatorVmRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "calculator/serverless";
  /** What the calculation takes. */
  readonly body: CalculatorServerlessRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "calculator/comparison";
  /** What the calculation takes. */
  readonly body: CalculatorComparisonRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "calculator/recommend";
  /** What the calculation takes. */
  readonly body: CalculatorRecommendRequest;
} | {
  /** The calculation, by the end of its path. */
  readonly calculation: "calculator/currency/convert";
  /** What the calculation takes. */
  readonly body: CalculatorCurrencyConvertRequest;
};

export interface BatchResult {
  /** The status that the calculation's own endpoint would have answered. */
  readonly status: number;
  /** What it would have answered: its answer, or a problem. */
  readonly body: CompareAnswer | SearchAnswer | BreakEvenAnswer | DecisionMapAnswer | BudgetAnswer | GrowthAnswer | UncertaintyAnswer | CalculatorLambdaAnswer | CalculatorVmAnswer | CalculatorServerlessAnswer | CalculatorComparisonAnswer | CalculatorRecommendAnswer | CalculatorCurrencyConvertAnswer | Problem;
}
