import { BreakEvenTable } from "../elements/break-even-table.ts";
import { define } from "../elements/define.ts";
import { adaptToOtherPages } from "./adapted-elements.ts";

adaptToOtherPages();
define({ "break-even-table": BreakEvenTable });
