import { CostBreakdown } from "../elements/cost-breakdown.ts";
import { define } from "../elements/define.ts";
import { standalone } from "./standalone.ts";

define({ "cost-breakdown": standalone(CostBreakdown) });
