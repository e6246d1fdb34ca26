/** What a page does with whole tabs, as the requests a client of Sheets would send: add, copy, move, rename, colour, hide. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Workbook } from '../../sheets-server/workbook/workbook.ts';
import { rgbOf } from './cell-style.ts';
import type { PageCommand } from './page-commands.ts';

type Request = sheets_v4.Schema$Request;

/** Undefined for a command that is not about tabs. */
export function tabRequests(command: PageCommand, workbook: Workbook): Request[] | undefined {
  const sheetId = 'sheetId' in command ? Number(command.sheetId) : 0;
  const update = (properties: sheets_v4.Schema$SheetProperties, fields: string): Request[] => [
    { updateSheetProperties: { properties: { sheetId, ...properties }, fields } },
  ];
  switch (command.type) {
    // The page gives a new tab an id of its own kind; here the server does, and the page loads anew.
    case 'CREATE_SHEET':
      return [{ addSheet: { properties: { title: command.name, index: command.position } } }];
    case 'DUPLICATE_SHEET': {
      const insertSheetIndex = workbook.sheets.findIndex((sheet) => sheet.sheetId === sheetId) + 1;
      return [
        { duplicateSheet: { sourceSheetId: sheetId, newSheetName: command.sheetNameTo ?? null, insertSheetIndex } },
      ];
    }
    case 'DELETE_SHEET':
      return [{ deleteSheet: { sheetId } }];
    case 'MOVE_SHEET':
      return update({ index: movedIndex(workbook, sheetId, command.delta) }, 'index');
    case 'RENAME_SHEET':
      return update({ title: command.newName }, 'title');
    case 'COLOR_SHEET':
      return update(command.color ? { tabColorStyle: { rgbColor: rgbOf(command.color) } } : {}, 'tabColorStyle');
    case 'HIDE_SHEET':
    case 'SHOW_SHEET':
      return update({ hidden: command.type === 'HIDE_SHEET' }, 'hidden');
    case 'SET_GRID_LINES_VISIBILITY':
      return update(
        { gridProperties: { hideGridlines: !command.areGridLinesVisible } },
        'gridProperties.hideGridlines',
      );
    default:
      return undefined;
  }
}

/** The page counts the tabs that show; Google counts all, as they stand before the move. */
function movedIndex({ sheets }: Workbook, sheetId: number, delta: number): number {
  const step = Math.sign(delta);
  let index = sheets.findIndex((sheet) => sheet.sheetId === sheetId);
  for (let left = Math.abs(delta); left > 0 && index + step >= 0 && index + step < sheets.length; ) {
    index += step;
    if (!sheets[index]?.properties.hidden) left -= 1;
  }
  return step > 0 ? index + 1 : index;
}
