import type { ReactiveControllerHost } from "lit";

/** Tells a host, once, that it has come into view: what is heavy waits until then. */
export class WhenSeen {
  isSeen = false;

  constructor(host: ReactiveControllerHost & Element) {
    whenSeen(host, () => {
      this.isSeen = true;
      host.requestUpdate();
    });
  }
}

/** Runs once when an element comes into view. */
export function whenSeen(element: Element, run: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    run();
  });
  observer.observe(element);
}
