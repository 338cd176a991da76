import { render } from "@lit-labs/ssr";
import { html, type CSSResult } from "lit";
import { CostExamples } from "../elements/cost-examples.ts";
import { CostSimulator } from "../elements/cost-simulator.ts";
import { CostSummary } from "../elements/cost-summary.ts";
import { CostTools } from "../elements/cost-tools.ts";
import type { Language } from "../format.ts";
import { loadTexts } from "../messages/messages.ts";
import { EditedSimulation } from "../state/edited-simulation.ts";
import { History } from "../state/history.ts";
import { sitePrices } from "../state/site-prices.ts";

/** Elements that are seen at first; what is below them loads when it is seen. */
const SEEN_FIRST = {
  "cost-examples": CostExamples,
  "cost-summary": CostSummary,
  "cost-tools": CostTools,
};

const STYLE_SHEET = /<style>.*?<\/style>/gsu;
/** Places that only a script that goes on with this markup would look for. */
const MARKER = /<!--.*?-->|<\?>| (?:defer-hydration|shadowroot="open")/gsu;
/** White space that is none: before and after what is no part of a line. */
const AROUND_BLOCKS =
  / ?(<\/?(?:header|div|section|fieldset|legend|h1|h2|p|ol|li|dl|dt|dd|svg|rect|line|template|details|summary)\b[^>]*>) ?/gu;
/** What is below the answer holds nothing yet. */
const RESULTS = /<section class="results".*?<\/section>/su;
const OUTER_TAG = /<cost-simulator[^>]*>/u;
/** A property that is off, which the renderer writes like a word; in markup any word is on. */
const UNCHECKED = ' checked="false"';

/** Nothing comes into view where nothing is scrolled. */
class UnseenObserver {
  readonly observed: Element[] = [];

  observe(element: Element): void {
    this.observed.push(element);
  }
}

/** The simulator with the answer to the default question, as markup. */
export interface RenderedSimulator {
  /** The element with its shadow tree and those in it, without style sheets. */
  markup: string;
  /** The style sheets of each element in it, by its tag, in their order. */
  styles: Readonly<Record<string, readonly string[]>>;
}

/**
 * Renders the simulator in languages by its own code, with the answer that it computes. `readFile`
 * gives the text of a file of the site by its path, as the prices are asked for. For one call in a process.
 */
export async function renderedSimulators(
  languages: readonly Language[],
  readFile: (path: string) => string,
): Promise<RenderedSimulator[]> {
  Object.assign(globalThis, {
    fetch: ({ pathname }: URL) => Promise.resolve(new Response(readFile(pathname))),
    // As on a phone, where the form comes after the answer; where it is beside it, its room is kept.
    matchMedia: () => ({ matches: true }),
    IntersectionObserver: UnseenObserver,
  });
  const simulation = new EditedSimulation(...sitePrices(), new History(() => 0));
  await simulation.answerInputs();
  if (simulation.status !== "ready") throw new Error("the default question has no answer");

  class AnsweredSimulator extends CostSimulator {
    override readonly simulation = simulation;
  }
  const elements = { "cost-simulator": AnsweredSimulator, ...SEEN_FIRST };
  for (const [tag, element] of Object.entries(elements)) customElements.define(tag, element);
  const styles = Object.fromEntries(
    Object.entries(elements).map(([tag, { elementStyles }]) => [
      tag,
      (elementStyles as readonly CSSResult[]).map(({ cssText }) => cssText),
    ]),
  );
  const rendered: RenderedSimulator[] = [];
  for (const language of languages) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: each language is loaded once
    await loadTexts(language);
    const simulator = html`<cost-simulator scenarios lang=${language}></cost-simulator>`;
    const markup = [...(render(simulator) as Iterable<string>)]
      .join("")
      .replaceAll(STYLE_SHEET, "")
      .replaceAll(MARKER, "")
      .replaceAll(UNCHECKED, "")
      .replace(RESULTS, "")
      .replaceAll(/\s+/gu, " ")
      .replaceAll(AROUND_BLOCKS, "$1")
      .replaceAll(' checked="true"', " checked")
      .replaceAll(/ (?=\/?>)/gu, "")
      .replace(OUTER_TAG, `<cost-simulator scenarios lang="${language}">`)
      .trim();
    rendered.push({ markup, styles });
  }
  return rendered;
}
