import { defineSimulator } from "../elements/define-simulator.ts";
import { heightMessage, HEIGHT_ASKED } from "./frame-message.ts";
import { frameStyles } from "./frame.styles.ts";
import { compareAtOnce } from "../held-back/comparing-at-once.ts";

/**
 * The simulator in a frame of its own: `frame.html?lang=ja&theme=dark#v=1&memory=1024`. It tells
 * the page around how high it is, whichever page that is: a height is no secret.
 */
const ATTRIBUTES = ["lang", "theme", "currency", "region"];

compareAtOnce();
defineSimulator();
if (frameStyles.styleSheet) document.adoptedStyleSheets.push(frameStyles.styleSheet);
const simulator = document.querySelector("cost-simulator");
const asked = new URLSearchParams(location.search);
for (const name of ATTRIBUTES) {
  const value = asked.get(name);
  if (value !== null) simulator?.setAttribute(name, value);
}

function openLink(): void {
  if (simulator !== null) simulator.state = location.hash.slice(1);
}

function tellHeight(): void {
  parent.postMessage(heightMessage(document.documentElement.getBoundingClientRect().height), "*");
}

openLink();
addEventListener("hashchange", openLink);
addEventListener("message", ({ data, source }) => {
  if (source === parent && data === HEIGHT_ASKED) tellHeight();
});
new ResizeObserver(tellHeight).observe(document.documentElement);
