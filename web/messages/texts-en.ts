import { en as domain } from "../../shared/messages/en.ts";
import { texts as chart } from "../chart/texts-en.ts";
import { en as page } from "./en.ts";
import { meters } from "./meters-en.ts";
import type { Texts } from "./messages.ts";

export const texts: Texts = { page, chart, domain, meters };
