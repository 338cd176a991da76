import { describe, expect, test } from "vitest";
import { en } from "../../shared/messages/en.ts";
import { offerLabel } from "../../shared/offer-label.ts";

describe("what people call an offer", () => {
  test("is its service, and for Lambda the architecture, whose prices differ", () => {
    const lambda = { kind: "function", service: "aws_lambda", architecture: "arm64" } as const;
    expect(offerLabel(lambda, en)).toBe(`${en.services.aws_lambda} arm64`);
    const run = { kind: "function", service: "gcp_cloudrun", architecture: "x86_64" } as const;
    expect(offerLabel(run, en)).toBe(en.services.gcp_cloudrun);
  });

  test("is its service and type, and how it is bought unless on demand", () => {
    const machine = {
      kind: "machine",
      service: "aws_ec2",
      instanceType: "t3.small",
      purchase: "on_demand",
    } as const;
    expect(offerLabel(machine, en)).toBe(`${en.services.aws_ec2} t3.small`);
    expect(offerLabel({ ...machine, purchase: "spot" }, en)).toBe(
      `${en.services.aws_ec2} t3.small (${en.purchases.spot})`,
    );
  });
});
