// Tracking numbers of the demo shop. They say DEMO, so that none can be a real parcel's; the pages are the carriers' own.
import type { Random } from '#demo/random.ts';
import { starterCarriers } from '#templates/starter-carriers.ts';

export function trackingOf(random: Random, carrierId: string): { readonly number: string; readonly url: string } {
  const number = `DEMO${String(random.integer(0, 99_999_999)).padStart(9, '0')}`;
  const template = starterCarriers[carrierId]?.trackingUrl ?? '';
  return { number, url: template.replace('{{numero}}', number) };
}
