import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "./_run.ts";

/** Something between fences on a page of the deployment. */
export interface Block {
  /** From docs/, `deploy/docker.md`. */
  readonly page: string;
  /** What the fence says it is: `sh` is run, `console` is not, the rest are no commands. */
  readonly language: string;
  /** Where its commands are run: as the fence says, or the page's own name. */
  readonly place: string;
  /** The heading that it stands under. */
  readonly heading: string;
  readonly text: string;
}

/** Folders of pages whose commands are run. */
const FOLDERS = ["deploy", "runbooks"];

/** The pages, by their paths from docs/. */
export const PAGES: readonly string[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, "docs", folder)).map((name) => `${folder}/${name}`),
);

/** Everything between fences on a page. */
export function blocksOf(page: string): Block[] {
  const text = readFileSync(join(ROOT, "docs", page), "utf8");
  const found = text.matchAll(/^```(?<language>\w*)(?: (?<at>[\w-]+))?\n(?<block>.*?)^```$/gmsu);
  return [...found].map(({ groups = {}, index }) => ({
    page,
    language: groups["language"] ?? "",
    place: groups["at"] ?? basename(page, ".md"),
    heading: [...text.slice(0, index).matchAll(/^#+ (.+)$/gmu)].at(-1)?.[1] ?? "",
    text: groups["block"] ?? "",
  }));
}

/** Lines of a page that open or close a block. */
export function fencesOf(page: string): number {
  const text = readFileSync(join(ROOT, "docs", page), "utf8");
  return [...text.matchAll(/^\s*(?:```|~~~)/gmu)].length;
}

/** All commands that are run, page by page. */
export const COMMANDS: readonly Block[] = PAGES.flatMap(blocksOf).filter(
  ({ language }) => language === "sh",
);

/** Where commands are run. */
export const PLACES: readonly string[] = [...new Set(COMMANDS.map(({ place }) => place))];

/** Commands that are run one after another in one shell. */
export interface Step {
  readonly page: string;
  /** Whether they take down what others have set up. */
  readonly isEnd: boolean;
  readonly commands: readonly string[];
}

/** What ends what a page has begun stands under this heading. */
export const END = "Take it down";

/** The commands at a place: those of its own page, of the runbooks, and what takes it down again. */
export function stepsAt(place: string): Step[] {
  const own = `deploy/${place}.md`;
  const step = (page: string, isEnd: boolean): Step => ({
    page,
    isEnd,
    commands: COMMANDS.filter(
      (block) => block.page === page && block.place === place && (block.heading === END) === isEnd,
    ).map(({ text }) => text),
  });
  const others = PAGES.filter((page) => page !== own).map((page) => step(page, false));
  const steps = [step(own, false), ...others, step(own, true)];
  return steps.filter(({ commands }) => commands.length > 0);
}

/** Whether commands at a place ask a container engine. */
export function asksEngine(place: string): boolean {
  return stepsAt(place).some(({ commands }) => commands.some((text) => /\bdocker\b/u.test(text)));
}
