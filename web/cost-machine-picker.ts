import { CostMachinePicker } from "./elements/cost-machine-picker.ts";

if (customElements.get("cost-machine-picker") === undefined) {
  customElements.define("cost-machine-picker", CostMachinePicker);
}
