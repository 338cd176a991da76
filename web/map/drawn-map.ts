import type { ReactiveController } from "lit";
import { costsOnMap } from "../../shared/decision-map.ts";
import { Palette } from "../chart/palette.ts";
import { nameOf } from "../elements/offer-parts.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { offerTexts } from "../messages/offer-texts.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { listenOn } from "./gestures.ts";
import type { MapHost } from "./map-host.ts";
import { timesOn } from "./map-shapes.ts";
import { MapPicture } from "./picture.ts";
import { hereOf, type MapPlace } from "./place.ts";
import { placeAt, planeOf, roundedPlace } from "./plane.ts";
import type { Reading } from "./reading.ts";
import { mapTexts } from "./texts.ts";
import { timeText } from "./time-text.ts";

/** Draws the map of a host, and reads off it; what takes that is loaded when the map is seen. */
export class DrawnMap implements ReactiveController {
  private readonly host: MapHost;
  private readonly palette: Palette;
  private picture: MapPicture | null = null;
  /** What the colours were computed from. */
  private coloured = "";
  private isMeasured = false;
  private readonly resized = new ResizeObserver(() => {
    this.isMeasured = false;
    this.host.requestUpdate();
  });

  constructor(host: MapHost) {
    this.host = host;
    this.palette = new Palette(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.resized.observe(this.host);
  }

  hostDisconnected(): void {
    this.resized.disconnect();
    this.picture?.stop();
    this.coloured = "";
  }

  hostUpdated(): void {
    const { simulation, language, cursor } = this.host;
    const answer = simulation?.answer ?? null;
    const canvas = this.host.renderRoot.querySelector("canvas");
    const area = canvas?.parentElement;
    if (simulation === null || answer === null || canvas === null || !area) return;
    if (this.picture === null) {
      this.picture = new MapPicture(canvas);
      listenOn(area, this.host, this);
    }
    this.isMeasured ||= this.picture.measure();
    if (!this.isMeasured) return;
    const { theme } = this.palette;
    const plane = planeOf(answer);
    const words = pictureWords(language, formatterFor(language, answer.inputs.currency));
    const isResized = this.picture.fit(timesOn(plane).map(words.duration), theme.font);
    const { offers, workload, terms } = answer.question;
    const names = offers.map((offer) => nameOf(offer, offerTexts.in(language)));
    const colours = offers.map(({ id }) => this.palette.series(simulation.slots.slotOf(id ?? "")));
    // The map is the same wherever on it the workload is.
    const rest = {
      ...workload,
      requestsPerMonth: 0,
      ...(workload.durations ? {} : { durationMs: 0 }),
    };
    const coloured = JSON.stringify([rest, terms, offers, plane, colours, names]);
    const { cards } = simulation;
    if (isResized || coloured !== this.coloured) {
      this.picture.colour({ question: { workload, terms }, offers, plane, cards, colours }, names);
    }
    this.coloured = coloured;
    this.picture.draw({ plane, theme, here: hereOf(answer), cursor, words });
  }

  /** What there is to read where one points or goes by keys; `null` while nobody does. */
  readingOf({ question }: Answer, { cards }: Simulation): Reading | null {
    const { cursor } = this.host;
    if (cursor === null) return null;
    const { offers } = question;
    const place = roundedPlace(cursor);
    const costs = costsOnMap(question, offers, place, cards).flatMap((cost, index) => {
      const offer = offers[index];
      return cost === null || offer === undefined ? [] : [{ offer, cost }];
    });
    return { place, costs };
  }

  /** The place that is pointed at; `null` before there is a picture. */
  placeOf({ clientX, clientY }: MouseEvent): MapPlace | null {
    const answer = this.host.simulation?.answer ?? null;
    const canvas = this.host.renderRoot.querySelector("canvas");
    if (answer === null || canvas === null || this.picture === null) return null;
    const { left, top } = canvas.getBoundingClientRect();
    return placeAt(planeOf(answer), this.picture.box, clientX - left, clientY - top);
  }
}

function pictureWords(language: Language, format: Formatter) {
  const map = mapTexts.in(language);
  const { page } = offerTexts.in(language);
  return {
    requestsAxis: map.requestsAxis,
    durationAxis: map.durationAxis,
    requests: (requests: number) => format.compactCount(requests),
    duration: (durationMs: number) => timeText(durationMs, page, format),
    rate: (rate: number) => map.rate(format.compactCount(rate)),
  };
}
