// What `ops doctor` checks of the workbook itself: its schema, its language and zone, its settings. One read, no write.
import { SCHEMA_VERSION, systemKeys, systemNumber } from '#lib/changes/system-state.ts';
import { parseSettings, type Settings } from '#lib/settings/settings.ts';
import type { Words } from '#lib/text/words.ts';
import { type ReadWorkbook, readWorkbook } from '#sync/sheets/read-workbook.ts';
import type { SheetsClient } from '#sync/sheets/sheets-client.ts';
import type { Check } from './check.ts';
import { doctorWords } from './doctor-words.ts';

export interface WorkbookChecks {
  readonly checks: readonly Check[];
  /** null while the Réglages tab is not there. */
  readonly settings: Settings | null;
}

const LOCALE = 'fr_FR';

export interface WorkbookCheckOptions {
  readonly words: Words;
  readonly timeZone: string;
  /** How many changes the template would make; the caller plans them. */
  readonly pendingChanges: number;
}

export async function checkWorkbook(client: SheetsClient, options: WorkbookCheckOptions): Promise<WorkbookChecks> {
  const { words, timeZone, pendingChanges } = options;
  const read = await readWorkbook(client, words);
  const { locale, zone } = doctorWords;
  const settings = checkSettings(read);
  return {
    settings: settings.settings,
    checks: [
      checkShape(read, pendingChanges),
      settings.check,
      compare(locale.label, read.locale, LOCALE, locale.cure({ wanted: LOCALE })),
      compare(zone.label, read.timeZone, timeZone, zone.cure({ wanted: timeZone })),
    ],
  };
}

function checkShape({ workbook }: ReadWorkbook, pendingChanges: number): Check {
  const { label, good, pending, pendingCure, newer, newerCure } = doctorWords.shape;
  const version = systemNumber(workbook.system, systemKeys.schemaVersion);
  if (version !== null && version > SCHEMA_VERSION) {
    return check(label, 'failed', newer({ found: String(version), known: String(SCHEMA_VERSION) }), newerCure);
  }
  if (pendingChanges === 0) return check(label, 'ok', good, null);
  // Without its Système tab there is no workbook to work on; with it, an older shape still works.
  const state = version === null ? 'failed' : 'warning';
  return check(label, state, pending({ count: String(pendingChanges) }), pendingCure);
}

function checkSettings({ workbook }: ReadWorkbook): { readonly check: Check; readonly settings: Settings | null } {
  const { settings: label, settingsGood, settingsBad, settingsCure, pendingCure } = doctorWords.shape;
  if (!workbook.settings.usable) return { check: check(label, 'skipped', '–', pendingCure), settings: null };
  const { settings, problems } = parseSettings(workbook.settings);
  const found = problems.length === 0 ? settingsGood : settingsBad({ count: String(problems.length) });
  const state = problems.length === 0 ? 'ok' : 'warning';
  return { check: check(label, state, found, problems.length === 0 ? null : settingsCure), settings };
}

function compare(label: string, found: string | null, wanted: string, cure: string): Check {
  return found === wanted ? check(label, 'ok', wanted, null) : check(label, 'warning', found ?? '?', cure);
}

function check(label: string, state: Check['state'], found: string, cure: string | null): Check {
  return { group: 'workbook', label, state, found, cure };
}
