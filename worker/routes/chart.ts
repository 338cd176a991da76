import { en } from "../../shared/messages/en.ts";
import { offerLabel } from "../../shared/offer-label.ts";
import { ChartRequest } from "../../shared/schema/chart.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { chartSvg } from "../chart/chart.ts";
import { CHART_POLICY } from "../chart/style.ts";
import { defineRoute } from "../http/route.ts";
import { withCompared } from "../mapping/compared.ts";

/** A comparison as a picture, for a README or a chat. */
export const chart = defineRoute({
  method: "GET",
  path: "/api/v1/chart.svg",
  input: ChartRequest,
  offers: ["image/svg+xml"],
  handle: ({ width, height, ...body }, context) =>
    withCompared(body, context, ({ input, comparison }) => ({
      status: 200,
      headers: HEADERS,
      body: chartSvg({
        comparison,
        load: input.workload.requestsPerMonth,
        range: input.range,
        names: namesOf(comparison.offers),
        width,
        height,
      }),
    })),
});

/** Pages of others show it, those too that let in nothing that does not say so. */
const HEADERS = {
  "content-type": "image/svg+xml",
  "content-security-policy": CHART_POLICY,
  "cross-origin-resource-policy": "cross-origin",
} as const;

/** The caller's names; else what people call an offer, or its id where two are called the same. */
function namesOf(offers: readonly PricedOffer[]): string[] {
  const labels = offers.map(({ offer }) => offerLabel(offer, en));
  return offers.map(({ id, offer }, index) => {
    const label = labels[index] ?? id;
    const isAlone = labels.indexOf(label) === labels.lastIndexOf(label);
    return offer.id ?? (isAlone ? label : id);
  });
}
