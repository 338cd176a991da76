import { define } from "../elements/define.ts";
import { adaptToOtherPages } from "./adapted-elements.ts";
import { ChartWhenSeen } from "./chart-when-seen.ts";

adaptToOtherPages();
define({ "cost-chart": ChartWhenSeen });
