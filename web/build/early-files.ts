import type { Plugin } from "vite";
import { contentName } from "./content-name.ts";
import { FIRST_NUMBER_FILE, FIRST_NUMBER_SOURCE } from "./first-number.ts";

const MAIN_SCRIPT = /<script type="module"[^>]*src="\/assets\/[^>]*><\/script>/u;
const PRICES = '<link rel="preload" href="/rate-cards/starter.json" as="fetch" crossorigin />';

/**
 * Lets what the first answer needs come beside the page's script instead of after it: the prices,
 * which are the same for all, and the texts of the visitor's language. A script of one line asks for these and
 * has a first number written; it is a file, as the policy allows no line in the page that each build writes anew.
 */
export function earlyFiles(): Plugin {
  return {
    name: "early-files",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("index.html was not built");
      const textsIn = (language: string): string => {
        const found = Object.values(bundle).find(
          (file) =>
            file.type === "chunk" &&
            file.facadeModuleId?.endsWith(`/web/messages/texts-${language}.ts`),
        );
        if (found === undefined) throw new Error(`no texts in "${language}"`);
        return JSON.stringify(`/${found.fileName}`);
      };
      const source = `new Worker("/${FIRST_NUMBER_FILE}");import(/^ja\\b/i.test(navigator.language)?${textsIn("ja")}:${textsIn("en")});\n`;
      const fileName = contentName("texts", source);
      this.emitFile({ type: "asset", fileName, source });
      this.emitFile({ type: "asset", fileName: FIRST_NUMBER_FILE, source: FIRST_NUMBER_SOURCE });
      const html = String(page.source);
      const [main] = MAIN_SCRIPT.exec(html) ?? [];
      if (main === undefined) throw new Error("no script");
      const texts = `<script type="module" async crossorigin src="/${fileName}"></script>`;
      page.source = html.replace(main, `${texts}\n    ${main}\n    ${PRICES}`);
    },
  };
}
