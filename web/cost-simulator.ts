import { defineSimulator } from "./elements/define-simulator.ts";

defineSimulator();
