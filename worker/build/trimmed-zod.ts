import type { Plugin } from "vite";

type Trimming = readonly [found: RegExp, instead: string];

/** A property that is worked out when it is first read; nothing refers to itself here. */
const LAZY = `{
  Object.defineProperty(inst._zod, key, {
    configurable: true,
    get() {
      return (this[key] = compute(this));
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    },
  });
}`;

/** An issue as it is read: errors of one's own are texts, and nobody translates the others. */
const FINAL_ISSUE = `{
  const { inst, schema, continue: _, ...issue } = iss;
  issue.path ??= [];
  issue.message ??= inst?._zod.def.error ?? "Invalid input";
  return issue;
}`;

/** Parses and says what is wrong: nobody asks whether there is an error before it is read. */
const SAFE_PARSE = `(schema, value) => {
  const result = schema._zod.run({ value, issues: [] });
  return result.issues.length
    ? { success: false, error: { issues: result.issues.map((issue) => util.finalizeIssue(issue)) } }
    : { success: true, data: result.value };
}`;

/**
 * What stands in zod's files, and what instead. The worker parses plain values at once, by `safeParse`, and
 * reads the issues: nothing of it waits, encodes, is matched as a part of a template, follows other
 * standards or is thrown.
 */
const TRIMMED: Readonly<Record<string, readonly Trimming[]>> = {
  "core/schemas.js": [
    [/asyncResult \|\| _ instanceof Promise/u, "false"],
    [/if \(asyncResult\)/u, "if (false)"],
    [/\b\w+ instanceof Promise\b/gu, "false"],
    [/const catchall = def\.catchall;/gu, "const catchall = undefined;"],
    [/\bctx(?:\?\.|\.)direction === "backward"/gu, "false"],
    [/\bctx(?:\?\.|\.)direction !== "backward"/gu, "true"],
    [/!ctx\?\.skipChecks/gu, "true"],
    [/\bctx\.skipChecks\b/gu, "false"],
    [/\bctx\.async\b/gu, "false"],
    [/\bctx\?\.abortEarly\b/gu, "false"],
    [/\bcore\.globalConfig\.memoizer\b/gu, "undefined"],
    [/proms\.length/gu, "0"],
    // No pattern is made of a schema's, and what tells objects apart is a literal.
    [
      /^ {4}util\.defineLazyInternal\(inst, "(?:pattern|values)", .*(?:\n {5}.*)*(?:\n {4}\}\);)?$/gmu,
      "",
    ],
    [/\{\n {4}\/\/ Wrappers extend this[^]*?\n\}\);/u, "undefined);"],
    [/^ {4}inst\._zod\.version = version;$/mu, ""],
    // Objects have no fields but those of their shape, whose names are text.
    [
      /(?<=function normalizeDef\(def\) )\{[^]*?\n\}/u,
      "{ return { ...def, allKeys: Object.keys(def.shape) }; }",
    ],
    [/util\.assignProp\((\w+), (\w+), (new Set\(\))\)/gu, "$1[$2] = $3"],
    [/util\.issue\(_iss\)/u, "_iss"],
    // What parses without an issue has been returned by then.
    [
      /for \(const result of results\) \{\s*if \(result\.issues\.length === 0\) \{\s*final\.value[^]*?\n {4}\}/u,
      "",
    ],
    [/util\.cached\(\(\) => discriminatorMap\(def\)\)/u, "{ value: discriminatorMap(def) }"],
    [
      /const desc = Object\.getOwnPropertyDescriptor\(def, "shape"\);[^]*?(?=const _normalized = )/u,
      "",
    ],
    [/const _normalized = util\.cached\(\(\) => normalizeDef\(def\)\);/u, ""],
    [/let value;(?=\s*const memo = )/u, "const value = normalizeDef(def);"],
    [/value \?\? \(value = _normalized\.value\);/u, ""],
    [/if \(key === "__proto__"\)\s*continue;/gu, ""],
    [
      /if \(!Object\.prototype\.hasOwnProperty\.call\(propValues, \w+\)\) /gu,
      "if (!propValues[key]) ",
    ],
    // Checks look at values alone: none adds to its schema, ends the parsing or is told of by another.
    [/for \(const ch of checks\) \{\s*for \(const fn of ch\._zod\.onattach\) \{[^]*?\n {4}\}/u, ""],
    [/util\.attachSchema\(.*\);/gu, ""],
    [/if \(payload\.memo\)\s*return payload;/u, ""],
    [/^ {4}inst\._zod\.bag = .*$/mu, ""],
    [/^ {4}inst \?\? \(inst = \{\}\);$/mu, ""],
    [/continue: !inst\._zod\.def\.abort/u, "continue: true"],
    [/if \(inst\._zod\.def\.params\)\s*_iss\.params = .*$/mu, ""],
    // Text and names are taken as they are.
    [/if \(def\.coerce\)\s*try \{[^]*?catch \(_\) \{ \}/gu, ""],
    [/^ {4}inst\._zod\.pattern = def\.pattern .*$/gmu, ""],
    [/util\.getEnumValues\(def\.entries\)/u, "Object.values(def.entries)"],
    [/const first = def\.options\.length === 1 [^]*?;/u, ""],
    [/if \(first\) \{\s*return first\(payload, ctx\);\s*\}/u, ""],
    [
      /\(_a = inst\._zod\)\.deferred \?\? [^]*?\n {8}\}\);/u,
      "inst._zod.run = (payload, ctx) => inst._zod.parse(payload, ctx);",
    ],
    // A schema's kind is its constructor; nobody reads its name.
    [/core\.\$constructor\("\$\w+", /gu, "core.$$constructor("],
    [/inst\._zod\.traits\.has\("\$ZodCheck"\)/u, "def.check"],
    // What is wrong with a schema is told by the other platforms, which have the same.
    [/new Error\(`[^`]*`\)/gu, "new Error()"],
    [/errors: results\.map\(.*\),$/gmu, ""],
    [/errors: \[\],/u, ""],
    [/^ {4}const _super = [^]*?(?=^ {4}const disc = )/mu, ""],
    [/^ {4}def\.inclusive = false;$/mu, ""],
    [/note: "No matching discriminator",\s*discriminator: def\.discriminator,/u, ""],
    [/if \(def\.unionFallback \|\| false\) \{\s*return _super\(payload, ctx\);\s*\}/u, ""],
    // Nothing reads what else a caller says of the parsing.
    [/, _?ctx\)/gu, ")"],
  ],
  "core/parse.js": [[/_safeParse\(errors\.\$ZodRealError\)/u, SAFE_PARSE]],
  "core/core.js": [
    [/\$constructor\(name, initializer, /u, "$$constructor(initializer, "],
    // A schema is begun twice, as its kind and as one of mini: the second time sets the same.
    [/^ {8}this\.traits = new Set\(\);$/mu, ""],
    [
      /else if \(inst\._zod\.traits\.has\(name\)\) \{\s*return;\s*\}\s*inst\._zod\.traits\.add\(name\);/u,
      "",
    ],
    [/params\?\.Parent \? newError\(Definition\) : this/u, "this"],
    [/const Parent = [^]*?\{ value: name \}\);/u, ""],
    [/const deferred = [^]*?if \(deferred\) \{[^]*?\n {8}\}/u, ""],
    [/const pp = [^]*?pp\(inst\);/u, ""],
    [/Object\.defineProperty\(_, Symbol\.hasInstance, [^]*?(?=\n {4}return _;)/u, ""],
    [/const proto = _\.prototype;\s*for [^]*?\n {8}\}/u, ""],
    [/const zodProto = \{\};/u, ""],
    [/Internals\.prototype = zodProto;/u, ""],
    [/^\(_a = globalThis\)\.__zod_globalConfig.*$/mu, ""],
    [/globalThis\.__zod_globalConfig;$/mu, "{};"],
    // Nobody makes a class of a schema, so every instance has the prototype of its constructor.
    [/const protoMembers = [^]*?new WeakSet\(\);/u, ""],
    [/if \(initialized\) \{[^]*?\n {8}\}/u, "Object.assign(Object.getPrototypeOf(inst), proto);"],
    [
      /_zodDesc\.value = new Internals\(def\);\s*try \{[^]*?_zodDesc\.value = undefined;\s*\}/u,
      "inst._zod = new Internals(def);",
    ],
  ],
  "core/registries.js": [[/^\(_a = globalThis\).*\n.*$/mu, "export const globalRegistry = null;"]],
  "core/api.js": [
    [/util\.normalizeParams\((\w+)\)/gu, "$1"],
    [/snapshotChecks\((.*)\)(?=\);$)/gmu, "$1"],
  ],
  "core/checks.js": [
    [/core\.\$constructor\("\$\w+", /gu, "core.$$constructor("],
    [/^ {4}inst\._zod \?\? \(inst\._zod = \{\}\);$/mu, ""],
    [/^.*\.onattach \?\? .*$/mu, ""],
    [/^ {12}inclusive: true,$/gmu, ""],
    [/continue: !def\.abort/gu, "continue: true"],
  ],
  "core/util.js": [
    [/d\.maximum \?\? d\.length \?\? d\.size/u, "d.maximum"],
    [/if \(x\.aborted === true\)\s*return true;/gu, ""],
    [/(?<=export function finalizeIssue\(iss, ctx, config\) )\{[^]*?\n\}/u, FINAL_ISSUE],
    [/(?<=export function defineLazyInternal\(inst, key, compute\) )\{[^]*?\n\}/u, LAZY],
  ],
  "mini/schemas.js": [
    [/core\.\$constructor\("\w+", /gu, "core.$$constructor("],
    [/^ {4}if \(!inst\._zod\)\s*throw new Error\(.*\);$/mu, ""],
    [/util\.normalizeParams\((\w+)\)/gu, "$1"],
    [
      /return this\.clone\((\{[^]*?\n {8}\}), \{ parent: true \}\);/u,
      "return new this._zod.constr($1);",
    ],
    [/, onattach: \[\]/u, ""],
    [/^ {4}inst\.type = def\.type;$/mu, ""],
    [/^ {4}inst\.options = .*$/gmu, ""],
    [/util\.shallowClone\(defaultValue\)/gu, "defaultValue"],
    [/\/\/ `with` is an alias[^]*?(?=check\(\.\.\.checks\))/u, ""],
    [/\n {4}clone\(_def, params\) \{[^]*?(?=\n\}\);)/u, ""],
    [/util\.installLazyProp\(inst, "shape", .*\);/u, ""],
  ],
};

/**
 * Takes out of zod what the worker does not use and the bundler cannot know to be unused. A version of zod
 * in which it stands otherwise fails the build.
 */
export function trimmedZod(): Plugin {
  return {
    name: "trimmed-zod",
    transform: {
      filter: { id: /[\\/]zod[\\/]v4[\\/](?:core|mini)[\\/]\w+\.js$/u },
      handler(code, id) {
        const name = id.split(/[\\/]/u).slice(-2).join("/");
        let trimmed = code;
        for (const [found, instead] of TRIMMED[name] ?? []) {
          const without = trimmed.replace(found, instead);
          if (without === trimmed) throw new Error(`zod's ${name} has no ${found} any more`);
          trimmed = without;
        }
        return { code: trimmed, map: null };
      },
    },
  };
}
