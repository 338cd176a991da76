import { DecisionMap } from "./elements/decision-map.ts";
import { define } from "./elements/define.ts";

define({ "decision-map": DecisionMap });
