import { beforeEach, describe, expect, test, vi } from "vitest";
import { offerWords as en } from "../../shared/messages/offer-words-en.ts";
import { offerWords as ja } from "../../shared/messages/offer-words-ja.ts";
import { words as firstEn } from "../../web/messages/first-offer-words-en.ts";
import { words as firstJa } from "../../web/messages/first-offer-words-ja.ts";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";

const { functions, machines } = DEFAULT_INPUTS;
const WORKERS = { service: "cloudflare_workers", architecture: "x86_64" } as const;
const SPOT = { service: "aws_ec2", instanceType: "t4g.small", purchase: "spot" } as const;

/** The texts of offers before any is loaded. */
function unloaded() {
  vi.resetModules();
  return import("../../web/messages/offer-texts.ts");
}

describe("names of offers", () => {
  let texts: Awaited<ReturnType<typeof unloaded>>;
  beforeEach(async () => {
    texts = await unloaded();
  });

  test("that the default question has are loaded first", async () => {
    for (const [first, all] of [
      [firstEn, en],
      [firstJa, ja],
    ] as const) {
      expect(all).toMatchObject(first);
      expect(Object.keys(first.purchases)).toEqual(["on_demand"]);
    }
    await texts.namesFor({ inputs: DEFAULT_INPUTS }).load("ja");
    const { services } = texts.offerTexts.in("ja").domain;
    for (const { service } of [...functions, ...machines]) {
      expect(services[service]).toBe(ja.services[service]);
    }
    expect(services.cloudflare_workers).toBeUndefined();
  });

  test.each([
    ["a function is chosen", { functions: [...functions, WORKERS], machines }],
    ["a machine is bought otherwise", { functions, machines: [...machines, SPOT] }],
  ])("are all loaded when %s that it does not have", async (_, inputs) => {
    await texts.offerTexts.load("ja");
    expect(texts.namesFor({ inputs }).has("ja")).toBe(false);
    await texts.namesFor({ inputs }).load("ja");
    expect(texts.namesFor({ inputs }).has("ja")).toBe(true);
    expect(texts.offerTexts.in("ja").domain).toEqual(ja);
  });

  test("are there with what the page says of offers", async () => {
    const { texts: all } = await import("../../web/messages/offer-en.ts");
    texts.putOfferTexts("en", all);
    const inputs = { functions: [WORKERS], machines };
    expect(texts.namesFor({ inputs }).has("en")).toBe(true);
    expect(texts.offerTexts.has("en")).toBe(true);
  });
});
