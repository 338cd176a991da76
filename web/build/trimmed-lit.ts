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
  ["1===t.length?t[0]:e.reduce", "e.reduce"],
  [
    "const s=this.t;if(e&&void 0===t){const e=void 0!==s&&1===s.length;e&&(t=o.get(s)),void 0===t&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&o.set(s,t))}return t}toString(){return this.cssText}",
    "void 0===t&&(this.o=t=new CSSStyleSheet).replaceSync(this.cssText);return t}",
  ],
  [",s=Symbol(),o=new WeakMap;", ";"],
  ["constructor(t,e,o){", "constructor(t){"],
  ["this.cssText=t,this.t=e}", "this.cssText=t}"],
  ['new n("string"==typeof t?t:t+"",void 0,s)', "new n(t)"],
  ["new n(o,t,s)", "new n(o)"],
  ["o.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet)", "o.map(t=>t.styleSheet)"],
];

/**
 * Elements: no decorators, no attributes that hold objects, no properties with accessors of their own, no
 * controllers that leave, no browsers to make up for.
 */
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
  ['c=a.trustedTypes,l=c?c.emptyScript:"",', ""],
  ["t=t?l:null", 't=t?"":null'],
  ["{attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}", "{}"],
  [
    "if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(t,s),!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}",
    "s.state&&(s.attribute=!1),this._$Ei(),this.elementProperties.set(t,s),e(this.prototype,t,this.getPropertyDescriptor(t,Symbol(),s))",
  ],
  [
    "const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)}",
    "return{get(){return this[s]},set(e){const h=this[s];this[s]=e;this.requestUpdate(t,h,i)}",
  ],
  ["s=[...r(t),...o(t)];", "s=r(t);"],
  [
    '"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0',
    '"string"==typeof i?i:t.toLowerCase()',
  ],
  ["removeController(t){this._$EO?.delete(t)}", ""],
  [
    "const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}",
    "",
  ],
  ["wrapped:h},r)", "})"],
  ["(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)", "this._$Ej.set(t,s??this[t])"],
  [",configurable:!0,enumerable:!0", ""],
  ["getOwnPropertyDescriptor:h,", ""],
  ["getOwnPropertySymbols:o,", ""],
  ["this._$Eh&&[...this._$Eh.keys()]", "[...this._$Eh.keys()]"],
  [
    "{const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i}",
    "{return[...new Set([s??[]].flat(1/0).reverse())].reverse()}",
  ],
  ["this._$Ev()}_$Ev(){", ""],
  [
    "requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),i??=",
    "requestUpdate(t,s,i){if(void 0!==t){const r=this.constructor,h=this[t];if(i??=",
  ],
  ["{return this.getUpdateComplete()}getUpdateComplete()", ""],
];

/**
 * Templates: no formulas, nothing for other ways to render, no comments, nothing written as an
 * element's own attribute or into what is text alone (`<textarea>`, `<style>`), listeners that are functions,
 * and no directives within others, beside other values of an attribute, or that go on while an element is out
 * of the page; none asks what kind of part it is in.
 */
const TEMPLATES: readonly Cut[] = [
  ['3===i?"<math>":', ""],
  ["y=/^(?:script|style|textarea|title)$/i,", ""],
  ['let n,l=2===i?"<svg>"', 'let l=2===i?"<svg>"'],
  ['"!--"===u[1]?c=_:', ""],
  ["_=/-->/g,", ""],
  ["c===_||c===m?c=v:(c=p,n=void 0)", "c===m?c=v:c=p"],
  ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', "(c=p)"],
  ["(c=n??v,d=-1)", "(c=v,d=-1)"],
  [
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
    "",
  ],
  ["(t?.creationScope??l)", "l"],
  ["i=t=>t,", ""],
  ["const s=i(t).nextSibling;i(t).remove(),t=s", "const s=t.nextSibling;t.remove(),t=s"],
  ["constructor(){super(...arguments),this.type=3}", ""],
  ["constructor(){super(...arguments),this.type=4}", ""],
  ["constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}", ""],
  ["{this.type=1,", "{"],
  ["{this.type=2,", "{"],
  ["function M(t,i,s=t,e){", "function M(t,i){"],
  ["let h=void 0!==e?s._$Co?.[e]:s._$Cl;", "let h=t._$Cl;"],
  [
    "(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h)",
    "(t._$Cl=h=o&&new o(t))",
  ],
  ["i=M(t,h._$AS(t,i.values),h,e)", "i=h._$AS(t,i.values)"],
  ["h=t!==A&&(s===A||e)", "h=t!==A&&s===A"],
  [
    '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
    "this._$AH.call(this.options.host,t)",
  ],
  [':3===i?"</math>":', ":"],
  ["2===i||3===i", "2===i"],
  [",T=x(3)", ""],
  [",T as mathml", ",w as mathml"],
  ["j={M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z}", "j={I:k}"],
  ['B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const ', ""],
  ["else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));", ""],
  [
    "else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}",
    "",
  ],
  ["this._$AN=void 0,this._$AD=t", "this._$AD=t"],
  ["get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t)", "u(t)"],
  [":6===r.type&&(i=new Z(h,this,t)),", ":0,"],
  ["get _$AU(){return this._$AM?._$AU??this._$Cv}", ""],
  ["this._$AN=void 0,this._$AA=t", "this._$AA=t"],
  [",this._$Cv=e?.isConnected??!0}", "}"],
  [
    "get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}",
    "",
  ],
  [
    'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
    "const{values:i}=t,e=this._$AC(t);",
  ],
  ["for(this._$AP?.(!1,!0,s);t!==this._$AB;)", "for(;t!==this._$AB;)"],
  ["setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}", ""],
  ["get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}", ""],
  ["this._$AN=void 0,this.element=t,this.name=i", "this.element=t,this.name=i"],
  ["||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive", ""],
  [
    "class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}",
    "",
  ],
];

/** The element of both. */
const LIT_ELEMENT: readonly Cut[] = [
  [
    ",s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});",
    ";",
  ],
  ['(s.litElementVersions??=[]).push("4.2.2");', ""],
  ["i._$litElement$=!0,", ""],
  ["this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),", ""],
  [
    "connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}",
    "",
  ],
];

/** Directives: none asks where it is in the page. */
const DIRECTIVES: readonly Cut[] = [
  [
    "constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,i){this._$Ct=t,this._$AM=e,this._$Ci=i}",
    "",
  ],
];

/**
 * What is compared with the page itself, not with what was written there before: properties alone, each with
 * one value.
 */
const LIVE: readonly Cut[] = [
  [
    'import{noChange as r,nothing as e}from"../lit-html.js"',
    'import{noChange as r}from"../lit-html.js"',
  ],
  [
    'import{directive as i,Directive as t,PartType as n}from"../directive.js";import{isSingleExpression as o,setCommittedValue as s}from"../directive-helpers.js"',
    'import{directive as i,Directive as t}from"../directive.js"',
  ],
  [
    'constructor(r){if(super(r),r.type!==n.PROPERTY&&r.type!==n.ATTRIBUTE&&r.type!==n.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!o(r))throw Error("`live` bindings can only contain a single expression")}render(r){return r}',
    "",
  ],
  [
    'if(t===r||t===e)return t;const o=i.element,l=i.name;if(i.type===n.PROPERTY){if(t===o[l])return r}else if(i.type===n.BOOLEAN_ATTRIBUTE){if(!!t===o.hasAttribute(l))return r}else if(i.type===n.ATTRIBUTE&&o.getAttribute(l)===t+"")return r;return s(i),t',
    "if(t===i.element[i.name])return r;i._$AH={};return t",
  ],
];

/** Lists by keys: they stand between tags. */
const REPEAT: readonly Cut[] = [
  ["import{directive as s,Directive as t,PartType as r}", "import{directive as s,Directive as t}"],
  [
    'constructor(e){if(super(e),e.type!==r.CHILD)throw Error("repeat() can only be used in text expressions")}',
    "",
  ],
];

/** Long names that Lit alone knows, in all its files. */
const OWN_NAMES = [
  "createProperty",
  "elementProperties",
  "enableUpdating",
  "finalizeStyles",
  "getPropertyDescriptor",
  "getPropertyOptions",
  "hasUpdated",
  "isUpdatePending",
  "performUpdate",
  "renderOptions",
];

/** Gives names that Lit alone knows short ones. */
function shortNames(): Plugin {
  const names = new RegExp(String.raw`\b(?:${OWN_NAMES.join("|")})\b`, "gu");
  return {
    name: "short-names-of-lit",
    transform: {
      order: "post",
      filter: { id: /(?:reactive-element|lit-element)\.js$/u },
      handler: (code) => ({
        code: code.replaceAll(names, (name) => `_$${OWN_NAMES.indexOf(name)}`),
        map: null,
      }),
    },
  };
}

/**
 * Takes out of Lit what it holds ready and the elements do not use: seven in a hundred bytes of what an
 * element alone loads.
 */
export function trimmedLit(): Plugin[] {
  return [
    trimmedLibrary("css-tag", /reactive-element[\\/]css-tag\.js$/u, STYLES),
    trimmedLibrary("reactive-element", /reactive-element[\\/]reactive-element\.js$/u, ELEMENTS),
    trimmedLibrary("lit-html", /lit-html[\\/]lit-html\.js$/u, TEMPLATES),
    trimmedLibrary("lit-element", /lit-element[\\/]lit-element\.js$/u, LIT_ELEMENT),
    trimmedLibrary("directive", /lit-html[\\/]directive\.js$/u, DIRECTIVES),
    trimmedLibrary("live", /lit-html[\\/]directives[\\/]live\.js$/u, LIVE),
    trimmedLibrary("repeat", /lit-html[\\/]directives[\\/]repeat\.js$/u, REPEAT),
    shortNames(),
  ];
}
