import { CostChart } from "../elements/cost-chart.ts";
import { define } from "../elements/define.ts";
import { adaptToOtherPages } from "./adapted-elements.ts";

adaptToOtherPages();
define({ "cost-chart": CostChart });
