import { totalOf } from "../../../shared/engine/bill.ts";
import { ExportCsvRequest } from "../../../shared/schema/calculator-v1.ts";
import { toCsv } from "../../http/csv.ts";
import { csvFile } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { amountOf, billOf, CALCULATOR_PATH } from "./calculator.ts";
import { withComparison } from "./comparison-input.ts";

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

/** AWS Lambda against machines at one load, as a CSV file with a row per machine. */
export const exportCsv = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/export_csv`,
  summary: "AWS Lambda against machines at one load, as CSV",
  input: ExportCsvRequest,
  answer: null,
  handle: (body, { cards }) =>
    withComparison(body, cards, ({ lambda, machines, workload }) => {
      const withYen = body.currency === "JPY";
      const lambdaAmounts = amounts(billOf(lambda, workload));
      const rows = machines.map(({ service, instanceType, pricing }) => {
        const usd = [...lambdaAmounts, ...amounts(billOf(pricing, workload))];
        const jpy = withYen ? usd.map((amount) => amount * body.exchange_rate) : [];
        return [
          service,
          instanceType,
          ...usd.map((amount) => amount.toFixed(USD_DECIMALS)),
          ...jpy.map((amount) => amount.toFixed(JPY_DECIMALS)),
        ];
      });
      const header = [
        "provider",
        "instance_type",
        ...AMOUNT_COLUMNS.map((column) => `${column}_usd`),
        ...(withYen ? AMOUNT_COLUMNS.map((column) => `${column}_jpy`) : []),
      ];
      return csvFile("cost_comparison_with_egress.csv", toCsv([header, ...rows]));
    }),
});

/** What runs, what leaves, and both. */
function amounts(lines: ReturnType<typeof billOf>): [number, number, number] {
  const total = totalOf(lines);
  const egress = amountOf(lines, "egress");
  return [total - egress, egress, total];
}
