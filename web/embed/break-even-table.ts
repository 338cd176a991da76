import { BreakEvenTable } from "../elements/break-even-table.ts";
import { defineAdapted } from "../elements/define.ts";
import { standalone } from "./standalone.ts";

defineAdapted("break-even-table", standalone(BreakEvenTable));
