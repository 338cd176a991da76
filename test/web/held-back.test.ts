import { expect, test } from "vitest";
import { METERING_RULES as WHOLE } from "../../shared/metering/index.ts";
import { containerMachine } from "../../web/held-back/container-machines.ts";
import { withCustomCatalog } from "../../web/held-back/custom-prices.ts";
import { METERING_RULES } from "../../web/held-back/metering-rules.ts";
import { loadWholeEngine } from "../../web/held-back/whole-engine.ts";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import { diskCatalog } from "../../worker/disk-catalog.ts";

test("what the first answer does without is as if it were not there, and whole once it is loaded", async () => {
  const key = { provider: "aws", region: "us-east-1" } as const;
  const catalog = await new LazyCatalog(diskCatalog()).open();
  await catalog.load([key]);
  const half = [{ provider: "aws", change: { discountPercent: 50 } } as const];
  const compute = () =>
    withCustomCatalog(catalog, half, null).card(key).price("aws_lambda", "compute.x86_64").tiers[0]
      ?.unitPrice;

  expect(METERING_RULES.aws_lambda).toBe(WHOLE.aws_lambda);
  expect(METERING_RULES.gcp_cloudrun.options).toEqual([]);
  expect(containerMachine(catalog.card(key), "aws_fargate", "1_2")).toBeNull();
  expect(compute()).toBe(0.000_016_666_7);

  await loadWholeEngine();
  expect(METERING_RULES).toEqual(WHOLE);
  expect(containerMachine(catalog.card(key), "aws_fargate", "1_2")?.vcpu).toBe(1);
  expect(compute()).toBe(0.000_016_666_7 / 2);
});
