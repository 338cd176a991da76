import { expect } from "vitest";
import type { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import type { Problem } from "../../shared/schema/problem.ts";
import { inProcess } from "../_runtimes.ts";

const { fetch } = inProcess();

type OfferAnswer = CompareAnswer["offers"][number];

/** What a question of one workload and one offer differs in. */
export interface Asked {
  readonly workload?: Readonly<Record<string, unknown>>;
  readonly offer: Readonly<Record<string, unknown>>;
  readonly terms?: Readonly<Record<string, unknown>>;
}

const WORKLOAD = { monthly_executions: 1_000_000, execution_time_ms: 1000, memory_mb: 1024 };
/** A machine that is sold everywhere, so that an offer that cannot be had is answered beside it. */
const BESIDE = {
  kind: "machine",
  provider: "aws_ec2",
  region: "us-east-1",
  instance_type: "m5.large",
  id: "beside",
};

/** The offer's answer of `/compare`, without free allowances unless asked for. */
export async function answerOf({ workload = {}, offer, terms = {} }: Asked): Promise<OfferAnswer> {
  const functions = workload["functions"];
  const { status, text } = await posted({
    workload: functions === undefined ? { ...WORKLOAD, ...workload } : workload,
    offers: [{ region: "us-east-1", id: "asked", ...offer }, BESIDE],
    include_free_tier: false,
    include_egress_free_tier: false,
    ...terms,
  });
  expect(status, text).toBe(200);
  const { offers } = (JSON.parse(text) as { data: CompareAnswer }).data;
  const answer = offers.find(({ id }) => id === "asked");
  if (answer === undefined) throw new Error("the offer is not in the answer");
  return answer;
}

/** Why an offer cannot be had, and at which field. */
export async function reasonOf(asked: Asked): Promise<string> {
  const { unavailable } = await answerOf(asked);
  return unavailable === null ? "" : `${unavailable.field}: ${unavailable.message}`;
}

/** The bill of an offer: what each meter costs, all lines of one together. */
export async function billOf(asked: Asked): Promise<Record<string, number>> {
  const answer = await answerOf(asked);
  expect(answer.unavailable).toBeNull();
  const bill: Record<string, number> = {};
  for (const { meter, amount } of answer.line_items) bill[meter] = (bill[meter] ?? 0) + amount;
  return bill;
}

/** The quantities of an offer's bill. */
export async function usageOf(asked: Asked): Promise<Record<string, number>> {
  const { line_items: lines } = await answerOf(asked);
  const usage: Record<string, number> = {};
  for (const { meter, quantity } of lines) usage[meter] = (usage[meter] ?? 0) + quantity;
  return usage;
}

/** The problem of a question that is refused. */
export async function problemOf(asked: Asked): Promise<Problem> {
  const { workload = {}, offer, terms = {} } = asked;
  const { status, text } = await posted({
    workload: { ...WORKLOAD, ...workload },
    offers: [{ region: "us-east-1", ...offer }],
    ...terms,
  });
  expect(status, text).toBe(400);
  return JSON.parse(text) as Problem;
}

async function posted(body: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch("/api/v1/compare", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}
