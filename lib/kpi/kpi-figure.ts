// What one figure is: a value with the two numbers it is made of, the days it looks at, what it rests on in words, and the
// rows behind it. Made here only, so that a value without a denominator cannot exist.
import type { Day } from '#lib/kernel/day.ts';
import type { FigureId } from '#lib/tables/kpi-definitions.ts';
import type { TableKey } from '#lib/tables/tables.ts';

/** First and last day, both included. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** A detail of a figure: one hero product (its SKU) or one channel (its choice code). */
export interface Subject {
  readonly kind: 'product' | 'channel';
  readonly id: string;
}

/** Rows of one tab: those in the numerator (`counted`), or all that were looked at when these are more. */
export interface RowGroup {
  readonly table: TableKey;
  readonly part: 'counted' | 'all';
  /** In ascending order, each once. */
  readonly ids: readonly string[];
}

export interface KpiFigure {
  readonly id: FigureId;
  /** null: the whole shop. */
  readonly subject: Subject | null;
  readonly period: Period;
  /** numerator ÷ denominator, × 100 for the NPS; null when there is nothing to divide by, or too little of it. */
  readonly value: number | null;
  /** Cents when the figure is in `moneyParts`; null with the value. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What it rests on, in words; without a value, why there is none. */
  readonly sample: string;
  readonly behind: readonly RowGroup[];
}

export type FigurePlace = Pick<KpiFigure, 'id' | 'subject' | 'period'>;

interface Measured {
  readonly numerator: number;
  /** Must be above 0. */
  readonly denominator: number;
  readonly scale?: number;
  readonly sample: string;
  readonly behind: readonly RowGroup[];
}

export function measured(place: FigurePlace, { numerator, denominator, scale = 1, ...rest }: Measured): KpiFigure {
  return { ...place, value: (numerator / denominator) * scale, numerator, denominator, ...rest };
}

/** @param why the reason, as a sentence. */
export function unmeasured(place: FigurePlace, why: string, behind: readonly RowGroup[] = []): KpiFigure {
  return { ...place, value: null, numerator: null, denominator: null, sample: why, behind };
}

/** @param rows each once. */
export function rowGroup(table: TableKey, part: RowGroup['part'], rows: Iterable<{ readonly id: string }>): RowGroup {
  return { table, part, ids: Array.from(rows, ({ id }) => id).sort() };
}
