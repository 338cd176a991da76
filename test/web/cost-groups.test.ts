import { describe, expect, test } from "vitest";
import { amountsByGroup, COST_GROUPS } from "../../web/bars/cost-groups.ts";
import { answeredSimulation } from "./_simulation.ts";

describe("the groups of a bill", () => {
  test("add up to its total, for every offer", async () => {
    const { answer } = await answeredSimulation({
      requestsPerMonth: 300_000_000,
      diskGb: 20,
      publicIpv4: true,
      loadBalancer: true,
      natGateway: true,
      frontDoor: "http_api",
      functionWorkHours: 1,
      machineWorkHours: 8,
      usdPerWorkHour: 60,
    });
    expect(answer.comparison.offers.length).toBeGreaterThan(2);
    for (const { lineItems, monthlyCost } of answer.comparison.offers) {
      const amounts = amountsByGroup(lineItems);
      const sum = COST_GROUPS.reduce((total, group) => total + amounts[group], 0);
      expect(sum).toBeCloseTo(monthlyCost ?? 0, 6);
    }
    const machine = answer.comparison.offers.find(({ offer }) => offer.kind === "machine");
    const amounts = amountsByGroup(machine?.lineItems ?? []);
    expect(amounts.work).toBe(480);
    for (const group of ["compute", "egress", "around"] as const) {
      expect(amounts[group], group).toBeGreaterThan(0);
    }
  });

  test("hold what is not known beside the rest", () => {
    const line = { quantity: 1, free: 0, billable: 1, unit: "", tiers: [], provenance: null };
    const amounts = amountsByGroup([{ ...line, meter: "a meter of tomorrow", amount: 3 }]);
    expect(amounts.around).toBe(3);
  });
});
