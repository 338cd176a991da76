import { DecisionMap } from "../elements/decision-map.ts";
import { defineAdapted } from "../elements/define.ts";
import { standalone } from "./standalone.ts";

defineAdapted("decision-map", standalone(DecisionMap));
