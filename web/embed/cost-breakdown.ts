import { CostBreakdown } from "../elements/cost-breakdown.ts";
import { define } from "../elements/define.ts";
import { adaptToOtherPages } from "./adapted-elements.ts";

adaptToOtherPages();
define({ "cost-breakdown": CostBreakdown });
