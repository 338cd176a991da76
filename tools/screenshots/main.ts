import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launchBrowser } from "../../test/browser/_browser.ts";
import { nodeServer } from "../../test/_runtimes.ts";
import { SCENES, type Scene } from "./scenes.ts";

/**
 * Takes pictures of the page in its states, to be looked at: `npm run screenshots`, or a part of them:
 * `npm run screenshots -- --scene chart --width 390 --theme dark --language ja`. They are of what
 * `npm run build` made, with the fonts of this machine, and are not compared with anything.
 */
const FOLDER = fileURLToPath(new URL("../../screenshots/", import.meta.url));
const HEIGHTS: Readonly<Record<number, number>> = {
  320: 640,
  390: 844,
  820: 1180,
  1440: 900,
  2560: 1440,
};
const LOCALES = { en: "en-US", ja: "ja-JP" } as const;

/** How a scene is looked at. */
interface View {
  readonly width: number;
  readonly theme: "light" | "dark";
  readonly language: keyof typeof LOCALES;
  readonly direction: "ltr" | "rtl";
}

const { values: options } = parseArgs({
  options: {
    scene: { type: "string", multiple: true },
    width: { type: "string", multiple: true, default: ["390", "820", "1440"] },
    theme: { type: "string", multiple: true, default: ["light", "dark"] },
    language: { type: "string", multiple: true, default: ["en", "ja"] },
    direction: { type: "string", default: "ltr" },
  },
});

const asked = SCENES.filter(({ name }) => options.scene?.includes(name) ?? true);
const views = options.width.flatMap((width) =>
  options.theme.flatMap((theme) =>
    options.language.map(
      (language) =>
        ({ width: Number(width), theme, language, direction: options.direction }) as View,
    ),
  ),
);
if (options.scene === undefined) await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const [server, browser] = await Promise.all([nodeServer(), launchBrowser()]);
try {
  for (const scene of asked) {
    for (const view of views) await take(scene, view);
  }
} finally {
  await browser.close();
  await server.close();
}

async function take(scene: Scene, view: View): Promise<void> {
  const { width, theme, language, direction } = view;
  const context = await browser.newContext({
    locale: LOCALES[language],
    colorScheme: theme,
    viewport: { width, height: HEIGHTS[width] ?? width },
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const name = [scene.name, width, theme, language, ...(direction === "rtl" ? ["rtl"] : [])].join(
    "-",
  );
  try {
    const page = await context.newPage();
    if (direction === "rtl") {
      await page.addInitScript(() => {
        document.addEventListener("DOMContentLoaded", () => (document.documentElement.dir = "rtl"));
      });
    }
    await scene.before?.(page);
    await page.goto(new URL(scene.path ?? "/", server.url).href);
    await scene.prepare?.(page);
    const path = join(FOLDER, `${name}.png`);
    if (scene.element === undefined) await page.screenshot({ path });
    else await page.locator(scene.element).first().screenshot({ path });
    console.log(name);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name}: ${String(error)}`);
  } finally {
    await context.close();
  }
}
