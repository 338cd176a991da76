import { LOG_LEVELS, type LogLevel } from "./config/http-variables.ts";
import type { AnswerRecord, ErrorPlace, Report } from "./platform.ts";

/** Whether lines of a level are logged when the least severe ones are of another. */
export function isLogged(level: LogLevel, least: LogLevel): boolean {
  return LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(least);
}

/**
 * An answer as a line of the log, the same on every platform. Its texts are ids of a checked form,
 * known methods and our own routes, so that none needs escaping.
 */
export function answeredLine(record: AnswerRecord, time: string): string {
  const { requestId, traceId, method, route, status, durationMs, cache } = record;
  const cached = cache === "none" ? "" : `,"cache":"${cache}"`;
  return `{"level":"info","time":"${time}","request_id":"${requestId}","trace_id":"${traceId}","method":"${method}","route":"${route}","status":${status},"duration_ms":${durationMs.toFixed(2)}${cached},"msg":"answered"}\n`;
}

/** An error that a client was not told about, as a line of the log has it. */
export function toErrorFields(error: unknown, place: ErrorPlace): Record<string, string> {
  const known = error instanceof Error ? error : new Error(String(error));
  const { method, route, requestId, traceId } = place;
  return {
    ...(requestId === undefined ? {} : { request_id: requestId }),
    ...(traceId === undefined ? {} : { trace_id: traceId }),
    method,
    route,
    error: known.message,
    stack: known.stack ?? "",
  };
}

/** A report that writes lines of JSON to the console, for platforms that collect what is there. */
export function consoleReport(least: LogLevel): Report {
  const logsAnswers = isLogged("info", least);
  const logsErrors = isLogged("error", least);
  return {
    answered: (record) => {
      if (logsAnswers) console.log(answeredLine(record, new Date().toISOString()).trimEnd());
    },
    failed: (error, place) => {
      if (!logsErrors) return;
      const fields = { level: "error", time: new Date().toISOString() };
      console.error(JSON.stringify({ ...fields, ...toErrorFields(error, place), msg: "failed" }));
    },
  };
}
