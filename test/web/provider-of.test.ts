import { expect, test } from "vitest";
import { FUNCTION_SERVICE_IDS, MACHINE_SERVICE_IDS } from "../../shared/catalog/providers.ts";
import { providerOf as listedProviderOf } from "../../shared/catalog/provider-of.ts";
import type { Offer } from "../../shared/offer.ts";
import { providerOf } from "../../web/held-back/provider-of.ts";

test("services are named after the provider that sells them", () => {
  const offers = [
    ...FUNCTION_SERVICE_IDS.map((service) => ({ kind: "function", service })),
    ...MACHINE_SERVICE_IDS.map((service) => ({ kind: "machine", service })),
  ] as Offer[];
  expect(offers.map(providerOf)).toEqual(offers.map(listedProviderOf));
});
