import { CostScenarios } from "./elements/cost-scenarios.ts";
import { define } from "./elements/define.ts";

define({ "cost-scenarios": CostScenarios });
