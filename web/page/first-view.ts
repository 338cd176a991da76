/**
 * Shows the answer that the build has written into the page (`web/build/first-view.ts`) in the visitor's
 * language, and then has the page's script run. The build puts the constants there.
 */
import type { Language } from "../format.ts";
import { languageOf } from "../messages/language-of.ts";
import { CONTROLS, USED } from "./written-controls.ts";

/** The page's script. */
declare const MAIN: string;
/** Scripts with the texts of a language. */
declare const TEXTS: Readonly<Record<Language, readonly string[]>>;
/** Prices of the first answer. */
declare const PRICES: string;
/** What an installed page needs: asked for before the answer is painted, it would take the script's connection. */
declare const MANIFEST: string;
declare const PAGE_STYLE: string;
declare const STYLES: readonly string[];
/** Which of the style sheets each element has, by its tag. */
declare const STYLES_OF: Readonly<Record<string, readonly number[]>>;

const language = languageOf(navigator.language);
let noted: Element | null = null;
const sheets = STYLES.map(styleSheet);

document.documentElement.lang = language;
document.adoptedStyleSheets.push(styleSheet(PAGE_STYLE));
for (const simulator of document.querySelectorAll("cost-simulator")) {
  if (simulator.lang === language) dress(simulator);
  else simulator.remove();
}
// A press that the script comes into ends on an element that is gone: it counts from its beginning.
for (const type of ["pointerdown", "click"]) {
  document.querySelector("cost-simulator")?.addEventListener(type, noteUse);
}
const main = document.querySelector("main");
if (main !== null) main.hidden = false;
// Nothing else is asked for or run until the answer is on the screen. A page that is not seen is not painted.
if (document.hidden) run();
else new PerformanceObserver(whenPainted).observe({ type: "paint", buffered: true });

/** What is pressed before there is a script to do it is done when that has come. */
function noteUse(event: Event): void {
  const pressed = event
    .composedPath()
    .find((target): target is Element => target instanceof Element && target.matches(CONTROLS));
  if (pressed === undefined || isAlive(pressed)) return;
  noted?.removeAttribute(USED);
  noted = pressed;
  pressed.setAttribute(USED, "");
}

/** Whether the element that a control is in knows what to do. */
function isAlive(control: Element): boolean {
  const root = control.getRootNode();
  return root instanceof ShadowRoot && root.host.matches(":defined");
}

function styleSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Gives an element, and those within, their style sheets. */
function dress(element: Element): void {
  const { shadowRoot } = element;
  const numbers = STYLES_OF[element.localName];
  if (shadowRoot === null || numbers === undefined) return;
  shadowRoot.adoptedStyleSheets = numbers.flatMap((number) => sheets[number] ?? []);
  for (const inner of shadowRoot.querySelectorAll("*")) dress(inner);
  // A link asks something else: its answer is not this one.
  const answer = shadowRoot.querySelector<HTMLElement>("[part=answer]");
  if (answer !== null && location.hash.length > 1) answer.style.visibility = "hidden";
}

function whenPainted(list: PerformanceObserverEntryList, observer: PerformanceObserver): void {
  if (list.getEntriesByName("first-contentful-paint").length === 0) return;
  observer.disconnect();
  run();
}

/** Has the page's script come and run, and beside it what that asks for first. */
function run(): void {
  for (const path of TEXTS[language]) link({ rel: "modulepreload", href: path, crossOrigin: "" });
  link({ rel: "preload", href: PRICES, as: "fetch", crossOrigin: "" });
  void import(/* @vite-ignore */ MAIN);
  link({ rel: "manifest", href: MANIFEST });
  // The first number is the slow one to write, so it is none that a part of the page waits for.
  setTimeout(() => (0).toLocaleString(language));
}

function link(attributes: Partial<HTMLLinkElement>): void {
  document.head.append(Object.assign(document.createElement("link"), attributes));
}
