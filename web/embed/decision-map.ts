import { DecisionMap } from "../elements/decision-map.ts";
import { define } from "../elements/define.ts";
import { adaptToOtherPages } from "./adapted-elements.ts";

adaptToOtherPages();
define({ "decision-map": DecisionMap });
