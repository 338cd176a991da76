import { BillBars } from "./elements/bill-bars.ts";
import { define } from "./elements/define.ts";

define({ "bill-bars": BillBars });
