import { CostBreakdown } from "../elements/cost-breakdown.ts";
import { defineAdapted } from "../elements/define.ts";
import { standalone } from "./standalone.ts";

defineAdapted("cost-breakdown", standalone(CostBreakdown));
