// What a page's commands become at the server: requests a client of Sheets could send, or a refusal as a whole.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageOperations } from '#local/web/sheet/apply-page-edit.ts';
import type { PageCommand } from '#local/web/sheet/page-commands.ts';
import { startWorld, type World } from '#local/world/start-world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ folder: null, startMs: Date.parse('2026-11-20T02:00:00Z') });
  const tabs = ['B', 'C', 'D'].map((title, index) => ({ addSheet: { properties: { title, sheetId: index + 1 } } }));
  const hide = { updateSheetProperties: { properties: { sheetId: 2, hidden: true }, fields: 'hidden' } };
  world.sheets.session.commit({ kind: 'batchUpdate', requests: [...tabs, hide] });
});
afterAll(async () => {
  await world.close();
});

const zone = { left: 0, top: 0, right: 1, bottom: 0 };
const onZone = { sheetId: '0', target: [zone] };
const formatOf = (style: object) => ({ type: 'SET_FORMATTING', ...onZone, style }) as PageCommand;

/** Carries commands out and gives the tabs as they then stand. */
function tabsAfter(...commands: readonly PageCommand[]): string {
  const operations = pageOperations(commands, world.sheets.session.workbook());
  if (operations === 'unsupported') return operations;
  for (const operation of operations) world.sheets.session.commit(operation);
  return world.sheets.session
    .workbook()
    .sheets.map(({ properties }) => properties.title)
    .join(' ');
}

it('moves, copies, adds, names and deletes tabs; a hidden one is stepped over', () => {
  expect(tabsAfter({ type: 'MOVE_SHEET', sheetId: '1', delta: 1 })).toBe('Feuille 1 C D B');
  expect(tabsAfter({ type: 'MOVE_SHEET', sheetId: '3', delta: -1 })).toBe('D Feuille 1 C B');
  expect(tabsAfter({ type: 'DUPLICATE_SHEET', sheetId: '3', sheetNameTo: 'D bis' })).toBe('D D bis Feuille 1 C B');
  expect(tabsAfter({ type: 'CREATE_SHEET', sheetId: 'x', name: 'E', position: 1 })).toBe('D E D bis Feuille 1 C B');
  expect(tabsAfter({ type: 'RENAME_SHEET', sheetId: '3', newName: 'É' })).toBe('É E D bis Feuille 1 C B');
  expect(tabsAfter({ type: 'DELETE_SHEET', sheetId: '3' })).toBe('E D bis Feuille 1 C B');
});

it.each<readonly [string, PageCommand, string]>([
  [
    'a colour taken away leaves the letters alone',
    formatOf({ fillColor: '' }),
    'userEnteredFormat.backgroundColorStyle',
  ],
  ['bold', formatOf({ bold: true }), 'userEnteredFormat.textFormat.bold'],
  [
    'two at once',
    formatOf({ italic: true, align: 'center' }),
    'userEnteredFormat.textFormat.italic,userEnteredFormat.horizontalAlignment',
  ],
  ['a cut empties its cells', { type: 'CLEAR_CELLS', ...onZone }, 'userEnteredValue'],
])('%s', (_, command, fields) => {
  const operations = pageOperations([command], world.sheets.session.workbook());
  expect(operations).toMatchObject([{ kind: 'batchUpdate', requests: [{ repeatCell: { fields } }] }]);
});

it('refuses as a whole what it cannot keep', () => {
  const commands = [formatOf({ bold: true }), formatOf({ rotation: 1 })];
  expect(pageOperations(commands, world.sheets.session.workbook())).toBe('unsupported');
});
