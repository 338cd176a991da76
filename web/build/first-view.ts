import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rollup } from "vite";
import type { Language } from "../format.ts";
import { pageStyles } from "../page.styles.ts";
import { FIRST_VIEW_DATA_ID, type FirstViewData } from "../page/first-view-data.ts";
import type * as rendererModule from "./rendered-simulator.ts";
import type { RenderedSimulator } from "./rendered-simulator.ts";
import { FIRST_NUMBER_FILE } from "./first-number.ts";
import { smallCss } from "./small-styles.ts";
import { usedStyles, withoutUnreadProperties } from "./used-styles.ts";

type Renderer = typeof rendererModule;

/** Run as it is, not as a part of this bundle of the build's settings: its `lit` is that for servers. */
const RENDERER = new URL("rendered-simulator.ts", import.meta.url);
const SCRIPT = fileURLToPath(new URL("../page/first-view.ts", import.meta.url));
const LANGUAGES = ["en", "ja"] as const satisfies readonly Language[];

const MAIN_SCRIPT = /<script type="module" crossorigin src="(\/assets\/[^"]+)"><\/script>\n/u;
const TEXTS_SCRIPT = /<script type="module" async [^>]*><\/script>\n\s*/u;
const PRICES_LINK = /\s*<link rel="preload" href="([^"]+)" as="fetch"[^>]*>/u;
const MANIFEST_LINK = /\s*<link rel="manifest" href="([^"]+)"[^>]*>/u;
const NO_SCRIPT = /<noscript>(.*)<\/noscript>/u;
const CONTENT = /<main>.*<\/main>/su;

/** The page without an answer in it, for where prices are of one's own. */
const UNANSWERED = "unanswered.html";

/**
 * Writes the answer to the default question into the page, so that it is painted before the page's
 * script is there. It is rendered by the elements themselves from the prices of the same build, in both
 * languages. The page's policy allows no style within it, and one script (`web/page/first-view.ts`), which brings the
 * style sheets, shows the visitor's language, and has all else loaded.
 */
export function firstView(): Plugin {
  return {
    name: "first-view",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("index.html was not built");
      const html = String(page.source);
      this.emitFile({ type: "asset", fileName: UNANSWERED, source: html });
      const [, main] = MAIN_SCRIPT.exec(html) ?? [];
      const [, prices] = PRICES_LINK.exec(html) ?? [];
      const [, manifest] = MANIFEST_LINK.exec(html) ?? [];
      const [, sentence] = NO_SCRIPT.exec(html) ?? [];
      if (
        main === undefined ||
        prices === undefined ||
        manifest === undefined ||
        sentence === undefined
      ) {
        throw new Error("no script, no prices, no manifest or nothing for those without a script");
      }

      const code = await script();
      const { renderedSimulators } = (await import(/* @vite-ignore */ RENDERER.href)) as Renderer;
      const rendered = await renderedSimulators(LANGUAGES, (path) => {
        const file = bundle[path.slice(1)];
        if (file?.type !== "asset") throw new Error(`${path} was not built`);
        return String(file.source);
      });
      const data: FirstViewData = {
        main,
        prices,
        manifest,
        firstNumber: `/${FIRST_NUMBER_FILE}`,
        texts: {
          en: texts("en", bundle),
          ja: texts("ja", bundle),
        },
        pageStyle: smallCss(pageStyles.cssText),
        ...numberedSheets(rendered),
      };
      page.source = html
        .replace(TEXTS_SCRIPT, "")
        .replace(PRICES_LINK, "")
        .replace(MANIFEST_LINK, "")
        .replace(MAIN_SCRIPT, "")
        // Seen also where a policy of somebody else's keeps the script from running.
        .replace(NO_SCRIPT, () => `<p class="not-run">${sentence}</p>`)
        .replace(
          CONTENT,
          () =>
            `<main hidden>${rendered.map(({ markup }) => markup).join("")}</main>\n` +
            `    <script type="application/json" id="${FIRST_VIEW_DATA_ID}">${inScript(data)}</script>\n` +
            `    <script>${code}</script>`,
        );
    },
  };
}

/** Each style sheet once, as far as there is something for it in the markup, and which of them each element has. */
function numberedSheets(
  rendered: readonly RenderedSimulator[],
): Pick<FirstViewData, "styles" | "stylesOf"> {
  const markup = rendered.map((simulator) => simulator.markup).join("");
  const styles = rendered[0]?.styles ?? {};
  const sheets = new Map<string, number>();
  const numbers = Object.entries(styles).map(([tag, css]) => [
    tag,
    css.map((text) => {
      const number = sheets.get(text) ?? sheets.size;
      sheets.set(text, number);
      return number;
    }),
  ]);
  return {
    styles: withoutUnreadProperties(
      [...sheets.keys()].map((text) => usedStyles(smallCss(text), markup)),
    ),
    stylesOf: Object.fromEntries(numbers),
  };
}

/** The files of a language's texts: the entry first, then what it imports but for the page's script. */
function texts(language: Language, bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const entry = chunks.find(({ facadeModuleId }) =>
    facadeModuleId?.endsWith(`/web/messages/texts-${language}.ts`),
  );
  if (entry === undefined) throw new Error(`no texts in "${language}"`);
  const shared = entry.imports.filter(
    (name) => !chunks.some(({ fileName, isEntry }) => fileName === name && isEntry),
  );
  return [entry.fileName, ...shared].map((name) => `/${name}`);
}

/** Data as it may stand in a script element: nothing in it ends the element. */
function inScript(data: FirstViewData): string {
  return JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
}

/** The script, in one text that needs no other. */
async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: SCRIPT, output: { format: "iife" } },
    },
  });
  if (!("output" in built)) throw new Error("the first view has no script");
  const code = built.output[0].code.trim();
  if (/<[/!]/u.test(code)) throw new Error("the first view's script cannot stand in the page");
  return code;
}
