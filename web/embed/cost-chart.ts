import { define } from "../elements/define.ts";
import { standalone } from "./standalone.ts";
import { ChartWhenSeen } from "./chart-when-seen.ts";

define({ "cost-chart": standalone(ChartWhenSeen) });
