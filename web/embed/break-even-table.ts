import { BreakEvenTable } from "../elements/break-even-table.ts";
import { define } from "../elements/define.ts";
import { standalone } from "./standalone.ts";

define({ "break-even-table": standalone(BreakEvenTable) });
