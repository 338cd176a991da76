import { carriesUpTo } from "../../shared/carries-up-to.ts";
import { carriedRegimes } from "../../shared/cheapest-by-load.ts";
import { driverRegimes } from "../../shared/drivers/driver-regimes.ts";
import type { Offer } from "../../shared/offer.ts";
import { offersWithCurves } from "../state/offers-with-curves.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import type { MapPlane } from "./plane.ts";

/** An interval of requests or of execution time, and who is cheapest in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** `null` where none can be bought. */
  readonly cheapest: Offer | null;
  readonly alternating: boolean;
}

/** Who is cheapest at the workload's execution time, by requests. */
export function stretchesByRequests(answer: Answer, { cards }: Simulation): Stretch[] {
  const offers = offersWithCurves(answer, cards);
  const curves = offers.map((offer) => ({ curve: offer.curve, upTo: carriesUpTo(offer) }));
  return carriedRegimes(curves, { min: 0, max: answer.requestsViewed }, "nobody").map(
    ({ cheapest, ...stretch }) => ({ ...stretch, cheapest: offers[cheapest ?? -1]?.offer ?? null }),
  );
}

/** Who is cheapest at the workload's requests, by execution time; `null` where it has too many. */
export function stretchesByDuration(
  { question }: Answer,
  { cards }: Simulation,
  { duration }: MapPlane,
): Stretch[] | null {
  const { offers } = question;
  const regimes = driverRegimes(question, offers, "execution_time", cards, duration);
  return (
    regimes?.map(({ cheapest, ...stretch }) => ({
      ...stretch,
      cheapest: offers[cheapest ?? -1] ?? null,
    })) ?? null
  );
}
