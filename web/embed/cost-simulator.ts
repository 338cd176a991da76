import { defineSimulator } from "../elements/define-simulator.ts";
import { adaptToOtherPages } from "./adapted-elements.ts";
import { compareAtOnce } from "../held-back/comparing-at-once.ts";

adaptToOtherPages();
compareAtOnce();
defineSimulator();
