import { CostAssumptions } from "./elements/cost-assumptions.ts";
import { define } from "./elements/define.ts";

define({ "cost-assumptions": CostAssumptions });
