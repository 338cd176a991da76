import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import type { GoneRegion, Observation } from "../observation.ts";
import { withBar } from "../with-bar.ts";
import { readEc2Offer } from "./aws-ec2-offer.ts";
import { readLambdaOffer } from "./aws-lambda-offer.ts";
import { currentOffers, type Offer, type OfferCode } from "./aws-offer.ts";
import { readTransferOffer } from "./aws-transfer-offer.ts";
import type { ReadSource, SourceContext } from "./source.ts";

interface OfferReader {
  readonly read: (offer: Offer, context: SourceContext) => Promise<Observation>;
  /** Whether a card has anything of it, and so its region should. */
  readonly isIn: (card: RateCardFile) => boolean;
}

const READERS: Readonly<Record<OfferCode, OfferReader>> = {
  AmazonEC2: { read: readEc2Offer, isIn: (card) => card.machine_types !== undefined },
  AWSLambda: { read: readLambdaOffer, isIn: (card) => card.services["aws_lambda"] !== undefined },
  AWSDataTransfer: { read: readTransferOffer, isIn: (card) => card.egress !== undefined },
};
const CODES: readonly OfferCode[] = ["AmazonEC2", "AWSLambda", "AWSDataTransfer"];

/** Machines, Lambda and egress of the AWS regions that have a card. */
export const readAws: ReadSource = async (context) => {
  const { cards, progress } = context;
  const observations: Observation[] = [];
  const goneRegions: GoneRegion[] = [];
  const steps = cards.length * CODES.length;
  await withBar(progress, "AWS regions, lists", steps, async (advance) => {
    for (const code of CODES) {
      const offers = await currentOffers(code, context);
      for (const card of cards) {
        const { region } = card;
        const offer = offers.get(region);
        if (offer !== undefined) {
          observations.push(await READERS[code].read(offer, context));
        } else if (READERS[code].isIn(card)) {
          goneRegions.push({ provider: "aws", region, source: `AWS Price List, ${code}` });
        }
        advance(1);
      }
    }
  });
  return { observations, goneRegions };
};
