import type { LogLevel } from "../config/http-variables.ts";
import type { Report } from "../platform.ts";
import { consoleReport } from "../report.ts";

/** https://developers.cloudflare.com/analytics/analytics-engine/ */
export interface AnalyticsBinding {
  writeDataPoint(point: {
    readonly indexes: readonly string[];
    readonly blobs: readonly string[];
    readonly doubles: readonly number[];
  }): void;
}

/** The log on the console, and where the binding is there the measures that Node has on `/metrics`. */
export function edgeReport(level: LogLevel, measures: AnalyticsBinding | undefined): Report {
  const log = consoleReport(level);
  if (measures === undefined) return log;
  return {
    failed: log.failed,
    answered: (record) => {
      log.answered(record);
      const { route, method, status, cache, durationMs, isLimited } = record;
      measures.writeDataPoint({
        indexes: [route],
        blobs: [route, method, String(status), cache],
        doubles: [durationMs, isLimited ? 1 : 0],
      });
    },
  };
}
