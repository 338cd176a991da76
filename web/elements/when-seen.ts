import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Tells a host, once, that it has come into view: what is heavy waits until then. */
export class WhenSeen implements ReactiveController {
  isSeen = false;
  private readonly host: ReactiveControllerHost & Element;
  private readonly observer: IntersectionObserver;

  constructor(host: ReactiveControllerHost & Element) {
    this.host = host;
    this.observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.isSeen = true;
      this.observer.disconnect();
      this.host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.isSeen) this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
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
