/** The commands of the page's Model that the local server knows, both ways. Names and members are the page library's. */
import type { PageStyle } from './cell-style.ts';

export interface Zone {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface CellCommand {
  readonly type: 'UPDATE_CELL';
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
  readonly content?: string;
  readonly format?: string;
  readonly style?: PageStyle | null;
}

type OnSheet = { readonly sheetId: string };
type OnZones = OnSheet & { readonly target: readonly Zone[] };
type OnHeaders = OnSheet & { readonly dimension: 'ROW' | 'COL' };

export type PageCommand =
  | CellCommand
  | ({ readonly type: 'CLEAR_CELL'; readonly col: number; readonly row: number } & OnSheet)
  | ({ readonly type: 'CLEAR_CELLS' | 'DELETE_CONTENT' } & OnZones)
  | ({ readonly type: 'SET_FORMATTING'; readonly style?: PageStyle; readonly format?: string } & OnZones)
  | ({ readonly type: 'CLEAR_FORMATTING' } & OnZones)
  | ({
      readonly type: 'ADD_COLUMNS_ROWS';
      readonly base: number;
      readonly position: 'before' | 'after';
      readonly quantity: number;
    } & OnHeaders)
  | ({ readonly type: 'REMOVE_COLUMNS_ROWS'; readonly elements: readonly number[] } & OnHeaders)
  | ({
      readonly type: 'RESIZE_COLUMNS_ROWS';
      readonly elements: readonly number[];
      readonly size: number | null;
    } & OnHeaders)
  | ({ readonly type: 'HIDE_COLUMNS_ROWS' | 'UNHIDE_COLUMNS_ROWS'; readonly elements: readonly number[] } & OnHeaders)
  | ({ readonly type: 'FREEZE_ROWS' | 'FREEZE_COLUMNS'; readonly quantity: number } & OnSheet)
  | ({ readonly type: 'UNFREEZE_ROWS' | 'UNFREEZE_COLUMNS' | 'UNFREEZE_COLUMNS_ROWS' } & OnSheet)
  | ({ readonly type: 'RENAME_SHEET'; readonly newName: string } & OnSheet)
  | ({ readonly type: 'HIDE_SHEET' | 'SHOW_SHEET' | 'DELETE_SHEET' } & OnSheet)
  | ({ readonly type: 'CREATE_SHEET'; readonly name: string; readonly position: number } & OnSheet)
  | ({ readonly type: 'DUPLICATE_SHEET'; readonly sheetNameTo: string } & OnSheet)
  | ({ readonly type: 'MOVE_SHEET'; readonly delta: number } & OnSheet)
  | ({ readonly type: 'COLOR_SHEET'; readonly color?: string } & OnSheet)
  | ({ readonly type: 'SET_GRID_LINES_VISIBILITY'; readonly areGridLinesVisible: boolean } & OnSheet);

/** Only the server sends it. */
export interface RuleCommand {
  readonly type: 'ADD_DATA_VALIDATION_RULE';
  readonly sheetId: string;
  readonly rule: object;
  readonly ranges: readonly object[];
}

/** What the pages exchange, in the page library's own words. */
export type PageMessage =
  | {
      readonly type: 'REMOTE_REVISION';
      readonly version: number;
      readonly clientId: string;
      readonly serverRevisionId: string;
      readonly nextRevisionId: string;
      /** From a page to be checked by kind; from the server also rules. */
      readonly commands: readonly (PageCommand | RuleCommand)[];
    }
  | {
      readonly type: 'REVISION_UNDONE';
      readonly version: number;
      readonly serverRevisionId: string;
      readonly nextRevisionId: string;
      readonly undoneRevisionId: string;
    }
  | {
      readonly type: 'REVISION_REDONE';
      readonly version: number;
      readonly serverRevisionId: string;
      readonly nextRevisionId: string;
      readonly redoneRevisionId: string;
    };
