import {
  CUSTOM_PROPERTIES,
  DESCRIBED_ELEMENTS,
  describedAs,
  type DescribedElement,
  type ElementName,
} from "../web/guide/described-elements.ts";
import { texts } from "../web/guide/texts-en.ts";
import { themeStyles } from "../web/elements/theme.styles.ts";

/** The custom-elements manifest: what editors and tools know of the elements. */
export function customElementsManifest(): object {
  const described = Object.entries(DESCRIBED_ELEMENTS) as [ElementName, DescribedElement][];
  return {
    schemaVersion: "2.1.0",
    readme: "elements.html",
    modules: described.map(([tagName, element]) => moduleOf(tagName, element)),
  };
}

function moduleOf(tagName: ElementName, element: DescribedElement): object {
  const { className } = element;
  const path = `embed/${tagName}.js`;
  return {
    kind: "javascript-module",
    path,
    declarations: [
      {
        kind: "class",
        name: className,
        customElement: true,
        tagName,
        description: texts.elements[tagName],
        superclass: { name: "LitElement", package: "lit" },
        attributes: element.attributes.map(({ name, property, type }) => ({
          name,
          fieldName: property,
          type: { text: type },
          description: textOf(texts.attributeTexts, name),
        })),
        members: element.attributes.map(({ name, property, type }) => ({
          kind: "field",
          name: property,
          attribute: name,
          reflects: name !== "state",
          type: { text: type },
          description: textOf(texts.attributeTexts, name),
        })),
        events: element.events.map((name) => ({
          name,
          type: { text: name === "cost-change" ? "CostChangeEvent" : "LanguageChangeEvent" },
          description: textOf(texts.eventTexts, name),
        })),
        slots: element.slots.map((name) => ({
          name,
          description: textOf(texts.slotTexts, name),
        })),
        cssParts: element.parts.map((name) => ({
          name,
          description: textOf(texts.partTexts, name),
        })),
        cssProperties: CUSTOM_PROPERTIES.map((name) => ({
          name,
          default: defaultOf(name),
          description: texts.propertyTexts[describedAs(name)],
        })),
      },
    ],
    exports: [
      { kind: "custom-element-definition", name: tagName, declaration: { name: className } },
    ],
  };
}

function textOf(described: Readonly<Record<string, string>>, name: string): string {
  const text = described[name];
  if (text === undefined) throw new Error(`${name} is not described`);
  return text;
}

/** The value in the light theme. */
function defaultOf(property: string): string {
  const value = new RegExp(`:host \\{[^}]*${property}:\\s*([^;]+);`, "u").exec(themeStyles.cssText);
  if (value?.[1] === undefined) throw new Error(`the theme has no ${property}`);
  return value[1].replaceAll(/\s+/gu, " ");
}
