// Money is an integer number of cents in code and a number of euros in a cell. No other currency enters lib:
// an amount in another currency is a Problem where it is read. Nothing here may return a fraction of a cent.

export type Cents = number;

/** Euros as a cell holds them → cents, half away from zero; null when the number is not finite or has no cent value. */
export function centsFromEuros(euros: number): Cents | null {
  if (!Number.isFinite(euros)) return null;
  const near = Math.round(euros * 100);
  // Nearly every cell holds what eurosFromCents wrote.
  if (near / 100 === euros && Number.isSafeInteger(near)) return near || 0;
  // Multiplying by 100 turns 1.005 into 100.49999…; the decimal exponent shifts the digits a person typed instead.
  const shifted = Number(`${Math.abs(euros)}e2`);
  const rounded = Math.round(Number.isNaN(shifted) ? Math.abs(euros) * 100 : shifted);
  if (!Number.isSafeInteger(rounded)) return null;
  return euros < 0 ? -rounded || 0 : rounded;
}

/** Cents → euros as a cell holds them: the nearest double, which Sheets shows with two decimals. */
export function eurosFromCents(cents: Cents): number {
  return cents / 100;
}

/**
 * `total × part / whole` in whole units, rounded towards zero: the share never exceeds what was paid.
 * @throws nothing; a whole of 0 gives 0.
 */
export function shareRoundedDown(total: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Math.trunc((total * part) / whole);
}
