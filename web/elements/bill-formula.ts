import { html, nothing, type TemplateResult } from "lit";
import type { LineItem } from "../../shared/engine/bill.ts";
import type { CapacityFormulas } from "../../shared/explain/capacity-formulas.ts";
import type { LineExplanation } from "../../shared/explain/explain-offer.ts";
import {
  termValue,
  type Operand,
  type OperandName,
  type UsageFormula,
  type UsageTerm,
} from "../../shared/explain/usage-formula.ts";
import type { FleetCapacity } from "../../shared/simulate.ts";
import { MB_PER_GB, PERCENT } from "../../shared/units.ts";
import type { Formatter } from "../format.ts";
import { PRECISE, QUANTITY, SHARE, VALUE, unitPriceText } from "../formats.ts";
import type { BillTexts } from "../messages/bill-texts.ts";
import type { PageMessages } from "../messages/messages.ts";
import { durationText } from "./parts.ts";

/** What formulas are said with. */
export interface FormulaWords {
  readonly texts: BillTexts;
  readonly page: PageMessages;
  readonly format: Formatter;
}

/** How a line comes about: usage, free allowance, tiers, and how far its price can be trusted. */
export function lineFormula(
  line: LineItem,
  { usage, price }: LineExplanation,
  words: FormulaWords,
): TemplateResult {
  const { texts, format } = words;
  const unit = unitText(line.unit, texts);
  return html`<dl>
    <div>
      <dt>${texts.usageTitle}</dt>
      <dd>
        ${
          usage.plus.length === 0
            ? texts.noUsage
            : html`<span class="formula">${formulaText(usage, words)}</span>
                <span class="formula"
                  >${texts.equals(format.written(QUANTITY, line.quantity), unit)}</span
                >
                ${originNotes(usage, words)}`
        }
      </dd>
    </div>
    <div>
      <dt>${texts.allowanceTitle}</dt>
      <dd>
        ${
          price.free === 0
            ? texts.noAllowance
            : texts.allowance(
                format.written(QUANTITY, price.free),
                unit,
                format.written(QUANTITY, line.free),
              )
        }
      </dd>
    </div>
    <div>
      <dt>${texts.priceTitle}</dt>
      <dd>${tierTable(line, price.tiers, words)}</dd>
    </div>
    ${
      line.provenance === null
        ? nothing
        : html`<div>
            <dt>${texts.sourceTitle}</dt>
            <dd>
              ${texts.meaning[line.provenance.confidence]}
              ${
                line.provenance.discountPercent === undefined
                  ? nothing
                  : texts.discounted(format.written(VALUE, line.provenance.discountPercent))
              }
            </dd>
          </div>`
    }
  </dl>`;
}

/** All tiers of a price, with what of each was used. */
function tierTable(
  line: LineItem,
  tiers: LineExplanation["price"]["tiers"],
  { texts, page, format }: FormulaWords,
): TemplateResult {
  const rows = tiers.map(({ upTo, unitPrice }, index) => {
    const from = tiers[index - 1]?.upTo ?? 0;
    const used = line.tiers.find((tier) => tier.from === from);
    const range =
      upTo === Infinity
        ? from === 0
          ? texts.allUsage
          : texts.tierFrom(format.written(QUANTITY, from))
        : texts.tierRange(format.written(QUANTITY, from), format.written(QUANTITY, upTo));
    return html`<tr class=${used === undefined ? "muted" : ""}>
      <td>${range}</td>
      <td class="number">${unitPriceText(unitPrice, format)}</td>
      <td class="number">${used === undefined ? "–" : format.written(QUANTITY, used.quantity)}</td>
      <td class="number">${used === undefined ? "–" : format.money(used.amount)}</td>
    </tr>`;
  });
  return html`<table class="tiers">
    <thead>
      <tr>
        <th scope="col">${texts.tierColumn}</th>
        <th scope="col" class="number">${texts.unitPrice}</th>
        <th scope="col" class="number">${texts.usedColumn}</th>
        <th scope="col" class="number">${texts.amount}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
      <tr>
        <td colspan="3">${page.billTotal}</td>
        <td class="number"><strong>${format.money(line.amount)}</strong></td>
      </tr>
    </tbody>
  </table>`;
}

/** How many requests a machine carries, and how many machines that makes. */
export function capacityFormula(
  capacity: FleetCapacity,
  formulas: CapacityFormulas,
  words: FormulaWords,
): TemplateResult {
  const { texts, page, format } = words;
  const step = (title: string, term: UsageTerm, value: number, unit: string, isLimit = false) =>
    html`<div>
      <dt>${title}</dt>
      <dd>
        <span class="formula">${termText(term, words)}</span>
        <span class="formula ${isLimit ? "limit" : ""}"
          >${texts.equals(format.rounded(value), unit)}</span
        >
      </dd>
    </div>`;
  const machines = page.machineCount(format.count(capacity.machines), capacity.machines === 1);
  const { bindingResource: limit } = capacity;
  const monthly = formulas.perMonth(capacity.requestsPerSecond);
  const needed = formulas.machines?.(capacity.requestsPerMachine);
  const mb = (value: number) => page.sizes.mb(format.written(VALUE, value));
  return html`<dl>
    ${step(
      texts.capacityCpu,
      formulas.cpu,
      capacity.cpuRequestsPerSecond,
      texts.perSecond,
      limit === "cpu",
    )}
    ${step(
      texts.capacityMemory,
      formulas.memory,
      capacity.memoryRequestsPerSecond,
      texts.perSecond,
      limit === "memory",
    )}
    <div>
      <dt></dt>
      <dd class="muted">${texts.usable(mb(formulas.memoryMb), mb(formulas.memoryReserveMb))}</dd>
    </div>
    ${step(texts.capacityMonth, monthly, capacity.requestsPerMachine, texts.perMonth)}
    <div>
      <dt>${texts.capacityMachines}</dt>
      <dd>
        ${
          needed === undefined
            ? texts.fixedMachines(machines)
            : html`<span class="formula">${termText(needed, words)}</span>
                <span class="formula"
                  >= ${format.rounded(termValue(needed))}${texts.roundedUp(machines)}</span
                >`
        }
      </dd>
    </div>
  </dl>`;
}

/** A unit of a meter in the visitor's language. */
export function unitText(unit: string, { priceUnits }: BillTexts): string {
  const units: Readonly<Record<string, string>> = priceUnits;
  return units[unit] ?? unit;
}

function formulaText({ plus, minus }: UsageFormula, words: FormulaWords): string {
  const added = plus.map((term) => termText(term, words)).join(" + ");
  return [added, ...minus.map((term) => termText(term, words))].join(" − ");
}

function termText(term: UsageTerm, words: FormulaWords): string {
  return term
    .map((operand, index) => {
      const text = operandText(operand, words);
      if (index === 0) return text;
      return operand.isDivisor === true ? ` ÷ ${text}` : ` × ${text}`;
    })
    .join("");
}

/** Operands that are parts of a whole. */
const SHARES: ReadonlySet<OperandName> = new Set<OperandName>([
  "share",
  "internet_share",
  "cold_starts",
  "sustained_use",
  "sustained_vcpu",
  "utilisation",
]);

/** Beyond so much a figure is a count; below it the first digits say what matters. */
const LARGE = 1_000_000;

function operandText({ name, value, unit = "" }: Operand, { texts, format }: FormulaWords): string {
  const figure = SHARES.has(name)
    ? format.written(SHARE, value)
    : value >= LARGE
      ? format.written(QUANTITY, value)
      : format.written(PRECISE, value);
  return texts.operands[name](figure, unitText(unit, texts));
}

/** How what is billed was made of what a request takes; each said once. */
function originNotes(
  { plus, minus }: UsageFormula,
  words: FormulaWords,
): TemplateResult | typeof nothing {
  const notes = new Set<string>();
  for (const operand of [...plus, ...minus].flat()) {
    const text = originText(operand, words);
    if (text !== null) notes.add(text);
  }
  if (notes.size === 0) return nothing;
  return html`<ul class="muted">
    ${[...notes].map((note) => html`<li>${note}</li>`)}
  </ul>`;
}

function originText(operand: Operand, words: FormulaWords): string | null {
  const { origin } = operand;
  const { texts, page, format } = words;
  const duration = (ms: number) => durationText(ms, page, format);
  const memory = (mb: number) =>
    mb % MB_PER_GB === 0
      ? page.sizes.gb(format.written(VALUE, mb / MB_PER_GB))
      : page.sizes.mb(format.written(VALUE, mb));
  const named = (text: string) => `${operandText(operand, words)}: ${text}`;
  if (origin === undefined) return null;
  if (origin.kind === "memory_size") return named(texts.memorySize(memory(origin.memoryMb)));
  if (origin.kind === "assumed_cpu") {
    return named(texts.assumedCpu(duration(origin.durationMs), memory(origin.memoryMb)));
  }
  const { durationMs, stepMs, leastMs, isDistribution, coldStarts } = origin;
  const { billedTime } = texts;
  const step = duration(Math.max(1, stepMs));
  const parts = [
    isDistribution
      ? billedTime.distribution(duration(durationMs), step)
      : stepMs === 0
        ? billedTime.exact(duration(durationMs))
        : billedTime.rounded(duration(durationMs), step),
    ...(leastMs === 0 ? [] : [billedTime.least(duration(leastMs))]),
    ...(coldStarts === null
      ? []
      : [
          billedTime.coldStarts(
            format.written(VALUE, coldStarts.ratio * PERCENT),
            duration(coldStarts.initMs),
          ),
        ]),
  ];
  return named(parts.join(page.listSeparator));
}
