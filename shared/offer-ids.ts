import { PricingError } from "./engine/errors.ts";
import type { Offer } from "./offer.ts";

/**
 * Ids as given, or made of what tells offers apart; repeated ones of these are numbered.
 *
 * @throws {PricingError} `duplicate_offer_id` for an id that is given twice.
 */
export function offerIds(offers: readonly Offer[]): string[] {
  /** For so few, quicker to look through than a set is to make. */
  const used: string[] = [];
  offers.forEach(({ id }, index) => {
    if (id === undefined) return;
    if (used.includes(id)) {
      throw new PricingError("duplicate_offer_id", ["offers", index, "id"], { id });
    }
    used.push(id);
  });
  return offers.map((offer) => {
    if (offer.id !== undefined) return offer.id;
    const name = offerName(offer);
    let id = name;
    for (let number = 2; used.includes(id); number += 1) id = `${name}#${number}`;
    used.push(id);
    return id;
  });
}

/** What tells offers apart: service, region, variant, and the purchase where it is not on demand. */
function offerName(offer: Offer): string {
  const start = `${offer.service}/${offer.region}`;
  if (offer.kind === "function") return `${start}/${offer.architecture}`;
  const purchase = offer.purchase === "on_demand" ? "" : `/${offer.purchase}`;
  return `${start}/${offer.instanceType}${purchase}`;
}
