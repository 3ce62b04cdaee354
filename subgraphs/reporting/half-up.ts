/**
 * The whole number nearest to `numerator / denominator`; a half goes up, towards plus infinity (0.5 -> 1, -0.5 -> 0,
 * -1.5 -> -1), as the week report of the source rounds (60.5 -> 61). Whole numbers throughout, so that no
 * floating-point error tips a half; exact as long as 2 * numerator + denominator is a safe integer.
 * @param denominator above 0
 */
export function halfUp(numerator: number, denominator: number): number {
  const doubled = 2 * numerator + denominator;
  const base = 2 * denominator;
  const rest = ((doubled % base) + base) % base;
  return (doubled - rest) / base;
}

/** `part / whole` between 0 and 1 to three decimals, half-up; null when there is no whole to take a part of. */
export const rate = (part: number, whole: number): number | null =>
  whole === 0 ? null : halfUp(1000 * part, whole) / 1000;
