import type { Translation } from "../../shared/messages/messages.ts";
import type { OfferWords } from "../../shared/offer-label.ts";
import type { offerPage } from "./offer-page-en.ts";
import type { Language } from "../format.ts";
import { DEFAULT_INPUTS } from "../state/default-inputs.ts";
import type { FunctionChoice, SimulationInputs } from "../state/inputs.ts";
import { TextShelf } from "./text-shelf.ts";

export type OfferPageTexts = Translation<typeof offerPage>;

/** The texts of an element that shows offers and nothing else: a part of all texts of the page. */
export interface OfferTexts {
  readonly page: OfferPageTexts;
  readonly domain: OfferWords;
}

/**
 * What is said of offers; with the texts of the page it is there, too. Names of offers that are not in the
 * default question are on it when `namesFor` has loaded them.
 */
export const offerTexts = new TextShelf<OfferTexts>({
  en: () => import("./first-offer-en.ts"),
  ja: () => import("./first-offer-ja.ts"),
});

const withAllNames = new TextShelf<OfferTexts>(
  { en: () => import("./offer-en.ts"), ja: () => import("./offer-ja.ts") },
  putOfferTexts,
);

/** Takes what is said of all offers. */
export function putOfferTexts(language: Language, texts: OfferTexts): void {
  offerTexts.put(language, texts);
  withAllNames.put(language, texts);
}

type Choices = Pick<SimulationInputs, "functions" | "machines">;

/** What has to be loaded to name what is chosen. */
export function namesFor(
  simulation: { readonly inputs: Choices } | null,
): Pick<TextShelf<OfferTexts>, "has" | "load"> {
  const first = namesOf(DEFAULT_INPUTS);
  const chosen = namesOf(simulation?.inputs ?? DEFAULT_INPUTS);
  return chosen.every((name) => first.includes(name)) ? offerTexts : withAllNames;
}

/** Services and purchases. */
function namesOf({ functions, machines }: Choices): readonly (string | undefined)[] {
  const choices: readonly (FunctionChoice & { purchase?: string })[] = functions;
  const all = [...choices, ...machines];
  return all.flatMap(({ service, purchase }) => [service, purchase]);
}
