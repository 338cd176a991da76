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
  private readonly loaders: ReadonlyMap<string, () => Promise<unknown>>;
  private watched = new WeakSet<Element>();
  private readonly observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) void this.load(target);
    }
  });

  /** `loaders`: what defines a part, by its tag. */
  constructor(host: PartHost, loaders: Readonly<Record<string, () => Promise<unknown>>>) {
    this.host = host;
    this.loaders = new Map(Object.entries(loaders));
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    for (const tag of this.loaders.keys()) {
      const part = this.host.renderRoot.querySelector(tag);
      if (part === null || this.watched.has(part)) continue;
      this.watched.add(part);
      this.observer.observe(part);
    }
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.watched = new WeakSet();
  }

  /** Loads every part, seen or not. */
  async loadAll(): Promise<void> {
    await Promise.all([...this.loaders.values()].map((load) => load()));
  }

  private async load(part: Element): Promise<void> {
    this.observer.unobserve(part);
    try {
      await this.loaders.get(part.localName)?.();
    } catch (error) {
      console.error(error);
      this.hasFailed = true;
      this.host.requestUpdate();
    }
  }
}
