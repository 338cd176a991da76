import { defineAdapted } from "../elements/define.ts";
import { standalone } from "./standalone.ts";
import { ChartWhenSeen } from "./chart-when-seen.ts";

defineAdapted("cost-chart", standalone(ChartWhenSeen));
