/**
 * Shows the answer that the build has written into the page (`web/build/first-view.ts`) in the visitor's
 * language, and then has the page's script run. It stands in the page itself, which the page's policy allows to this
 * text alone, by its hash. So nothing is in it that another build would write otherwise: that is data beside it.
 */
import { languageOf } from "../messages/language-of.ts";
import { FIRST_VIEW_DATA_ID, type FirstViewData } from "./first-view-data.ts";
import { CONTROLS, USED } from "./written-controls.ts";

const { main, texts, prices, manifest, firstNumber, pageStyle, styles, stylesOf } = JSON.parse(
  document.getElementById(FIRST_VIEW_DATA_ID)?.textContent ?? "",
) as FirstViewData;
const language = languageOf(navigator.language);
let noted: Element | null = null;
const sheets = styles.map(styleSheet);

document.documentElement.lang = language;
document.adoptedStyleSheets.push(styleSheet(pageStyle));
for (const simulator of document.querySelectorAll("cost-simulator")) {
  if (simulator.lang === language) dress(simulator);
  else simulator.remove();
}
// A press that the script comes into ends on an element that is gone: it counts from its beginning.
for (const type of ["pointerdown", "click"]) {
  document.querySelector("cost-simulator")?.addEventListener(type, noteUse);
}
const content = document.querySelector("main");
if (content !== null) content.hidden = false;
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
  const numbers = stylesOf[element.localName];
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
  for (const path of texts[language]) link({ rel: "modulepreload", href: path, crossOrigin: "" });
  link({ rel: "preload", href: prices, as: "fetch", crossOrigin: "" });
  void import(/* @vite-ignore */ main);
  link({ rel: "manifest", href: manifest });
  // The first number is the slow one to write: another thread does.
  // oxlint-disable-next-line no-new -- it does that, and ends
  new Worker(firstNumber);
}

function link(attributes: Partial<HTMLLinkElement>): void {
  document.head.append(Object.assign(document.createElement("link"), attributes));
}
