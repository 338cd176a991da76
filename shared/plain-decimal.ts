/** A number in plain decimals: `0.0000002`, never `2e-7`. */
export function plainDecimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
  const [coefficient = "", exponent] = String(value).split("e");
  if (exponent === undefined) return coefficient;
  const sign = coefficient.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = coefficient.replace("-", "").split(".");
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, "0");
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
