import { CostBill } from "./elements/cost-bill.ts";
import { define } from "./elements/define.ts";

define({ "cost-bill": CostBill });
