import { defineSimulator } from "../elements/define-simulator.ts";
import { adaptToOtherPages } from "./adapted-elements.ts";

adaptToOtherPages();
defineSimulator();
