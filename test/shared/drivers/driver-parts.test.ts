import { describe, expect, test } from "vitest";
import { axisOf, fieldRange, partsOf, piecesOf } from "../../../shared/drivers/driver-parts.ts";
import type { Driver } from "../../../shared/drivers/driver-names.ts";
import type { DrivenQuestion } from "../../../shared/drivers/driver.ts";
import { offersAlong } from "../../../shared/drivers/offer-along.ts";
import type { Offer } from "../../../shared/offer.ts";
import {
  BURSTING,
  INVENTED,
  LAMBDA,
  MACHINES,
  ONE_MACHINE,
  TERMS,
  WORKLOAD,
} from "../_invented.ts";

const QUESTION: DrivenQuestion = { workload: WORKLOAD, terms: TERMS };
/** CPU time and memory of a request do not go by the memory of the function. */
const GIVEN = { ...WORKLOAD, cpuMs: 1, memoryPerRequestMb: 100 };

const near = (value: number): number => expect.closeTo(value, 6) as number;

/** Where the pieces of these offers meet. */
function bounds(offers: readonly Offer[], driver: Driver, question = QUESTION): number[] {
  const whole = axisOf(fieldRange(driver), driver, question);
  const pieces = piecesOf(offersAlong(question, offers, driver, INVENTED, whole), whole);
  expect(pieces[0]?.from).toBe(whole.from);
  expect(pieces.at(-1)?.to).toBe(whole.to);
  for (const [index, { from }] of pieces.slice(1).entries()) expect(pieces[index]?.to).toBe(from);
  return pieces.slice(1).map(({ from }) => from);
}

describe("what is looked along", () => {
  test("is what the driver's field takes", () => {
    expect(fieldRange("memory")).toEqual({ min: 128, max: 32_768 });
    expect(axisOf({ min: 3, max: 7 }, "memory", QUESTION)).toEqual({ from: 3, to: 7 });
  });

  test("is one over the utilisation, and over the rate for dollars, the lower end first", () => {
    expect(axisOf({ min: 0.05, max: 1 }, "utilisation", QUESTION)).toEqual({ from: 1, to: 20 });
    const rates = { min: 1, max: 1000 };
    expect(axisOf(rates, "exchange_rate", QUESTION)).toEqual({ from: 0.001, to: 1 });
    const inYen: DrivenQuestion = { ...QUESTION, terms: { ...TERMS, currency: "JPY" } };
    expect(axisOf(rates, "exchange_rate", inYen)).toEqual({ from: 1, to: 1000 });
  });
});

describe("the pieces in which no usage changes its form", () => {
  test("of memory meet at a whole vCPU, the limits of functions and what a machine holds", () => {
    expect(bounds([LAMBDA], "memory")).toEqual([1769, 10_240]);
    const reserving = { ...QUESTION, workload: { ...WORKLOAD, memoryReserveMb: 512 } };
    expect(bounds([ONE_MACHINE], "memory", reserving)).toContain(1536);
    expect(bounds([LAMBDA, ONE_MACHINE], "memory", { ...QUESTION, workload: GIVEN })).toEqual([
      1769, 2048, 10_240,
    ]);
  });

  test("of CPU time meet where a machine runs out of it, not of memory", () => {
    // 2,048 MB hold 20.48 requests of 100 MB and 100 ms: 204.8 a second, which one vCPU serves at 4.88 ms.
    const question = { ...QUESTION, workload: GIVEN };
    expect(bounds([MACHINES], "cpu_time", question)).toEqual([expect.closeTo(1000 / 204.8, 9)]);
    expect(bounds([LAMBDA], "cpu_time", question)).toEqual([]);
  });

  test("of CPU time meet where all that a machine has beyond its baseline is used up", () => {
    // 2,628,000 requests of a second are all that a vCPU has in a month.
    const workload = {
      ...GIVEN,
      requestsPerMonth: 2_628_000,
      durationMs: 1000,
      memoryPerRequestMb: 1,
    };
    const question = { ...QUESTION, workload };
    const withinMemory = (bound: number) => bound < 2000;
    expect(bounds([BURSTING], "cpu_time", question)).toContainEqual(near(1000));
    expect(bounds([MACHINES], "cpu_time", question).filter(withinMemory)).not.toContainEqual(
      near(1000),
    );
    const twice = { ...question, workload: { ...workload, requestsPerMonth: 5_256_000 } };
    expect(bounds([BURSTING], "cpu_time", twice)).toContainEqual(near(500));
    expect(bounds([BURSTING], "peak_to_average", question)).toEqual([]);
    expect(bounds([BURSTING], "egress", question)).toHaveLength(1);
  });

  test("of the peak and of the rate are one", () => {
    for (const driver of ["peak_to_average", "exchange_rate"] as const) {
      expect(bounds([LAMBDA, MACHINES], driver)).toEqual([]);
    }
  });

  test("of the time are as long as a function runs", () => {
    expect(bounds([LAMBDA], "execution_time")).toEqual([900_000]);
  });

  test("of egress meet where a balancer bills the data, and where a response is too large", () => {
    // An hour of a unit has 90,000 connections, and 1 GB to machines or 0.4 to functions.
    const kbPerConnection = 1_048_576 / 90_000;
    expect(bounds([MACHINES], "egress")).toEqual([expect.closeTo(kbPerConnection, 9)]);
    expect(bounds([LAMBDA], "egress")).toEqual([
      expect.closeTo(0.4 * kbPerConnection, 9),
      6144,
      204_800,
    ]);
  });

  test("of egress through an HTTP API are no more than without it: its calls are stairs within them", () => {
    const functions = Array.from({ length: 50 }, (_, index) => ({
      ...WORKLOAD,
      egressPerRequestKb: 10 + index,
      share: 1 / 50,
    }));
    const streaming = [{ ...LAMBDA, streamsResponses: true }];
    const boundsThrough = (frontDoor: "http_api" | "none") =>
      bounds(streaming, "egress", {
        workload: { ...QUESTION.workload, functions },
        terms: { ...TERMS, sideCosts: { frontDoor } },
      });
    // Each function's where more is streamed than is included, and where it may stream no more; and a balancer's.
    expect(boundsThrough("http_api")).toEqual(boundsThrough("none"));
    expect(boundsThrough("http_api")).toHaveLength(2 * 50 + 1);
  });
});

test("a part ends where a fixed number of machines is too small", () => {
  const curve = { pieces: [], fleets: [] };
  const driven = [50, Infinity, 0, 100, 30].map((carriesUpTo) => ({ curve, carriesUpTo }));
  expect(partsOf([...driven, null], { from: 10, to: 100 })).toEqual([
    { from: 10, to: 30 },
    { from: 30, to: 50 },
    { from: 50, to: 100 },
  ]);
  expect(partsOf([null], { from: 10, to: 100 })).toEqual([{ from: 10, to: 100 }]);
});
