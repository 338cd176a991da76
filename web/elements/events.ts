import type { Overlay } from "../chart/drawn-chart.ts";
import type { CostChangeEvent } from "./cost-change-event.ts";

/** A field holds another valid value; `null` when an optional one was emptied. */
export class FieldChangeEvent extends Event {
  readonly value: number | null;

  constructor(value: number | null) {
    super("field-change");
    this.value = value;
  }
}

/** A field's text became valid or invalid. */
export class FieldValidityEvent extends Event {
  readonly isValid: boolean;

  constructor(isValid: boolean) {
    super("field-validity");
    this.isValid = isValid;
  }
}

/** Another region was chosen. */
export class RegionChangeEvent extends Event {
  readonly region: string;

  constructor(region: string) {
    super("region-change");
    this.region = region;
  }
}

/** Other scenarios are laid over the chart's own lines, or no more. */
export class OverlaysChangeEvent extends Event {
  readonly overlays: readonly Overlay[];

  constructor(overlays: readonly Overlay[]) {
    super("overlays-change", { bubbles: true, composed: true });
    this.overlays = overlays;
  }
}

/** The visitor wants to see the bill of an offer. */
export class BillRequestEvent extends Event {
  /** The offer's id. */
  readonly offer: string;

  constructor(offer: string) {
    super("bill-request", { bubbles: true, composed: true });
    this.offer = offer;
  }
}

/** The visitor chose another language. */
export class LanguageChangeEvent extends Event {
  readonly language: string;

  constructor(language: string) {
    super("language-change", { bubbles: true, composed: true });
    this.language = language;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "bill-request": BillRequestEvent;
    "overlays-change": OverlaysChangeEvent;
    "cost-change": CostChangeEvent;
    "field-change": FieldChangeEvent;
    "field-validity": FieldValidityEvent;
    "language-change": LanguageChangeEvent;
    "region-change": RegionChangeEvent;
  }
}
