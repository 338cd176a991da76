import { HTTP_VARIABLES, type HttpConfig } from "../../worker/config/http-variables.ts";
import { readConfig } from "../../worker/config/variable.ts";
import { diskFiles, PAGE_FOLDER } from "../../worker/disk-files.ts";
import { diskPlatform } from "../../worker/disk-platform.ts";
import { createFetch } from "../../worker/fetch.ts";
import { headerRules } from "../../worker/http/headers.ts";
import type { RequestScope } from "../../worker/http/web-request.ts";
import type { AnswerRecord, ErrorPlace, Platform } from "../../worker/platform.ts";

/** The application with settings, and what it has noted. */
export interface TestApp {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly fetch: (path: string, init?: RequestInit, scope?: RequestScope) => Promise<Response>;
  readonly answered: readonly AnswerRecord[];
  readonly failed: readonly { readonly error: unknown; readonly place: ErrorPlace }[];
}

/** The application in this process with some settings, and a platform that differs in some parts. */
export function testApp(
  environment: Partial<Record<keyof HttpConfig, string>> = {},
  parts: Partial<Platform> = {},
): TestApp {
  const config = readConfig(HTTP_VARIABLES, environment);
  const answered: AnswerRecord[] = [];
  const failed: { error: unknown; place: ErrorPlace }[] = [];
  const app = createFetch({
    ...diskPlatform,
    config,
    file: diskFiles(PAGE_FOLDER, headerRules(config)),
    report: {
      answered: (record) => answered.push(record),
      failed: (error, place) => failed.push({ error, place }),
    },
    ...parts,
  });
  const fetch: TestApp["fetch"] = (path, init, scope) =>
    app(new Request(new URL(path, "http://host"), init), scope);
  return { get: (path, headers = {}) => fetch(path, { headers }), fetch, answered, failed };
}

export const LAMBDA = "/api/v1/calculator/lambda";
/** A question that is answered, by GET. */
export const LAMBDA_QUESTION = `${LAMBDA}?memory_mb=512&execution_time_seconds=1&monthly_executions=1000`;
/** The same as a body. */
export const LAMBDA_BODY = JSON.stringify({
  memory_mb: 512,
  execution_time_seconds: 1,
  monthly_executions: 1000,
});

/** A POST of a JSON body. */
export function posted(body: string, headers: Record<string, string> = {}): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json", ...headers }, body };
}
