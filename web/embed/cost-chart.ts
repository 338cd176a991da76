import { define } from "../elements/define.ts";
import { adaptToOtherPages } from "./adapted-elements.ts";
import { ChartWhenSeen } from "./chart-when-seen.ts";
import { compareAtOnce } from "../held-back/comparing-at-once.ts";

adaptToOtherPages();
compareAtOnce();
define({ "cost-chart": ChartWhenSeen });
