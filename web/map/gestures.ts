import { inputsAt } from "../state/inputs-at.ts";
import type { MapHost } from "./map-host.ts";
import { hereOf, type MapPlace } from "./place.ts";
import { movedOn, planeOf, roundedPlace } from "./plane.ts";

/** How far one press of an arrow key goes, in parts of the map; with Shift further. */
const STEP = 1 / 200;
const LARGE_STEP = 1 / 20;

const ARROWS: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A map that knows which place is pointed at; `null` before there is a picture. */
interface PointedMap {
  readonly placeOf: (event: MouseEvent) => MapPlace | null;
}

/** Reads off a map what is pointed at or gone to by keys, and moves the workload there. */
export function listenOn(area: HTMLElement, host: MapHost, map: PointedMap): void {
  const moveTo = (place: MapPlace): void => {
    const { simulation } = host;
    if (simulation === null) return;
    simulation.update(inputsAt(simulation.inputs, roundedPlace(place)));
    host.cursor = null;
  };
  const leave = (): void => {
    host.cursor = null;
  };
  const press = (event: KeyboardEvent): void => {
    const answer = host.simulation?.answer ?? null;
    if (answer === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = host.cursor ?? hereOf(answer);
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const step = event.shiftKey ? LARGE_STEP : STEP;
      host.cursor = movedOn(planeOf(answer), place, arrow[0] * step, arrow[1] * step);
    } else if (event.key === "Enter" || event.key === " ") moveTo(place);
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
  };
  area.addEventListener("pointermove", (event) => {
    host.cursor = map.placeOf(event);
  });
  area.addEventListener("pointerleave", leave);
  area.addEventListener("click", (event) => {
    const place = map.placeOf(event);
    if (place !== null) moveTo(place);
  });
  area.addEventListener("keydown", press);
  area.addEventListener("blur", leave);
}
