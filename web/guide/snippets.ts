import type { Language } from "../format.ts";
import type { ElementName } from "./described-elements.ts";

/** How code for a page is written: plain, or with a library. */
export const SNIPPET_KINDS = ["html", "react", "vue", "svelte"] as const;
export type SnippetKind = (typeof SNIPPET_KINDS)[number];

export const SNIPPET_NAMES: Readonly<Record<Exclude<SnippetKind, "html">, string>> = {
  react: "React",
  vue: "Vue",
  svelte: "Svelte",
};

type Snippet = (script: string, tag: ElementName, language: Language) => string;

const SNIPPETS: Readonly<Record<SnippetKind, Snippet>> = {
  html: (script, tag, language) => `<script type="module" src="${script}"></script>
<${tag} lang="${language}" memory-mb="1024" execution-time-ms="200"></${tag}>`,

  react: (script, tag, language) => `import { useEffect } from "react";

export function Costs({ memoryMb, onChange }) {
  useEffect(() => {
    import(/* @vite-ignore */ "${script}");
  }, []);
  return (
    <${tag}
      lang="${language}"
      memory-mb={memoryMb}
      execution-time-ms="200"
      oncost-change={(event) => onChange(event.detail)}
    ></${tag}>
  );
}`,

  // Vue has to be told which tags are not its own: compilerOptions.isCustomElement.
  vue: (script, tag, language) => `<script setup>
import(/* @vite-ignore */ "${script}");
defineProps(["memoryMb"]);
defineEmits(["change"]);
</script>

<template>
  <!-- vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes("-") } } }) -->
  <${tag}
    lang="${language}"
    :memory-mb="memoryMb"
    execution-time-ms="200"
    @cost-change="$emit('change', $event.detail)"
  ></${tag}>
</template>`,

  svelte: (script, tag, language) => `<script>
  let { memoryMb, onchange } = $props();
  import(/* @vite-ignore */ "${script}");
</script>

<${tag}
  lang="${language}"
  memory-mb={memoryMb}
  execution-time-ms="200"
  oncost-change={(event) => onchange(event.detail)}
></${tag}>`,
};

/** Code that shows an element; `site` is where it is served. */
export function elementSnippet(
  site: URL,
  kind: SnippetKind,
  tag: ElementName,
  language: Language,
): string {
  return SNIPPETS[kind](new URL(`embed/${tag}.js`, site).href, tag, language);
}

/** Code that shows a simulator and, elsewhere on the page, its break-even points. */
export function togetherSnippet(site: URL, language: Language): string {
  const script = (tag: ElementName) =>
    `<script type="module" src="${new URL(`embed/${tag}.js`, site).href}"></script>`;
  return `${script("cost-simulator")}
${script("break-even-table")}
<cost-simulator id="costs" lang="${language}"></cost-simulator>
<break-even-table for="costs"></break-even-table>`;
}

/** Code that shows the simulator in a frame that is as high as what is in it. */
export function frameSnippet(site: URL, language: Language, title: string): string {
  const page = new URL(`embed/frame.html?lang=${language}#v=1&memory=1024`, site).href;
  return `<iframe title="${title}" src="${page.replaceAll("&", "&amp;")}" width="100%" height="900"></iframe>
<script type="module" src="${new URL("embed/frame.js", site).href}"></script>`;
}

/** The policy of a page that allows the elements, and nothing else. */
export function policySnippet(site: URL): string {
  return `Content-Security-Policy: default-src 'none'; script-src ${site.origin}; connect-src ${site.origin}`;
}

/** What `embed/integrity.json` tells of the edition that is served. */
export interface Edition {
  readonly edition: string;
  /** Files that an element needs at once, itself last. */
  readonly elements: Readonly<Record<string, readonly string[]>>;
  readonly integrity: Readonly<Record<string, string>>;
}

/** Code that shows an element of one edition, each file checked by its hash. */
export function pinnedSnippet(
  site: URL,
  { elements, integrity }: Edition,
  tag: ElementName,
  language: Language,
): string {
  const files = elements[tag] ?? [];
  const attributes = (file: string) =>
    `="${new URL(file, site).href}"\n  integrity="${integrity[file]}" crossorigin`;
  return [
    ...files.slice(0, -1).map((file) => `<link rel="modulepreload" href${attributes(file)}>`),
    ...files.slice(-1).map((file) => `<script type="module" src${attributes(file)}></script>`),
    `<${tag} lang="${language}"></${tag}>`,
  ].join("\n");
}
