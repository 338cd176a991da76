import { DecisionMap } from "../elements/decision-map.ts";
import { define } from "../elements/define.ts";
import { adaptToOtherPages } from "./adapted-elements.ts";
import { compareAtOnce } from "../held-back/comparing-at-once.ts";

adaptToOtherPages();
compareAtOnce();
define({ "decision-map": DecisionMap });
