/** What a caller can get wrong. The sentences are in `messages/`. */
export type PricingErrorCode =
  | "unknown_region"
  | "unknown_machine_type"
  | "machine_type_retired"
  | "not_sold_so"
  | "no_price"
  | "option_not_offered"
  | "options_not_together"
  | "over_service_limit"
  | "size_not_offered"
  | "type_not_supported"
  | "duplicate_offer_id";

/** A request that names something that cannot be priced: the field, and what is allowed there. */
export class PricingError extends Error {
  override readonly name = "PricingError" as const;
  readonly code: PricingErrorCode;
  /** The field at fault, from the root of the input: `["offers", 1, "instanceType"]`. */
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;

  constructor(
    code: PricingErrorCode,
    path: readonly (string | number)[],
    params: Readonly<Record<string, string | number | readonly string[]>>,
  ) {
    super(`${code} at ${path.join(".")}`);
    this.code = code;
    this.path = path;
    this.params = params;
  }

  /** The same error, seen from further out: `prefix` is put before its path. */
  within(...prefix: readonly (string | number)[]): PricingError {
    return new PricingError(this.code, [...prefix, ...this.path], this.params);
  }
}

/** What is priced, or `null` where it cannot be: what else is thrown goes on. */
export function ifPriced<Value>(price: () => Value): Value | null {
  try {
    return price();
  } catch (error) {
    if (error instanceof PricingError) return null;
    throw error;
  }
}

/** Runs something, and names the part of the input that a `PricingError` of it is about. */
export function naming<Value>(prefix: readonly (string | number)[], run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw error instanceof PricingError ? error.within(...prefix) : error;
  }
}
