import { compareAnswer } from "../../shared/mapping/compare-answer.ts";
import { en } from "../../shared/messages/en.ts";
import { CompareRequest } from "../../shared/schema/compare.ts";
import { success } from "../http/respond.ts";
import { defineRoute } from "../http/route.ts";
import { withCompared } from "../mapping/compared.ts";

/** Any offers against each other: bills, curves, break-even points, regimes. */
export const compare = defineRoute({
  method: "POST",
  path: "/api/v1/compare",
  input: CompareRequest,
  handle: (body, context) =>
    withCompared(body, context, ({ input, comparison, catalog }) =>
      success(compareAnswer(input, comparison, catalog, context.today(), en)),
    ),
});
