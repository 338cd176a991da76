import type { ReactiveController, ReactiveControllerHost } from "lit";

type PartHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Loads the parts of a host, each when it comes into view: until its script is there, a part is an
 * element without meaning, which shows what is between its tags.
 */
export class PartLoader implements ReactiveController {
  /** Whether a part could not be loaded. */
  hasFailed = false;
  private readonly host: PartHost;
  private readonly loaders: Readonly<Record<string, () => Promise<unknown>>>;
  private readonly observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) void this.load(target);
    }
  });

  /** `loaders`: what defines a part, by its tag. */
  constructor(host: PartHost, loaders: Readonly<Record<string, () => Promise<unknown>>>) {
    this.host = host;
    this.loaders = loaders;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    for (const tag of Object.keys(this.loaders)) {
      const part = this.host.renderRoot.querySelector(`${tag}:not([asked])`);
      if (part !== null) this.observer.observe(part);
    }
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  private async load(part: Element): Promise<void> {
    this.observer.unobserve(part);
    this.noteOrder(part);
    try {
      await this.loaders[part.localName]?.();
    } catch (error) {
      console.error(error);
      this.hasFailed = true;
      this.host.requestUpdate();
    }
  }

  /**
   * Sets `asked` on a part that is asked for: `late` while one above it is on its way, which will move
   * it when it is drawn. One that was seen meanwhile, with none above it on its way, stays seen.
   */
  private noteOrder(asked: Element): void {
    let order = "";
    asked.setAttribute("asked", asked.getAttribute("asked") ?? "late");
    for (const part of this.host.renderRoot.querySelectorAll("[asked]")) {
      if (part.getAttribute("asked") !== "") part.setAttribute("asked", order);
      if (part !== asked && !part.hasAttribute("drawn")) order = "late";
    }
  }
}
