import { DecisionMap } from "../elements/decision-map.ts";
import { define } from "../elements/define.ts";
import { standalone } from "./standalone.ts";

define({ "decision-map": standalone(DecisionMap) });
