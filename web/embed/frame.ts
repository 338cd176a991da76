import { HEIGHT_ASKED, isHeightMessage } from "./frame-message.ts";

/** Gives each `<iframe>` of the simulator on a page the height of what is in it. */
const FRAME_PAGE = new URL(/* @vite-ignore */ "/embed/frame", import.meta.url);

function isFrame(element: EventTarget | null): element is HTMLIFrameElement {
  return element instanceof HTMLIFrameElement && element.src.startsWith(FRAME_PAGE.href);
}

function ask(frame: HTMLIFrameElement): void {
  // There is no secret in the question: to name an origin would only complain of a frame not yet loaded.
  frame.contentWindow?.postMessage(HEIGHT_ASKED, "*");
}

addEventListener("message", ({ data, origin, source }) => {
  if (origin !== FRAME_PAGE.origin || !isHeightMessage(data)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source && isFrame(frame)) frame.style.height = `${data.height}px`;
  }
});
document.addEventListener("load", ({ target }) => isFrame(target) && ask(target), true);
for (const frame of document.querySelectorAll("iframe")) if (isFrame(frame)) ask(frame);
