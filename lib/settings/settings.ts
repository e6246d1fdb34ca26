// The shop's numbers: every setting, its default and what it must be. No other module of lib holds a number of the shop.
// Rows of Réglages are parsed once, all errors at once; a bad value is a Problem and its default stands in.
import { z } from 'zod/mini';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { settings as settingsTable } from '#lib/tables/settings.ts';

const count = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));
const share = z.number().check(z.gte(0), z.lte(1));

interface Setting<Value> {
  readonly fallback: Value;
  readonly schema: z.ZodMiniType<Value>;
  /** What is accepted, for the error's cure: a bound in figures, no sentence. */
  readonly expected: string;
}

const setting = <Value>(fallback: Value, schema: z.ZodMiniType<Value>, expected: string): Setting<Value> => ({
  fallback,
  schema,
  expected,
});

export const settingDefinitions = {
  'points.lifetimeMonths': setting(18, count(1, 120), '1–120'),
  'points.delayBonus': setting(50, count(0, 10_000), '0–10000'),
  'billing.graceDays': setting(7, count(0, 60), '0–60'),
  'billing.retryDays': setting(3, count(1, 30), '1–30'),
  'billing.pauseMonths': setting(3, count(1, 12), '1–12'),
  'billing.invoiceWindowDays': setting(45, count(31, 400), '31–400'),
  'stock.threshold': setting(0.2, share, '0–1'),
  'stock.bufferWeeks': setting(3, count(0, 26), '0–26'),
  'stock.minimumShelfLifeDays': setting(14, count(0, 365), '0–365'),
  'orders.cutOffHour': setting(14, count(0, 23), '0–23'),
} as const;

export type SettingKey = keyof typeof settingDefinitions;
export type Settings = {
  readonly [Key in SettingKey]: (typeof settingDefinitions)[Key] extends Setting<infer Value> ? Value : never;
};

export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

export function parseSettings(state: TableState<typeof settingsTable>): ParsedSettings {
  const problems: Problem[] = [];
  const parsed: Record<string, unknown> = {};
  const valueColumn = state.columnIndexOf.get('value') ?? 0;
  for (const [key, definition] of Object.entries(settingDefinitions) as [SettingKey, Setting<unknown>][]) {
    const row = state.byId.get(key);
    const fallback = String(definition.fallback);
    const result = definition.schema.safeParse(row?.value);
    if (result.success) {
      parsed[key] = result.data;
      continue;
    }
    parsed[key] = definition.fallback;
    const at = row && { tab: state.title, cell: cellName(row.rowIndex, valueColumn), id: key };
    const missing = row === undefined || row.value === null;
    problems.push(
      missing
        ? problem('settingMissing', { key, fallback }, at)
        : problem('settingBad', { key, value: String(row.value), expected: definition.expected, fallback }, at),
    );
  }
  for (const row of state.rows) {
    if (row.id in settingDefinitions) continue;
    problems.push(
      problem('settingUnknown', { key: row.id }, { tab: state.title, cell: cellName(row.rowIndex, 0), id: row.id }),
    );
  }
  return { settings: parsed as Settings, problems };
}
