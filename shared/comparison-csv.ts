import { toCsv } from "./csv.ts";
import type { LineItem } from "./engine/bill.ts";

/** The name that the old system gave the file. */
export const COMPARISON_CSV_NAME = "cost_comparison_with_egress.csv";

const AMOUNT_COLUMNS = [
  "lambda_execution_cost",
  "lambda_egress_cost",
  "lambda_total_cost",
  "vm_fixed_cost",
  "vm_egress_cost",
  "vm_total_cost",
] as const;
const USD_DECIMALS = 4;
const JPY_DECIMALS = 2;

/** A machine and its bill in US dollars. */
export interface MachineBill {
  readonly service: string;
  readonly instanceType: string;
  readonly lines: readonly LineItem[];
}

/**
 * AWS Lambda against machines, a row for each machine, in the columns of `/export_csv`: US dollars
 * with four decimals and, at a rate, yen with two. Without a Lambda bill its columns are empty.
 */
export function comparisonCsv(
  lambda: readonly LineItem[] | null,
  machines: readonly MachineBill[],
  yenPerUsd: number | null,
): string {
  const header = [
    "provider",
    "instance_type",
    ...AMOUNT_COLUMNS.map((column) => `${column}_usd`),
    ...(yenPerUsd === null ? [] : AMOUNT_COLUMNS.map((column) => `${column}_jpy`)),
  ];
  const lambdaAmounts = lambda === null ? [null, null, null] : amountsOf(lambda);
  const rows = machines.map(({ service, instanceType, lines }) => {
    const amounts = [...lambdaAmounts, ...amountsOf(lines)];
    const fields = (factor: number, decimals: number) =>
      amounts.map((amount) => (amount === null ? "" : (amount * factor).toFixed(decimals)));
    return [
      service,
      instanceType,
      ...fields(1, USD_DECIMALS),
      ...(yenPerUsd === null ? [] : fields(yenPerUsd, JPY_DECIMALS)),
    ];
  });
  return toCsv([header, ...rows]);
}

/** What runs, what leaves, and both. */
function amountsOf(lines: readonly LineItem[]): [number, number, number] {
  let running = 0;
  let egress = 0;
  for (const { meter, amount } of lines) {
    if (meter === "egress") egress += amount;
    else running += amount;
  }
  return [running, egress, running + egress];
}
