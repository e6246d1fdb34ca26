// The template against the workbook as it stands → the requests that bring it up to date, for one atomic batch. A blank
// workbook is filled, an older one completed; what people renamed, moved, coloured, added or removed stays theirs. Planned
// again on its own result, it asks for nothing.
import { counterKey, SCHEMA_VERSION, systemKeys } from '#lib/changes/system-state.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { type IdRangeOf, idRange } from '#lib/tables/definition/cell-format.ts';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';
import { findSheet, type LiveWorkbook, liveText } from './live-workbook.ts';
import { type PlacedTab, placeLiveTab, placeNewTab } from './place-tab.ts';
import { planColumns } from './plan-columns.ts';
import { planFormulas } from './plan-formulas.ts';
import { planLook } from './plan-look.ts';
import { planRules } from './plan-rules.ts';
import { liveRowIndexes, planStarterRows } from './plan-starter-rows.ts';
import { type StarterRow, starterRows } from './starter-rows.ts';
import { openTemplateRecord, recordKey, type TemplateRecord } from './template-record.ts';
import type { WorkbookRequest } from './workbook-request.ts';

export interface WorkbookPlan {
  /** In the order they must be applied, in one batchUpdate; empty when the workbook is up to date. */
  readonly requests: readonly WorkbookRequest[];
  /** Tabs left as they are, and why. */
  readonly problems: readonly Problem[];
  /** What the requests do, one sentence each, for people. */
  readonly preview: readonly string[];
}

/** @param live the answers of both reads of live-workbook.ts, joined. */
export function planWorkbook(live: LiveWorkbook, words: Words): WorkbookPlan {
  const placed = placeTabs(live, words);
  const tabs = new Map(placed.map((tab) => [tab.key, tab]));
  const system = tabs.get('system') as PlacedTab;
  const stored = storedRows(system);
  const found = Number(stored.get(systemKeys.schemaVersion) ?? SCHEMA_VERSION);
  if (found > SCHEMA_VERSION) {
    const newer = problem('schemaNewer', { found, known: SCHEMA_VERSION });
    return { requests: [], problems: [newer], preview: [] };
  }
  const requests: WorkbookRequest[] = [...language(live, placed, words), ...placed.flatMap((tab) => tab.requests)];
  const preview = placed.flatMap((tab) => tab.preview);
  if (requests.length > 0 && 'updateSpreadsheetProperties' in (requests[0] ?? {})) {
    preview.unshift(words.workbook.preview.language(words.workbook));
  }
  const context: FillContext = { tabs, idRangeOf: idRangeIn(tabs), words, rows: starterRows(words, systemRows()) };
  const records: Record<string, string> = {};
  for (const tab of placed) {
    if (tab.problems.length > 0) continue;
    const record = openTemplateRecord(tab.bare ? '' : (stored.get(recordKey(tab.key)) ?? ''));
    const filled = fillTab(context, tab, record);
    requests.push(...filled.requests);
    preview.push(...filled.preview);
    records[recordKey(tab.key)] = record.text();
  }
  requests.push(...writeSystem(context, system, stored, records));
  if (found < SCHEMA_VERSION) preview.push(words.workbook.preview.schema({ from: found, to: SCHEMA_VERSION }));
  return { requests, problems: placed.flatMap((tab) => tab.problems), preview };
}

interface FillContext {
  readonly tabs: ReadonlyMap<TableKey, PlacedTab>;
  readonly idRangeOf: IdRangeOf;
  readonly words: Words;
  readonly rows: Partial<Record<TableKey, readonly StarterRow[]>>;
}

function placeTabs(live: LiveWorkbook, words: Words): PlacedTab[] {
  const sheets = [...(live.sheets ?? [])].sort((a, b) => (a.properties?.index ?? 0) - (b.properties?.index ?? 0));
  const order = sheets.map((sheet) => sheet.properties?.sheetId ?? -1);
  const titles = new Set(sheets.map((sheet) => (sheet.properties?.title ?? '').toLowerCase()));
  const before: number[] = [];
  return (Object.keys(tables) as TableKey[]).map((key) => {
    const table = tables[key];
    const sheet = findSheet(live, table.sheetId);
    const index = Math.max(-1, ...before.map((sheetId) => order.indexOf(sheetId))) + 1;
    before.push(table.sheetId);
    if (sheet !== undefined) return placeLiveTab(table, sheet, words);
    order.splice(index, 0, table.sheetId);
    return placeNewTab(table, freeTitle(words.tabTitle(key), titles), index, words);
  });
}

/** A person's tab may have the title already: titles are told apart without regard to case. */
function freeTitle(wanted: string, taken: Set<string>): string {
  let title = wanted;
  for (let number = 2; taken.has(title.toLowerCase()); number++) title = `${wanted} (${number})`;
  taken.add(title.toLowerCase());
  return title;
}

/** Only a workbook in which nothing of ours stands yet is given a language and a zone. */
function language(live: LiveWorkbook, placed: readonly PlacedTab[], words: Words): WorkbookRequest[] {
  const { locale, timeZone } = words.workbook;
  const isNew = placed.every((tab) => tab.live === undefined);
  if (!isNew || (live.properties?.locale === locale && live.properties?.timeZone === timeZone)) return [];
  return [{ updateSpreadsheetProperties: { properties: { locale, timeZone }, fields: 'locale,timeZone' } }];
}

function idRangeIn(tabs: ReadonlyMap<TableKey, PlacedTab>): IdRangeOf {
  return (table) => {
    const tab = tabs.get(table as TableKey);
    const index = tab?.columnIndexOf.get('id');
    return tab === undefined || index === undefined ? null : idRange(tab.title, index);
  };
}

function systemRows(): Record<string, string | null> {
  const prefixes = Object.values(tables).flatMap((table) => table.prefix ?? []);
  return {
    [systemKeys.schemaVersion]: String(SCHEMA_VERSION),
    [systemKeys.revision]: '0',
    [systemKeys.leaseHolder]: null,
    [systemKeys.leaseUntil]: null,
    ...Object.fromEntries(prefixes.map((prefix) => [counterKey(prefix), '0'])),
  };
}

function storedRows(system: PlacedTab): ReadonlyMap<string, string> {
  const { live, columnIndexOf } = system;
  if (live === undefined || system.problems.length > 0) return new Map();
  const column = columnIndexOf.get('value') ?? 1;
  return new Map([...liveRowIndexes(system, live)].map(([id, row]) => [id, liveText(live, row, column)]));
}

function fillTab(context: FillContext, tab: PlacedTab, record: TemplateRecord) {
  const { tabs, idRangeOf, words } = context;
  const shape = { tab, record, tabs, idRangeOf, words };
  const look = [...planColumns(shape), ...planLook(tab, record, words), ...planRules(tab, record, words)];
  const formulas = planFormulas(tab, record, tabs, words);
  // Système's own rows are written last, with the records of all tabs.
  const rows = tab.key === 'system' ? [] : (context.rows[tab.key] ?? []);
  const given = planStarterRows(shape, rows);
  const changed = !tab.bare && look.length + formulas.length > 0;
  return {
    requests: [...look, ...formulas, ...given.requests],
    preview: [...(changed ? [words.workbook.preview.look({ tab: tab.title })] : []), ...given.preview],
  };
}

/** Système's rows: those every workbook starts with, the schema's version, and what the template has put on each tab. */
function writeSystem(
  { tabs, idRangeOf, words, rows }: FillContext,
  tab: PlacedTab,
  stored: ReadonlyMap<string, string>,
  records: Readonly<Record<string, string>>,
): readonly WorkbookRequest[] {
  if (tab.problems.length > 0) return [];
  const current = { [systemKeys.schemaVersion]: String(SCHEMA_VERSION), ...records };
  const kept = Object.entries(current)
    .filter(([id, value]) => stored.get(id) !== value)
    .map(([id, value]): StarterRow => {
      return { id, cells: { id, value }, restored: true, kept: ['value'], formulas: {}, formats: {} };
    });
  const first = (rows.system ?? []).filter((row) => !(row.id in current));
  const record = openTemplateRecord('');
  return planStarterRows({ tab, record, tabs, idRangeOf, words }, [...first, ...kept]).requests;
}
