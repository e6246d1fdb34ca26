// The workbook's colours. Text on them keeps a contrast of at least 4.5; a colour never stands for a state without its word.
import type { ColorStyle } from './workbook-request.ts';

/** #rrggbb → what the API takes. */
export function color(hex: string): ColorStyle {
  const channel = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return { rgbColor: { red: channel(1), green: channel(3), blue: channel(5) } };
}

export const palette = {
  white: color('#ffffff'),
  band: color('#f5f7f4'),
  ink: color('#1f2a24'),
  /** Header of a column that people fill in. */
  headerTeam: color('#1f5c43'),
  /** Header of a column that the menu or the night fills in. */
  headerMachine: color('#5b6660'),
  good: color('#d9efe0'),
  goodInk: color('#14532d'),
  attention: color('#fdebc8'),
  attentionInk: color('#7a4100'),
  bad: color('#f9d6d2'),
  badInk: color('#8c1d18'),
  muted: color('#e8eae9'),
  mutedInk: color('#4b5563'),
} as const;
