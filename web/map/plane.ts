import { positionOn, valueOn, type Axis } from "../../shared/chart/axis.ts";
import type { Box } from "../../shared/chart/drawing.ts";
import { toRequestsPerMonth } from "../../shared/units.ts";
import { ATTRIBUTE_FIELDS } from "../state/attribute-fields.ts";
import type { Answer } from "../state/simulation.ts";
import type { MapPlace } from "./place.ts";

/** What the map shows: requests from left to right, execution time upwards. */
export interface MapPlane {
  readonly requests: Axis;
  readonly duration: Axis;
}

const LEAST_RATE = 0.001;
const MARGIN = 1.6;
/** Functions end at a quarter of an hour; the map shows a little more. */
const LONGEST_MS = 1_200_000;
const SHORTEST_MS = 1;
const DECADE = 10;
const DIGITS = 3;

/** The loads that the chart shows, and all usual execution times with the workload's own among them. */
export function planeOf({ requestsViewed, question }: Answer): MapPlane {
  const { durationMs } = question.workload;
  const { min, max } = ATTRIBUTE_FIELDS.executionTimeMs;
  return {
    requests: {
      min: toRequestsPerMonth(LEAST_RATE) / MARGIN,
      max: requestsViewed * MARGIN,
      scale: "log",
    },
    duration: {
      min: Math.max(min, Math.min(SHORTEST_MS, durationMs / DECADE)),
      max: Math.min(max, Math.max(LONGEST_MS, durationMs * DECADE)),
      scale: "log",
    },
  };
}

/** Where a place is in a box that shows the plane. */
export function pointOn(plane: MapPlane, box: Box, place: MapPlace): [x: number, y: number] {
  const across = positionOn(plane.requests, Math.max(place.requestsPerMonth, plane.requests.min));
  const up = positionOn(plane.duration, place.durationMs);
  return [box.left + across * box.width, box.top + (1 - up) * box.height];
}

/** The place that a point of a box shows; of a point outside, the nearest one. */
export function placeAt(plane: MapPlane, box: Box, x: number, y: number): MapPlace {
  const across = Math.min(1, Math.max(0, (x - box.left) / box.width));
  const up = Math.min(1, Math.max(0, 1 - (y - box.top) / box.height));
  return {
    requestsPerMonth: valueOn(plane.requests, across),
    durationMs: valueOn(plane.duration, up),
  };
}

/** A place some parts of the plane further, but not beyond it. */
export function movedOn(plane: MapPlane, place: MapPlace, across: number, up: number): MapPlace {
  const whole: Box = { left: 0, top: 0, width: 1, height: 1 };
  const [x, y] = pointOn(plane, whole, place);
  return placeAt(plane, whole, x + across, y - up);
}

/** The inputs that a place stands for: numbers that one can say. */
export function roundedPlace({ requestsPerMonth, durationMs }: MapPlace): MapPlace {
  const { min, max } = ATTRIBUTE_FIELDS.executionTimeMs;
  return {
    requestsPerMonth: Math.round(Number(requestsPerMonth.toPrecision(DIGITS))),
    durationMs: Math.min(max, Math.max(min, Number(durationMs.toPrecision(DIGITS)))),
  };
}
