// Tracking numbers: the address of a parcel's page, and the check digit of international postal numbers (UPU S10).

/** The carrier's page for a number; null without a template that has a place for it. */
export function trackingLink(template: string | null, number: string): string | null {
  const place = '{{numero}}';
  return template?.includes(place) ? template.split(place).join(encodeURIComponent(number)) : null;
}

const S10 = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/**
 * Whether a number of the form RB123456785GB carries the right check digit (weights 8 6 4 2 3 5 9 7, 11 minus the remainder,
 * where 10 is written 0 and 11 is written 5); null when it is no S10 number.
 * @see UPU standard S10, "Identification of postal items"
 */
export function isSoundS10(number: string): boolean | null {
  const match = S10.exec(number.replace(/\s/g, '').toUpperCase());
  if (match === null) return null;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(match[1]?.[index]), 0);
  const check = 11 - (sum % 11);
  return (check === 10 ? 0 : check === 11 ? 5 : check) === Number(match[2]);
}
