import type { Comparison } from "../../shared/simulate.ts";

/** A new comparison was made: `<cost-simulator>` fires it at every change. */
export class CostChangeEvent extends Event {
  readonly detail: Comparison;

  constructor(detail: Comparison) {
    super("cost-change", { bubbles: true, composed: true });
    this.detail = detail;
  }
}
