/** A figure in plain digits, as it was written: "2.04", "-3", "75". Never a float: "2,10" stays "2.10". [M13] */
export type Decimal = string;

/** Between which a figure should lie; either may be missing, and the same twice is one figure. */
export type TargetRange = { from?: Decimal; to?: Decimal };

/** Twelve digits, six decimals; points part thousands and nothing else, so that "2.04" is not taken for 204. */
const WRITTEN = /^([-−–]?)(\d{1,12}|\d{1,3}(?:\.\d{3}){1,3})(?:,(\d{1,6}))?$/;

/** What a Dane writes ("2,04", "1.250", "−3"), as a figure; null of what is none. [M13] */
export function decimalOf(written: string): Decimal | null {
  const [, sign, whole, decimals] = WRITTEN.exec(written.replace(/\s+/g, "").replace(/%$/, "")) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replaceAll(".", "").replace(/^0+(?=\d)/, "");
  const value = decimals ? `${digits}.${decimals}` : digits;
  return sign && /[1-9]/.test(value) ? `-${value}` : value;
}

/** "1.250,50". */
export function danish(value: Decimal): string {
  const [whole = "", decimals] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** Negative, zero or positive, exactly. */
export function compareFigures(one: Decimal, other: Decimal): number {
  const places = Math.max(decimalsOf(one), decimalsOf(other));
  const difference = scaled(one, places) - scaled(other, places);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

function decimalsOf(value: Decimal): number {
  return value.split(".")[1]?.length ?? 0;
}

function scaled(value: Decimal, places: number): bigint {
  const [whole = "0", decimals = ""] = value.split(".");
  return BigInt(whole + decimals.padEnd(places, "0"));
}

/** "2,04 %", "60.000 kr.", "12 skoler"; what is counted ("antal") stands alone. */
export function withUnit(figure: string, unit: string): string {
  return unit === "" || unit === COUNTED ? figure : `${figure}\u00a0${unit}`;
}

export const COUNTED = "antal";

/** "1–3 %", "mindst 50 %", "højst 4", "50 %", or "" where there is none. */
export function targetWords({ from, to }: TargetRange, unit: string): string {
  if (from !== undefined && to !== undefined) {
    const isOne = compareFigures(from, to) === 0;
    return withUnit(isOne ? danish(from) : `${danish(from)}–${danish(to)}`, unit);
  }
  if (from !== undefined) return `mindst ${withUnit(danish(from), unit)}`;
  return to === undefined ? "" : `højst ${withUnit(danish(to), unit)}`;
}
