import type { ReactiveController, ReactiveControllerHost } from "lit";

type PartHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Loads the parts of a host, each when it comes into view: until its script is there, a part is an
 * element without meaning, which shows what is between its tags. One that could not be loaded is asked for
 * again when it comes into view again, when its host is put back into the page, and when there is a network again.
 */
export class PartLoader implements ReactiveController {
  /** Tags of parts that could not be loaded, until they are asked for again. */
  readonly failed = new Set<string>();
  /** How often there was a network again. */
  private returns = 0;
  private readonly host: PartHost;
  private readonly loaders: Readonly<Record<string, () => Promise<unknown>>>;
  private readonly observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && !target.hasAttribute("asked")) void this.load(target);
    }
  });

  /** `loaders`: what defines a part, by its tag. */
  constructor(host: PartHost, loaders: Readonly<Record<string, () => Promise<unknown>>>) {
    this.host = host;
    this.loaders = loaders;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("online", this.hearReturn);
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    for (const tag of Object.keys(this.loaders)) {
      const part = this.host.renderRoot.querySelector(`${tag}:not([asked])`);
      if (part !== null) this.observer.observe(part);
    }
  }

  hostDisconnected(): void {
    removeEventListener("online", this.hearReturn);
    this.observer.disconnect();
  }

  private readonly hearReturn = (): void => {
    this.returns += 1;
    this.lookAgain();
  };

  /** What is in view and is not there is told of anew. */
  private lookAgain(): void {
    this.observer.disconnect();
    this.host.requestUpdate();
  }

  private async load(part: Element): Promise<void> {
    const { localName } = part;
    const { returns } = this;
    this.noteOrder(part);
    if (this.failed.delete(localName)) this.host.requestUpdate();
    try {
      await this.loaders[localName]?.();
      this.observer.unobserve(part);
    } catch (error) {
      console.error(error);
      part.removeAttribute("asked");
      this.failed.add(localName);
      // The network may have come back before it was known that this had failed without it.
      if (returns < this.returns) this.lookAgain();
      else this.host.requestUpdate();
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
