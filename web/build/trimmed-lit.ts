import type { Plugin } from "vite";
import { trimmedLibrary, type Cut } from "./trimmed-library.ts";

/** Style sheets: all browsers that the elements run in can share them, and nothing else is put into one. */
const STYLES: readonly Cut[] = [
  [
    'e=t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
    "e=true",
  ],
  [
    'if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");',
    "",
  ],
  [
    "(t=>{if(!0===t._$cssResult$)return t.cssText;if(\"number\"==typeof t)return t;throw Error(\"Value passed to 'css' function must be a 'css' function result: \"+t+\". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.\")})(s)",
    "s.cssText",
  ],
];

/** Elements: no decorators, no attributes that hold objects, no browsers to make up for. */
const ELEMENTS: readonly Cut[] = [
  ["p=a.reactiveElementPolyfillSupport,", ""],
  ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ""],
  [
    "const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}",
    "",
  ],
  ["static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}", ""],
  ["void 0!==t.l&&(this.l=[...t.l]),", ""],
  [",this.constructor.l?.forEach(t=>t(this))", ""],
  ["case Object:case Array:t=null==t?t:JSON.stringify(t)", ""],
  ["case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}", ""],
  ["(void 0!==i.converter?.toAttribute?i.converter:u)", "u"],
  [
    'h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u',
    "h=u",
  ],
  [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ""],
];

/** Templates: no formulas, and nothing for other ways to render. */
const TEMPLATES: readonly Cut[] = [
  ['3===i?"<math>":', ""],
  [':3===i?"</math>":', ":"],
  ["2===i||3===i", "2===i"],
  ["j={M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z}", "j={I:k}"],
  ['B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const ', ""],
];

/** The element of both. */
const LIT_ELEMENT: readonly Cut[] = [
  [
    ",s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});",
    ";",
  ],
  ['(s.litElementVersions??=[]).push("4.2.2");', ""],
];

/**
 * Takes out of Lit what it holds ready and the elements do not use: four in a hundred bytes of what an
 * element alone loads.
 */
export function trimmedLit(): Plugin[] {
  return [
    trimmedLibrary("css-tag", /reactive-element[\\/]css-tag\.js$/u, STYLES),
    trimmedLibrary("reactive-element", /reactive-element[\\/]reactive-element\.js$/u, ELEMENTS),
    trimmedLibrary("lit-html", /lit-html[\\/]lit-html\.js$/u, TEMPLATES),
    trimmedLibrary("lit-element", /lit-element[\\/]lit-element\.js$/u, LIT_ELEMENT),
  ];
}
