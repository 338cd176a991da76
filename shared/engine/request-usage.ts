import type { RequestUsage, UsageBend } from "./usage.ts";

/** So many times the usage. */
export function scaledUsage(
  { fixed, perRequest, bends }: RequestUsage,
  factor: number,
): RequestUsage {
  const scaled = { fixed: fixed * factor, perRequest: perRequest * factor };
  return bends === undefined
    ? scaled
    : {
        ...scaled,
        bends: bends.map((bend) => ({ ...bend, perRequest: bend.perRequest * factor })),
      };
}

/**
 * The usage of all requests where only a part of them, 0–1, is of the function whose usage it is:
 * what is fixed stays.
 */
export function usageOfShare(
  { fixed, perRequest, bends = [] }: RequestUsage,
  share: number,
): RequestUsage {
  const spread = { fixed, perRequest: perRequest * share };
  if (bends.length === 0 || share === 0) return spread;
  return {
    ...spread,
    bends: bends.map((bend) => ({ at: bend.at / share, perRequest: bend.perRequest * share })),
  };
}

/** The sum of usages of the same meter. */
export function sumOfUsages(usages: readonly RequestUsage[]): RequestUsage {
  let fixed = 0;
  let perRequest = 0;
  const turns: UsageBend[] = [];
  for (const usage of usages) {
    fixed += usage.fixed;
    perRequest += usage.perRequest;
    let before = usage.perRequest;
    for (const bend of usage.bends ?? []) {
      turns.push({ at: bend.at, perRequest: bend.perRequest - before });
      before = bend.perRequest;
    }
  }
  if (turns.length === 0) return { fixed, perRequest };
  let each = perRequest;
  const bends = turns
    .toSorted((a, b) => a.at - b.at)
    .map((turn) => {
      each += turn.perRequest;
      return { at: turn.at, perRequest: each };
    });
  return { fixed, perRequest, bends };
}
