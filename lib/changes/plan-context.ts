// What every plan is handed besides its input: the workbook as it stands, the moment, the settings and the words.
import type { Clock } from '#lib/kernel/clock.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { Words } from '#lib/text/words.ts';

export interface PlanContext {
  readonly workbook: WorkbookState;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly words: Words;
}
