import {
  MACHINE_SERVICE_IDS,
  PROVIDERS,
  type ProviderId,
} from "../../../shared/catalog/providers.ts";
import { PURCHASES } from "../../../shared/catalog/purchase.ts";
import type { DurationPercentile } from "../../../shared/duration-distribution.ts";
import { FIELDS, NAME_LENGTH_MAX } from "../../../shared/fields.ts";
import { FUNCTION_CHOICES } from "../function-choices.ts";
import type { CustomPriceChoice, FunctionChoice, MachineChoice } from "../inputs.ts";
import { numberParameter, type Parameter } from "./parameter.ts";

/** Names of regions, services and machine types, and patterns of them. */
const NAME = new RegExp(String.raw`^[\w.*-]{1,${NAME_LENGTH_MAX}}$`, "u");

/** A name as providers write them. */
export const NAME_PARAMETER: Parameter<string> = {
  write: (name) => name,
  read: (text) => (NAME.test(text) ? text : undefined),
};

/** `aws_lambda.arm64`. */
export const FUNCTION_PARAMETER: Parameter<FunctionChoice> = {
  write: ({ service, architecture }) => `${service}.${architecture}`,
  read: (text) => FUNCTION_CHOICES.find((choice) => FUNCTION_PARAMETER.write(choice) === text),
};

/** `aws_ec2:t4g.small`, and `aws_ec2:t4g.small@spot` for one that is not paid for on demand. */
export const MACHINE_PARAMETER: Parameter<MachineChoice> = {
  write: ({ service, instanceType, purchase }) =>
    `${service}:${instanceType}${purchase === "on_demand" ? "" : `@${purchase}`}`,
  read: (text) => {
    const [, serviceName, instanceType = "", purchaseName = "on_demand"] =
      /^(\w+):([^@]*)(?:@(\w+))?$/u.exec(text) ?? [];
    const service = MACHINE_SERVICE_IDS.find((id) => id === serviceName);
    const purchase = PURCHASES.find((name) => name === purchaseName);
    if (service === undefined || purchase === undefined || !NAME.test(instanceType)) {
      return undefined;
    }
    return { service, instanceType, purchase };
  },
};

const PERCENTILE = numberParameter(FIELDS.percentile);
const DURATION = numberParameter(FIELDS.execution_time_ms);

/** `95:800`: 95 % of the requests take 800 ms or less. */
export const PERCENTILE_PARAMETER: Parameter<DurationPercentile> = {
  write: ({ percentile, durationMs }) => `${percentile}:${durationMs}`,
  read: (text) => {
    const [percentileText = "", durationText = ""] = text.split(":");
    const percentile = PERCENTILE.read(percentileText);
    const durationMs = DURATION.read(durationText);
    return percentile === undefined || durationMs === undefined || percentile === 0
      ? undefined
      : { percentile, durationMs };
  },
};

const RATE = numberParameter(FIELDS.egress_rate);

/** `aws:0.05`: a provider's own egress rate. */
export const EGRESS_RATE_PARAMETER: Parameter<readonly [ProviderId, number]> = {
  write: ([provider, rate]) => `${provider}:${rate}`,
  read: (text) => {
    const [name = "", rateText = ""] = text.split(":");
    const provider = PROVIDERS.find((id) => id === name);
    const rate = RATE.read(rateText);
    return provider === undefined || rate === undefined ? undefined : [provider, rate];
  },
};

const DISCOUNT = numberParameter(FIELDS.discount_percent);
const UNIT_PRICE = numberParameter(FIELDS.unit_price);
const ALL = "*";

/** `aws:*:m7g.*:-20`: 20 % off; `aws:aws_ec2:m7g.large:0.08`: a price of one's own. */
export const CUSTOM_PRICE_PARAMETER: Parameter<CustomPriceChoice> = {
  write: ({ provider, service = ALL, instanceType = ALL, change }) => {
    const amount =
      "unitPriceUsd" in change ? String(change.unitPriceUsd) : `-${change.discountPercent}`;
    return [provider, service, instanceType, amount].join(":");
  },
  read: (text) => {
    const [providerName = "", service = "", instanceType = "", amount = ""] = text.split(":");
    const provider = PROVIDERS.find((id) => id === providerName);
    const change = changeOf(amount);
    if (provider === undefined || change === undefined) return undefined;
    if (!NAME.test(service) || !NAME.test(instanceType)) return undefined;
    return {
      provider,
      ...(service === ALL ? {} : { service }),
      ...(instanceType === ALL ? {} : { instanceType }),
      change,
    };
  },
};

function changeOf(amount: string): CustomPriceChoice["change"] | undefined {
  if (amount.startsWith("-")) {
    const discountPercent = DISCOUNT.read(amount.slice(1));
    return discountPercent === undefined ? undefined : { discountPercent };
  }
  const unitPriceUsd = UNIT_PRICE.read(amount);
  return unitPriceUsd === undefined ? undefined : { unitPriceUsd };
}
