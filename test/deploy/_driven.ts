/** A browser that is driven from outside, whichever way its makers have for that. */
export interface Driven {
  readonly name: string;
  readonly open: (url: string) => Promise<void>;
  /** The value of an expression on the page; of a promise, what it resolves with. */
  readonly read: <Value>(expression: string) => Promise<Value>;
  /** Clicks what an expression gives, as a mouse does. */
  readonly click: (element: string) => Promise<void>;
  /** Types into what has the focus, as a keyboard does. */
  readonly type: (element: string, text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** An expression for an element within the shadow trees of others. */
export function within(...selectors: readonly string[]): string {
  const [first = "", ...rest] = selectors.map((selector) => JSON.stringify(selector));
  return [
    `document.querySelector(${first})`,
    ...rest.map((selector) => `shadowRoot.querySelector(${selector})`),
  ].join("?.");
}

/** An expression for what elements in the last of shadow trees are written as. */
export function textsWithin(...selectors: readonly string[]): string {
  const trees = selectors.slice(0, -1);
  const last = JSON.stringify(selectors.at(-1));
  return `[...(${within(...trees)}?.shadowRoot?.querySelectorAll(${last}) ?? [])].map((element) => element.innerText.trim())`;
}
