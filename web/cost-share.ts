import { CostShare } from "./elements/cost-share.ts";
import { define } from "./elements/define.ts";

define({ "cost-share": CostShare });
