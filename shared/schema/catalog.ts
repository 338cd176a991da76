import * as z from "zod/mini";
import { name } from "./primitives.ts";

export const CatalogRegionRequest = z.object({ provider: name(), region: name() });
