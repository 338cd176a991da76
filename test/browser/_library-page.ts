import { compileScript, parse } from "vue/compiler-sfc";
import { compile } from "svelte/compiler";
import { build, type Plugin } from "vite";
import type { SnippetKind } from "../../web/guide/snippets.ts";

/** A library whose pages use the elements. */
export type Library = Exclude<SnippetKind, "html">;

const FILES: Readonly<Record<Library, string>> = {
  react: "Costs.jsx",
  vue: "Costs.vue",
  svelte: "Costs.svelte",
};

/** A page's script: shows the component with some memory, with more at a click, and tells of changes. */
const PAGES: Readonly<Record<Library, string>> = {
  react: `
    import { createElement, useState } from "react";
    import { createRoot } from "react-dom/client";
    import { Costs } from "virtual:Costs.jsx";
    function Page() {
      const [memoryMb, setMemoryMb] = useState(512);
      return createElement("main", null,
        createElement("button", { onClick: () => setMemoryMb(2048) }, "More"),
        createElement(Costs, { memoryMb, onChange: told }));
    }
    function told({ offers }) { document.title = offers.length + " offers"; }
    createRoot(document.body).render(createElement(Page));`,
  vue: `
    import { createApp, h, ref } from "vue";
    import Costs from "virtual:Costs.vue";
    const memoryMb = ref(512);
    createApp({
      render: () => h("main", [
        h("button", { onClick: () => { memoryMb.value = 2048; } }, "More"),
        h(Costs, {
          memoryMb: memoryMb.value,
          onChange: ({ offers }) => { document.title = offers.length + " offers"; },
        }),
      ]),
    }).mount(document.body);`,
  svelte: `
    import { mount } from "svelte";
    import Page from "virtual:Page.svelte";
    mount(Page, { target: document.body });`,
};

const SVELTE_PAGE = `<script>
  import Costs from "virtual:Costs.svelte";
  let memoryMb = $state(512);
  function told({ offers }) { document.title = offers.length + " offers"; }
</script>
<main>
  <button onclick={() => (memoryMb = 2048)}>More</button>
  <Costs {memoryMb} onchange={told} />
</main>`;

/** The script of a page that uses a snippet as a component of its library. */
export async function libraryPage(library: Library, snippet: string): Promise<string> {
  const files: Readonly<Record<string, string>> = {
    "virtual:page.js": PAGES[library],
    "virtual:Page.svelte": SVELTE_PAGE,
    [`virtual:${FILES[library]}`]: snippet,
  };
  const result = await build({
    configFile: false,
    logLevel: "error",
    oxc: { jsx: { runtime: "automatic", development: false } },
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false" },
    plugins: [virtualFiles(files), vueComponents(), svelteComponents()],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: "virtual:page.js", external: [/^http:/u] },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const [chunk] = outputs.flatMap((built) => ("output" in built ? built.output : []));
  if (chunk?.type !== "chunk") throw new Error("the page was not built");
  return chunk.code;
}

function virtualFiles(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: "virtual-files",
    enforce: "pre",
    resolveId: (id) => (id in files ? id : null),
    load: (id) => files[id] ?? null,
  };
}

/** As `@vitejs/plugin-vue` does it, with the setting that the snippet names. */
function vueComponents(): Plugin {
  return {
    name: "vue-components",
    transform(code, id) {
      if (!id.endsWith(".vue")) return null;
      const { descriptor } = parse(code, { filename: id });
      const isCustomElement = (tag: string) => tag.includes("-");
      const { content } = compileScript(descriptor, {
        id,
        inlineTemplate: true,
        templateOptions: { compilerOptions: { isCustomElement } },
      });
      return { code: content, map: null };
    },
  };
}

function svelteComponents(): Plugin {
  return {
    name: "svelte-components",
    transform(code, id) {
      if (!id.endsWith(".svelte")) return null;
      return { code: compile(code, { generate: "client", filename: id }).js.code, map: null };
    },
  };
}
