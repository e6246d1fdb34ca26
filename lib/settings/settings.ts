// The shop's numbers: what every setting must be; its default stands in lib/tables/default-settings.
// Rows of Réglages are parsed once, all errors at once; a bad value is a Problem and its default stands in.
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { defaultSettings, type SettingKey } from '#lib/tables/default-settings.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { TableState } from '#lib/tables/definition/table-state.ts';
import type { settings as settingsTable } from '#lib/tables/settings.ts';

export type { SettingKey } from '#lib/tables/default-settings.ts';

type Accepts<Value> = (value: unknown) => value is Value;

const between =
  (min: number, max: number): Accepts<number> =>
  (value): value is number =>
    typeof value === 'number' && value >= min && value <= max;
const count =
  (min: number, max: number): Accepts<number> =>
  (value): value is number =>
    Number.isInteger(value) && between(min, max)(value);
const share = between(0, 1);
const positive = between(0, 1000);
/** None at all would promise an answer before the question. */
const hours: Accepts<number> = (value): value is number => between(0, 240)(value) && value > 0;
const flag: Accepts<boolean> = (value) => typeof value === 'boolean';
const text: Accepts<string> = (value): value is string => typeof value === 'string' && value.length <= 2000;

interface Rule {
  readonly accepts: Accepts<string | number | boolean>;
  /** What is accepted, for the error's cure: a bound in figures, no sentence. */
  readonly expected: string;
}

const rule = <Value>(accepts: Accepts<Value>, expected: string) => ({ accepts, expected });

const rules = {
  'shop.name': rule(text, '≤ 2000'),
  'shop.signature': rule(text, '≤ 2000'),
  'shop.email': rule(text, '≤ 2000'),
  'links.catalogue': rule(text, '≤ 2000'),
  'links.portal': rule(text, '≤ 2000'),
  'links.survey': rule(text, '≤ 2000'),
  'links.faq': rule(text, '≤ 2000'),
  'points.lifetimeMonths': rule(count(1, 120), '1–120'),
  'points.delayBonus': rule(count(0, 10_000), '0–10000'),
  'points.noticeFirstDays': rule(count(1, 365), '1–365'),
  'points.noticeLastDays': rule(count(1, 365), '1–365'),
  'points.perEuro': rule(count(1, 100_000), '1–100000'),
  'billing.graceDays': rule(count(0, 60), '0–60'),
  'billing.retryDays': rule(count(1, 30), '1–30'),
  'billing.pauseMonths': rule(count(1, 12), '1–12'),
  'billing.switchAtRenewal': rule(flag, 'oui/non'),
  'billing.invoiceWindowDays': rule(count(31, 400), '31–400'),
  'stock.threshold': rule(share, '0–1'),
  'stock.bufferWeeks': rule(count(0, 26), '0–26'),
  'stock.minimumShelfLifeDays': rule(count(0, 365), '0–365'),
  'stock.serviceLevel': rule(share, '0–1'),
  'stock.reviewDays': rule(count(1, 60), '1–60'),
  'stock.cycleWeeks': rule(count(1, 52), '1–52'),
  'stock.historyWeeks': rule(count(2, 104), '2–104'),
  'stock.historyMinimumDays': rule(count(1, 365), '1–365'),
  'stock.leadTimeDays': rule(count(0, 120), '0–120'),
  'stock.urgentHours': rule(count(1, 720), '1–720'),
  'stock.allowPartial': rule(flag, 'VRAI/FAUX'),
  'stock.wholeOrder': rule(flag, 'VRAI/FAUX'),
  'stock.nearDays': rule(count(1, 730), '1–730'),
  'stock.nearerDays': rule(count(1, 730), '1–730'),
  'stock.nearestDays': rule(count(1, 730), '1–730'),
  'stock.initialCustomers': rule(count(1, 10_000), '1–10000'),
  'stock.heroMargin': rule(share, '0–1'),
  'stock.heroMarginGain': rule(share, '0–1'),
  'forecast.minimumWeeks': rule(count(2, 104), '2–104'),
  'forecast.smoothing': rule(share, '0–1'),
  'forecast.stockedShare': rule(share, '0–1'),
  'forecast.oneOffFactor': rule(count(1, 1000), '1–1000'),
  'orders.cutOffHour': rule(count(0, 23), '0–23'),
  'orders.hubDays': rule(count(0, 30), '0–30'),
  'orders.dropshipMinDays': rule(count(0, 60), '0–60'),
  'orders.dropshipMaxDays': rule(count(0, 60), '0–60'),
  'orders.dispatchMinDays': rule(count(0, 60), '0–60'),
  'orders.dispatchMaxDays': rule(count(0, 60), '0–60'),
  'orders.lateAfterDays': rule(count(0, 30), '0–30'),
  'orders.commission': rule(share, '0–1'),
  'support.chatHours': rule(hours, '0–240'),
  'support.emailHours': rule(hours, '0–240'),
  'support.whatsappHours': rule(hours, '0–240'),
  'support.otherHours': rule(hours, '0–240'),
  'support.nextReplyHours': rule(hours, '0–240'),
  'support.resolutionHours': rule(hours, '0–240'),
  'support.amberShare': rule(share, '0–1'),
  'support.openHour': rule(count(0, 23), '0–23'),
  'support.closeHour': rule(count(1, 24), '1–24'),
  'support.sendFromGmail': rule(flag, 'VRAI/FAUX'),
  'faq.frequentTickets': rule(count(2, 1000), '2–1000'),
  'faq.lookBackDays': rule(count(1, 3650), '1–3650'),
  'replies.trackingDays': rule(count(0, 60), '0–60'),
  'replies.mirrorDays': rule(count(0, 30), '0–30'),
  'replies.listedProducts': rule(count(1, 20), '1–20'),
  'replies.chatCharacters': rule(count(100, 5000), '100–5000'),
  'crisis.bonusPoints': rule(count(0, 10_000), '0–10000'),
  'kpi.windowDays': rule(count(7, 365), '7–365'),
  'kpi.yearDays': rule(count(90, 730), '90–730'),
  'kpi.rotationMinimumDays': rule(count(1, 365), '1–365'),
  'kpi.trendDays': rule(count(1, 90), '1–90'),
  'kpi.rotation': rule(positive, '0–1000'),
  'kpi.stockOut': rule(share, '0–1'),
  'kpi.heroMargin': rule(share, '0–1'),
  'kpi.csat': rule(positive, '0–1000'),
  'kpi.firstContact': rule(share, '0–1'),
  'kpi.nps': rule(positive, '0–1000'),
  'kpi.recovery': rule(share, '0–1'),
  'kpi.yearlyConversion': rule(share, '0–1'),
  'kpi.portalAdoption': rule(share, '0–1'),
  'kpi.hubDelay': rule(positive, '0–1000'),
  'kpi.dropshipDelay': rule(positive, '0–1000'),
  'kpi.errorRate': rule(share, '0–1'),
  'kpi.fulfilmentCost': rule(share, '0–1'),
} satisfies Readonly<Record<SettingKey, Rule>>;

export type Settings = {
  readonly [Key in SettingKey]: (typeof rules)[Key]['accepts'] extends Accepts<infer Value> ? Value : never;
};

export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

export function parseSettings(state: TableState<typeof settingsTable>): ParsedSettings {
  const problems: Problem[] = [];
  const parsed: Record<string, unknown> = {};
  const valueColumn = state.columnIndexOf.get('value') ?? 0;
  for (const [key, { accepts, expected }] of Object.entries(rules) as [SettingKey, Rule][]) {
    const row = state.byId.get(key);
    const standard = defaultSettings[key];
    const fallback = String(standard);
    // A text may be left empty on purpose; a number may not.
    const value = row?.value ?? (row !== undefined && typeof standard === 'string' ? '' : undefined);
    if (accepts(value)) {
      parsed[key] = value;
      continue;
    }
    parsed[key] = standard;
    const at = row && { tab: state.title, cell: cellName(row.rowIndex, valueColumn), id: key };
    problems.push(
      value === undefined
        ? problem('settingMissing', { key, fallback }, at)
        : problem('settingBad', { key, value: String(value), expected, fallback }, at),
    );
  }
  problems.push(...putHoursInOrder(parsed, state));
  for (const row of state.rows) {
    if (row.id in rules) continue;
    problems.push(
      problem('settingUnknown', { key: row.id }, { tab: state.title, cell: cellName(row.rowIndex, 0), id: row.id }),
    );
  }
  return { settings: parsed as Settings, problems };
}

/** A shop that closes before it opens would never be open: no clock could run. Both hours go back to their defaults. */
function putHoursInOrder(parsed: Record<string, unknown>, state: TableState<typeof settingsTable>): readonly Problem[] {
  const key = 'support.closeHour';
  const [opens, closes] = [Number(parsed['support.openHour']), Number(parsed[key])];
  if (closes > opens) return [];
  for (const hour of ['support.openHour', key] as const) parsed[hour] = defaultSettings[hour];
  const row = state.byId.get(key);
  const at = row && { tab: state.title, cell: cellName(row.rowIndex, state.columnIndexOf.get('value') ?? 0), id: key };
  const fallback = String(defaultSettings[key]);
  return [problem('settingBad', { key, value: String(closes), expected: `> ${opens}`, fallback }, at)];
}
