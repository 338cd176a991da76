import { describe, expect, test } from "vitest";
import { nearestNames } from "../../shared/nearest-names.ts";

describe("the names nearest to one that does not exist", () => {
  test("begin most like it, the shorter first of those that are alike", () => {
    const names = ["m7g.large", "t3.small", "t3.2xlarge", "t3.nano", "c7g.large"];
    expect(nearestNames(names, "t3.smal")).toEqual([
      "t3.small",
      "t3.nano",
      "t3.2xlarge",
      "m7g.large",
      "c7g.large",
    ]);
  });

  test("are at most five", () => {
    const names = ["a1", "a2", "a3", "a4", "a5", "a6"];
    expect(nearestNames(names, "a")).toHaveLength(5);
    expect(nearestNames(names.slice(0, 2), "a")).toHaveLength(2);
    expect(nearestNames([], "a")).toEqual([]);
  });

  test("are told apart whatever their case", () => {
    const names = ["VM.Standard.E4.Flex_1_8", "Standard_B1s", "Standard_D2s_v5"];
    expect(nearestNames(names, "standard_d2")[0]).toBe("Standard_D2s_v5");
    expect(nearestNames(["XYZ", "BCDE"], "bcd")[0]).toBe("BCDE");
  });

  test("are found where the wanted one begins in the middle of them", () => {
    const names = ["Basic_A1", "Standard_B2s", "Standard_B1ms"];
    expect(nearestNames(names, "B1ms")[0]).toBe("Standard_B1ms");
  });

  test("count no letter beyond either name", () => {
    // Both agree in all of "t3.small"; a longer name is no better for what it has besides.
    expect(nearestNames(["t3.smaller", "t3.small"], "t3.small")).toEqual([
      "t3.small",
      "t3.smaller",
    ]);
  });
});
