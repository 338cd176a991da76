import { beforeEach, describe, expect, test, vi } from "vitest";
import type { RateCard } from "../../shared/catalog/card.ts";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import type { PricingError } from "../../shared/engine/errors.ts";
import { chargesAround as wholeAround } from "../../shared/charges-around.ts";
import { functionCharges as wholeCharges } from "../../shared/price-function.ts";
import { priceMachine as wholeMachine } from "../../shared/price-machine.ts";
import { cardKeyOf } from "../../shared/price-offer.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { METERING_RULES as WHOLE } from "../../shared/metering/index.ts";
import { ask as wholeAsk } from "../../web/state/asked.ts";
import type { SimulationInputs } from "../../web/state/inputs.ts";
import { diskCatalog } from "../../worker/disk-catalog.ts";

/** Modules as they are before anything is loaded. */
async function unloaded() {
  vi.resetModules();
  return {
    ...(await import("../../web/held-back/engine.ts")),
    ...(await import("../../web/held-back/question.ts")),
    ...(await import("../../web/held-back/whole-engine.ts")),
    ...(await import("../../web/held-back/held-back.ts")),
    ...(await import("../../web/state/default-inputs.ts")),
  };
}

const KEY = { provider: "aws", region: "us-east-1" } as const;
const HALF = [{ provider: "aws", change: { discountPercent: 50 } } as const];

async function openCatalog() {
  const catalog = await new LazyCatalog(diskCatalog()).open();
  await catalog.load([KEY]);
  return catalog;
}

describe("what stands in for what is loaded later", () => {
  let held: Awaited<ReturnType<typeof unloaded>>;
  beforeEach(async () => {
    held = await unloaded();
  });

  test("bills a plain function as the whole does", async () => {
    const card = (await openCatalog()).card(KEY);
    const { workload, offers, terms } = wholeAsk(held.DEFAULT_INPUTS);
    const functions = offers.filter((offer) => offer.kind === "function");
    expect(functions).toHaveLength(2);
    for (const offer of functions) {
      const charges = held.functionCharges(workload, offer, terms, card);
      expect(charges).toEqual(wholeCharges(workload, offer, terms, card));
    }
  });

  test("bills plain machines and their egress as the whole does", async () => {
    const { workload, offers, terms } = wholeAsk(held.DEFAULT_INPUTS);
    const catalog = await openCatalog();
    await catalog.load(cardsFor(offers, catalog));
    const machines = offers.filter((offer) => offer.kind === "machine");
    expect(machines).toHaveLength(5);
    for (const offer of machines) {
      for (const sizing of [offer.sizing, { kind: "fixed", machines: 3 } as const]) {
        const asked = [workload, { ...offer, sizing }, terms] as const;
        const card = catalog.card(cardKeyOf(offer, catalog));
        expect(held.priceMachine(...asked, card)).toEqual(wholeMachine(...asked, card));
        expect(held.chargesAround(...asked, card)).toEqual(wholeAround(...asked, card));
      }
    }
  });

  test("takes the ids that offers have, and leaves missing or repeated ones to the whole", () => {
    const [first, second] = wholeAsk(held.DEFAULT_INPUTS).offers;
    if (first === undefined || second === undefined) throw new Error("the default has offers");
    expect(held.offerIds([first, second])).toEqual([first.id, second.id]);
    const { id: _, ...nameless } = second;
    expect(() => held.offerIds([first, nameless])).toThrow(held.HeldBack);
    expect(() => held.offerIds([first, first])).toThrow(held.HeldBack);
  });

  test("refuses what is over a limit in the words of the whole", async () => {
    const card = (await openCatalog()).card(KEY);
    const { workload, offers, terms } = wholeAsk(held.DEFAULT_INPUTS);
    const [offer] = offers;
    if (offer?.kind !== "function") throw new Error("functions come first");
    for (const over of [{ memoryMb: 20_000 }, { durationMs: 1e6 }, { egressPerRequestKb: 7000 }]) {
      const refusal = (charges: typeof wholeCharges) => {
        try {
          charges({ ...workload, ...over }, offer, terms, card);
        } catch (error) {
          const { code, path, params } = error as PricingError;
          return { code, path, params };
        }
        return null;
      };
      expect(refusal(held.functionCharges)).toEqual(refusal(wholeCharges));
      expect(refusal(held.functionCharges)?.code).toBe("over_service_limit");
    }
  });

  test("does nothing else by halves: it asks for the whole", async () => {
    const catalog = await openCatalog();
    const card = catalog.card(KEY);
    const { workload, terms } = wholeAsk(held.DEFAULT_INPUTS);
    const lambda = { kind: "function", region: KEY.region, architecture: "arm64" } as const;
    const asked = { ...lambda, service: "aws_lambda" } as const;
    const machine = {
      kind: "machine",
      service: "aws_ec2",
      region: KEY.region,
      instanceType: "t4g.small",
      purchase: "on_demand",
      sizing: { kind: "peak", minimumMachines: 1 },
    } as const;
    const cutDown: RateCard = {
      ...card,
      machine: (name) => {
        const found = card.machine(name);
        return found && { ...found, charges: {} };
      },
    };
    const { functionCharges, HeldBack } = held;
    for (const ask of [
      () =>
        functionCharges(
          { ...workload, coldStarts: { ratio: 0.1, initMs: 500 } },
          asked,
          terms,
          card,
        ),
      () =>
        functionCharges(
          { ...workload, durations: [{ durationMs: 1, share: 1 }] },
          asked,
          terms,
          card,
        ),
      () => functionCharges(workload, { ...asked, streamsResponses: true }, terms, card),
      () => functionCharges(workload, { ...lambda, service: "azure_functions" }, terms, card),
      () => held.priceMachine(workload, { ...machine, hoursPerMonth: 300 }, terms, card),
      () => held.priceMachine(workload, { ...machine, purchase: "spot" }, terms, cutDown),
      () => held.priceMachine({ ...workload, hourlyWeights: [1, 2] }, machine, terms, card),
      () =>
        held.priceMachine(
          workload,
          { ...machine, sizing: { ...machine.sizing, kind: "autoscaled" } },
          terms,
          card,
        ),
      () => held.chargesAround(workload, asked, { ...terms, sideCosts: { logs: true } }, card),
      () =>
        held.chargesAround(
          workload,
          asked,
          { ...terms, customEgressRates: { aws_lambda: 1 } },
          card,
        ),
      () => held.chargesAround(workload, asked, terms, { ...card, egress: () => null }),
      () => held.findMachine(card, "aws_fargate", "1_2"),
      () => held.withCustomCatalog(catalog, HALF, null),
      () => held.withCustomPrices(card, HALF, null),
    ]) {
      expect(ask).toThrow(HeldBack);
    }
    expect(Object.keys(held.METERING_RULES)).toEqual(["aws_lambda"]);
  });

  test("does all that the whole does once it is loaded", async () => {
    const catalog = await openCatalog();
    await held.loadWholeEngine();
    expect(Object.keys(held.METERING_RULES)).toEqual(Object.keys(WHOLE));
    expect(held.findMachine(catalog.card(KEY), "aws_fargate", "1_2").vcpu).toBe(1);
    const price = held
      .withCustomCatalog(catalog, HALF, null)
      .card(KEY)
      .price("aws_lambda", "compute.x86_64");
    expect(price.tiers[0]?.unitPrice).toBe(0.000_016_666_7 / 2);
  });

  test("reads the inputs that a page sets by attributes as the whole does, and no others", async () => {
    const { DEFAULT_INPUTS } = held;
    const set: Partial<SimulationInputs>[] = [
      {},
      { memoryMb: 1769, durationMs: 33.3, requestsPerMonth: 5e9, currency: "JPY" },
      { region: "europe-west1" },
    ];
    for (const patch of set) {
      const inputs = { ...DEFAULT_INPUTS, ...patch };
      expect(held.ask(inputs)).toEqual(wholeAsk(inputs));
    }
    const others = Object.keys(DEFAULT_INPUTS).filter(
      (key) => !["region", "memoryMb", "durationMs", "requestsPerMonth", "currency"].includes(key),
    );
    for (const key of others) {
      const inputs = { ...DEFAULT_INPUTS, [key]: "another" };
      expect(() => held.ask(inputs), key).toThrow(held.HeldBack);
    }
    await held.loadWholeEngine();
    const inputs = { ...DEFAULT_INPUTS, includeFreeTier: false, egressPerRequestKb: 3 };
    expect(held.ask(inputs)).toEqual(wholeAsk(inputs));
  });
});
