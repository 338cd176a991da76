import { CostChart } from "./elements/cost-chart.ts";
import { define } from "./elements/define.ts";

define({ "cost-chart": CostChart });
