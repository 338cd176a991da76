import { CostBill } from "./elements/cost-bill.ts";

if (customElements.get("cost-bill") === undefined) {
  customElements.define("cost-bill", CostBill);
}
