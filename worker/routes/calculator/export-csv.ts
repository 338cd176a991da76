import { comparisonCsv, COMPARISON_CSV_NAME } from "../../../shared/comparison-csv.ts";
import { ExportCsvRequest } from "../../../shared/schema/calculator-v1.ts";
import { csvFile } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { billOf, CALCULATOR_PATH } from "./calculator.ts";
import { withComparison } from "./comparison-input.ts";

/** AWS Lambda against machines at one load, as a CSV file with a row per machine. */
export const exportCsv = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/export_csv`,
  input: ExportCsvRequest,
  offers: ["text/csv"],
  handle: (body, { catalog }) =>
    withComparison(body, catalog, ({ lambda, machines, workload }) => {
      const bills = machines.map(({ service, instanceType, pricing }) => ({
        service,
        instanceType,
        lines: billOf(pricing, workload),
      }));
      const yenPerUsd = body.currency === "JPY" ? body.exchange_rate : null;
      const csv = comparisonCsv(billOf(lambda, workload), bills, yenPerUsd);
      return csvFile(COMPARISON_CSV_NAME, csv);
    }),
});
