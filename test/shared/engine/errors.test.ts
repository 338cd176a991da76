import { expect, test } from "vitest";
import { PricingError } from "../../../shared/engine/errors.ts";

test("a pricing error names what is wrong, where, and what would be right", () => {
  const error = new PricingError("not_sold_so", ["offers", 1, "purchase"], { allowed: ["spot"] });
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("PricingError");
  expect(error.message).toBe("not_sold_so at offers.1.purchase");
  expect(error.params).toEqual({ allowed: ["spot"] });
});

test("a pricing error seen from further out has the longer path, and is the same otherwise", () => {
  const inner = new PricingError("no_price", ["region"], { meter: "egress" });
  const outer = inner.within("offers", 2);
  expect(outer).toMatchObject({
    code: "no_price",
    path: ["offers", 2, "region"],
    params: { meter: "egress" },
    message: "no_price at offers.2.region",
  });
  expect(inner.path).toEqual(["region"]);
});
