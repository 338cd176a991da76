import { CostProjection } from "./elements/cost-projection.ts";
import { define } from "./elements/define.ts";

define({ "cost-projection": CostProjection });
