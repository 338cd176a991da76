import { hostname } from "node:os";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { README, withSettingsTable } from "../../tools/settings-table.ts";
import { ConfigError, readConfig } from "../../worker/config/variable.ts";
import { SERVER_VARIABLES } from "../../worker/config/server-variables.ts";
import { workerCount } from "../../worker/node/settings.ts";

/** What is said of an environment. */
function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(SERVER_VARIABLES, environment);
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
}

describe("settings", () => {
  test("stand in the README as the code has them", () => {
    const text = readFileSync(README, "utf8");
    expect(withSettingsTable(text)).toBe(text);
  });

  test("all have a default that is allowed", () => {
    const config = readConfig(SERVER_VARIABLES, {});
    expect(config).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 5001,
      WORKERS: null,
      RATE_LIMIT: 1000,
      CORS_ORIGINS: [],
      SECURE_HEADERS: true,
      FRAME_ANCESTORS: "'self'",
      TRUST_PROXY: null,
      CACHE_URL: null,
      METRICS_TOKEN: null,
      LOG_LEVEL: "info",
      LOG_FILE: null,
    });
  });

  test("that are set to nothing are not set", () => {
    expect(readConfig(SERVER_VARIABLES, { PORT: "", CACHE_URL: " " })).toEqual(
      expect.objectContaining({ PORT: 5001, CACHE_URL: null }),
    );
  });

  test("name a log for each machine that shares a folder", () => {
    const { LOG_FILE } = readConfig(SERVER_VARIABLES, { LOG_FILE: "/logs/{host}.log" });
    expect(LOG_FILE).toBe(`/logs/${hostname()}.log`);
  });

  test.each([
    ["PORT", "65536", 'PORT must be a whole number from 0 to 65535, not "65536"'],
    ["PORT", "80a", 'PORT must be a whole number from 0 to 65535, not "80a"'],
    ["HOST", "a b", 'HOST must be a host name or an IP address, not "a b"'],
    ["NODE_ENV", "prod", 'NODE_ENV must be one of development, production, test, not "prod"'],
    ["DEBUG", "yes", 'DEBUG must be true or false, not "yes"'],
    [
      "LOG_LEVEL",
      "verbose",
      'LOG_LEVEL must be one of debug, info, warn, error, silent, not "verbose"',
    ],
    ["WORKERS", "0", 'WORKERS must be auto or a whole number from 1 to 128, not "0"'],
    ["TIMEOUT", "0", 'TIMEOUT must be a whole number from 1 to 600, not "0"'],
    ["MAX_REQUESTS", "-1", 'MAX_REQUESTS must be a whole number from 0 to 100000000, not "-1"'],
    ["RATE_LIMIT", "1e3", 'RATE_LIMIT must be a whole number from 0 to 1000000, not "1e3"'],
    ["SECURE_HEADERS", "on", 'SECURE_HEADERS must be true or false, not "on"'],
    ["LOG_FILE", "logs/", 'LOG_FILE must be the path of a file, not "logs/"'],
  ])("%s=%s is refused with what is allowed", (name, value, sentence) => {
    expect(problemsOf({ [name]: value })).toBe(sentence);
  });

  test.each([
    ["CORS_ORIGINS", "example.com"],
    ["CORS_ORIGINS", "https://example.com/path"],
    ["CORS_ORIGINS", "*,https://example.com"],
    ["CORS_ORIGINS", "https://a.example\r\nx: y"],
    ["FRAME_ANCESTORS", "https://a.example; script-src *"],
    ["TRUST_PROXY", "everyone"],
    ["TRUST_PROXY", "10.0.0.0/99"],
    ["TRUST_PROXY", "true"],
    ["CACHE_URL", "http://host"],
    ["METRICS_TOKEN", "short"],
  ])("%s=%j is refused", (name, value) => {
    expect(problemsOf({ [name]: value })).toMatch(new RegExp(`^${name} must be `, "u"));
  });

  test.each([
    ["CORS_ORIGINS", "*", "*"],
    [
      "CORS_ORIGINS",
      "https://a.example, http://localhost:5173",
      ["https://a.example", "http://localhost:5173"],
    ],
    ["FRAME_ANCESTORS", "'self'  https://*.example.com", "'self' https://*.example.com"],
    ["WORKERS", "auto", null],
    ["WORKERS", "4", 4],
    [
      "CACHE_URL",
      "rediss://user:word@cache.example:6380/1",
      "rediss://user:word@cache.example:6380/1",
    ],
  ])("%s=%s is %j", (name, value, expected) => {
    const config: Record<string, unknown> = readConfig(SERVER_VARIABLES, { [name]: value });
    expect(config[name]).toEqual(expected);
  });

  test("are all checked before the start stops, and secrets are not repeated", () => {
    const said = problemsOf({
      PORT: "x",
      METRICS_TOKEN: "se cret",
      CACHE_URL: "redis://u:pass word@h",
    });
    expect(said.split("\n")).toHaveLength(3);
    expect(said).not.toMatch(/se cret|pass word/u);
  });
});

describe("the processes that answer", () => {
  const MB = 1024 * 1024;
  const auto = { WORKERS: null, NODE_ENV: "production" } as const;

  test("are one for each CPU in production, and one elsewhere", () => {
    const machine = { cpus: 16, memoryBytes: Infinity };
    expect(workerCount(auto, machine)).toBe(16);
    expect(workerCount({ ...auto, NODE_ENV: "development" }, machine)).toBe(1);
  });

  test.each([
    [512, 4],
    [1024, 9],
    [256, 1],
    [64, 1],
  ])("are no more on 16 CPUs than %i MB carry: %i", (memoryMb, count) => {
    expect(workerCount(auto, { cpus: 16, memoryBytes: memoryMb * MB })).toBe(count);
  });

  test("are as many as is said, whatever there is", () => {
    expect(workerCount({ ...auto, WORKERS: 8 }, { cpus: 2, memoryBytes: 64 * MB })).toBe(8);
  });
});
