import type { Language } from "../format.ts";
import { DEFAULT_INPUTS } from "../state/default-inputs.ts";
import type { SimulationInputs } from "../state/inputs.ts";
import { toFragment } from "../state/link/link.ts";

const SCRIPT_PATH = "embed/cost-simulator.js";

/** Inputs that the element has an attribute of their own for. */
const ATTRIBUTES = {
  currency: "currency",
  region: "region",
  memoryMb: "memory-mb",
  durationMs: "execution-time-ms",
  requestsPerMonth: "monthly-executions",
} as const satisfies { readonly [key in keyof SimulationInputs]?: string };
type AttributeInput = keyof typeof ATTRIBUTES;

/**
 * HTML that shows the simulator with these inputs on another page; `base` is where it is served.
 * Inputs without an attribute of their own are given as a link has them.
 */
export function embedSnippet(base: URL, inputs: SimulationInputs, language: Language): string {
  const keys = Object.keys(ATTRIBUTES) as AttributeInput[];
  const own = Object.fromEntries(keys.map((key) => [key, DEFAULT_INPUTS[key]]));
  const rest = toFragment({ ...inputs, ...own });
  const isPlain = rest === toFragment(DEFAULT_INPUTS);
  const attributes = [
    ["lang", language],
    ...(isPlain
      ? keys.map((key) => [ATTRIBUTES[key], String(inputs[key])] as const)
      : [["state", toFragment(inputs).slice(1)] as const]),
  ] as const;
  const lines = attributes.map(([name, value]) => `  ${name}="${attributeText(value)}"`);
  return [
    `<script type="module" src="${new URL(SCRIPT_PATH, base).href}"></script>`,
    "<cost-simulator",
    ...lines,
    "></cost-simulator>",
  ].join("\n");
}

function attributeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
