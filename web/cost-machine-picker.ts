import { CostMachinePicker } from "./elements/cost-machine-picker.ts";
import { define } from "./elements/define.ts";

define({ "cost-machine-picker": CostMachinePicker });
