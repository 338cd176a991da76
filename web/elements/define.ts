type Adapt = (tag: string, element: CustomElementConstructor) => CustomElementConstructor;

let adapt: Adapt = (_tag, element) => element;

/** Gives elements that are registered from now on what they need elsewhere than on our own page. */
export function adaptElements(by: Adapt): void {
  adapt = by;
}

/** Registers elements by their tags; a second script on the same page finds them registered. */
export function define(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  for (const [tag, element] of Object.entries(elements)) {
    if (customElements.get(tag) === undefined) customElements.define(tag, adapt(tag, element));
  }
}

/** The same for an element that has what it needs, whatever other scripts of the page give theirs. */
export function defineAdapted(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
