import { posix } from "node:path";
import type { Plugin } from "vite";
import { namesListed } from "./names-listed.ts";

/** What makes the namespace of a module of what it exports, in a script that exports more than that. */
const MAKER = /import\{\w+ as ([\w$]+)\}from"\.\/rolldown-runtime-[^"]+";/u;
const EXPORTS = /(?<=export\{)[^}]*(?=\};?\s*$)/u;
const STATIC_IMPORTS = /import\{([^}]*)\}from"(\.[^"]+)"/gu;
/** A script that is imported later, and the namespace that is read of it. */
const LATER = /import\(([`"'])(\.[^`"']+)\1\)\.then\(\(?([\w$]+)\)?=>\3\.([\w$]+)\)/gu;

interface Script {
  readonly fileName: string;
  readonly code: string;
}

interface Namespace {
  /** Its name within the script. */
  readonly own: string;
  /** How it is made, with what else goes with it. */
  readonly made: RegExp;
  /** What it has, and the names of that within the script. */
  readonly members: readonly (readonly [name: string, own: string])[];
}

/**
 * Has what is imported later be the script itself: where that holds more than one module, the bundler
 * makes an object of what one of them exports, with a further script that makes such objects. What it exports
 * is exported by its own name instead, beside the rest.
 */
export function plainNamespaces(): Plugin {
  return {
    name: "plain-namespaces",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      /** Of each script, the name that its namespace is exported by. */
      const plain = new Map<string, string>();
      for (const chunk of chunks) {
        const { fileName, code } = chunk;
        const found = namespaceOf(code);
        if (found === null) continue;
        const listed = namesListed(EXPORTS.exec(code)?.[0]);
        const given = listed.find(([own]) => own === found.own)?.[1];
        const isTaken = (name: string) => listed.some(([, other]) => other === name);
        if (given === undefined || found.members.some(([name]) => isTaken(name))) continue;
        if (chunks.some((other) => importsAtOnce(other, fileName, given))) continue;
        const rest = listed.filter(([own]) => own !== found.own);
        const exported = [...found.members.map(([name, own]) => [own, name] as const), ...rest];
        chunk.code = code
          .replace(EXPORTS, exported.map(([own, name]) => `${own} as ${name}`).join(","))
          .replace(found.made, "")
          .replace(MAKER, "");
        plain.set(fileName, given);
      }
      for (const chunk of chunks) {
        const folder = posix.dirname(chunk.fileName);
        chunk.code = chunk.code.replaceAll(
          LATER,
          (text, quote: string, from: string, _by: string, name: string) =>
            plain.get(posix.join(folder, from)) === name ? `import(${quote}${from}${quote})` : text,
        );
      }
    },
  };
}

/** The only namespace that a script makes; `null` when it makes none, or several. */
function namespaceOf(code: string): Namespace | null {
  const maker = MAKER.exec(code)?.[1];
  if (maker === undefined) return null;
  const making = `([\\w$]+)=${maker.replaceAll("$", "\\$")}\\(\\{((?:[\\w$]+:\\(\\)=>[\\w$]+,?)+)\\}\\)`;
  const made = [...code.matchAll(new RegExp(making, "gu"))];
  const [own, members] = made[0]?.slice(1) ?? [];
  if (made.length !== 1 || own === undefined || members === undefined) return null;
  return {
    own,
    // In a list of variables, at its beginning, or alone.
    made: new RegExp(
      `,${making}|(?<=(?:var|let|const) )${making},|(?:var|let|const) ${making};`,
      "u",
    ),
    members: members.split(",").map((member) => {
      const [name = "", value = ""] = member.split(":()=>");
      return [name, value];
    }),
  };
}

/** Whether a script imports what another exports by a name, and does so at once. */
function importsAtOnce({ fileName, code }: Script, from: string, name: string): boolean {
  const folder = posix.dirname(fileName);
  return [...code.matchAll(STATIC_IMPORTS)].some(
    ([, list, path = ""]) =>
      posix.join(folder, path) === from && namesListed(list).some(([given]) => given === name),
  );
}
