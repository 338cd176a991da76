import { ja as domain } from "../../shared/messages/ja.ts";
import { texts as chart } from "../chart/texts-ja.ts";
import { ja as page } from "./ja.ts";
import { meters } from "./meters-ja.ts";
import type { Texts } from "./messages.ts";

export const texts: Texts = { page, chart, domain, meters };
