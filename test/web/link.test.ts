import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";
import { fromFragment, toFragment } from "../../web/state/link/link.ts";
import { inputs } from "./_inputs.ts";

describe("a link", () => {
  test("brings back 1,000 random states", () => {
    fc.assert(
      fc.property(inputs, (state) => {
        expect(fromFragment(toFragment(state))).toEqual(state);
      }),
      { numRuns: 1000 },
    );
  });

  test("brings them back from an address that was parsed on the way", () => {
    fc.assert(
      fc.property(inputs, (state) => {
        const { hash } = new URL(`https://example.com/${toFragment(state)}`);
        expect(fromFragment(hash)).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });

  test("is short and can be read", () => {
    const state = {
      ...DEFAULT_INPUTS,
      region: "us-east-1",
      memoryMb: 1024,
      machines: [
        { service: "aws_ec2", instanceType: "m7g.large", purchase: "commitment_1y" },
        { service: "azure", instanceType: "Standard_B2s", purchase: "on_demand" },
      ],
    } as const;
    expect(toFragment(state)).toBe(
      "#v=1&place=us-east-1&memory=1024" +
        "&machines=aws_ec2:m7g.large@commitment_1y,azure:Standard_B2s",
    );
  });

  test("of the start says only its version", () => {
    expect(toFragment(DEFAULT_INPUTS)).toBe("#v=1");
  });

  test("of another kind or version is none", () => {
    for (const fragment of ["", "#", "#chart", "#v=2&memory=512", "#memory=512"]) {
      expect(fromFragment(fragment)).toBeNull();
    }
  });

  test("with what cannot be read is as at the start there, and keeps the rest", () => {
    const read = fromFragment(
      "#v=1&memory=99999999&time=abc&requests=1.5&sizing=huge&free=yes&hours=1,2,3" +
        "&times=50:100,40:200&machines=aws_ec2:t3.micro,nobody:x,aws_ec2:%3Cb%3E&egress=20&unknown=1",
    );
    expect(read).toEqual({
      ...DEFAULT_INPUTS,
      egressPerRequestKb: 20,
      machines: [{ service: "aws_ec2", instanceType: "t3.micro", purchase: "on_demand" }],
    });
  });

  // A link leaves out what is as at the start: whoever changes one of these needs a new version.
  test("of version 1 goes on meaning what it did", () => {
    expect(fromFragment("#v=1")).toMatchObject({
      region: "ap-northeast-1",
      memoryMb: 512,
      durationMs: 120,
      requestsPerMonth: 2_628_000,
      egressPerRequestKb: 10,
      peakToAverage: 3,
      targetUtilisation: 0.7,
      memoryReserveMb: 256,
      sizing: "peak",
      currency: "USD",
      exchangeRate: 150,
      includeFreeTier: true,
      functions: [
        { service: "aws_lambda", architecture: "arm64" },
        { service: "aws_lambda", architecture: "x86_64" },
      ],
    });
    expect(fromFragment("#v=1")?.machines.map(({ instanceType }) => instanceType)).toEqual([
      "t4g.small",
      "e2-small",
      "Standard_B2ats_v2",
      "VM.Standard.E4.Flex_1_8",
      "2core_2gb",
    ]);
  });
});
