import { cpuMsOf } from "../request-demand.ts";
import { perMonth, perRequest, REQUESTS, type MeteringRule } from "./rule.ts";

/**
 * Cloudflare Workers on the paid plan: a subscription, requests and CPU time; waiting and egress
 * cost nothing. https://developers.cloudflare.com/workers/platform/pricing/
 *
 * Limits: https://developers.cloudflare.com/workers/platform/limits/
 */
export const cloudflareWorkers: MeteringRule = {
  limits: { memoryMb: 128, durationMs: 3_600_000, cpuMs: 300_000 },
  options: [],
  usage: (demand) => [
    { meter: "subscription", usage: perMonth(1), perAccount: true },
    REQUESTS,
    { meter: "cpu", usage: perRequest(cpuMsOf(demand)) },
  ],
};
