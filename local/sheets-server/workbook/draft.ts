/**
 * A Workbook being changed. A draft copies sheets and rows on first write and shares the rest with the workbook it came
 * from; throwing it away is the whole of "roll back". Nobody may keep a row or sheet obtained here past `finish`.
 */
import { invalid } from '../schema/api-error.ts';
import type { DeveloperMetadata, NamedRange, Row, Sheet, SpreadsheetProperties, Workbook } from './workbook.ts';

export class Draft {
  readonly base: Workbook;
  /** Instant of the request in ms since the epoch; kept in the log, so that a replay parses "1-2" the same way. */
  readonly nowMs: number;
  properties: SpreadsheetProperties;
  sheets: Sheet[];
  namedRanges: NamedRange[];
  readonly #token = {};
  #metadata: Map<number, DeveloperMetadata> | undefined;
  #nextId: number;

  constructor(base: Workbook, nowMs: number) {
    this.base = base;
    this.nowMs = nowMs;
    this.properties = base.properties;
    this.sheets = [...base.sheets];
    this.namedRanges = [...base.namedRanges];
    this.#nextId = base.nextId;
  }

  /** Marks rows and sheets made in this draft as its own. */
  get token(): object {
    return this.#token;
  }

  get locale(): string {
    return this.properties.locale ?? 'en_US';
  }

  get developerMetadata(): ReadonlyMap<number, DeveloperMetadata> {
    return this.#metadata ?? this.base.developerMetadata;
  }

  /** The metadata to change. */
  writableMetadata(): Map<number, DeveloperMetadata> {
    this.#metadata ??= new Map(this.base.developerMetadata);
    return this.#metadata;
  }

  /** A fresh id for an object that came without one, not used by `isTaken`; deterministic, spread like Google's. */
  newId(isTaken: (id: number) => boolean): number {
    for (;;) {
      const id = Math.imul(this.#nextId, 0x9e3779b1) >>> 1 || 1;
      this.#nextId += 1;
      if (!isTaken(id)) return id;
    }
  }

  /** The sheet to read; undefined means the default id 0. Throws ApiError 400 when there is none. */
  sheet(sheetId: number | null | undefined): Sheet {
    const found = this.sheets.find((sheet) => sheet.sheetId === (sheetId ?? 0));
    if (found === undefined) throw invalid(`No grid with id: ${sheetId ?? 0}`);
    return found;
  }

  /** The sheet to change (its lists may be reassigned or mutated, its rows through `writableRow`). */
  writableSheet(sheetId: number | null | undefined): Sheet {
    const sheet = this.sheet(sheetId);
    if (sheet.owner === this.#token) return sheet;
    const copy: Sheet = {
      ...sheet,
      owner: this.#token,
      rows: sheet.rows.slice(),
      columns: sheet.columns.slice(),
      conditionalFormats: sheet.conditionalFormats.slice(),
      bandedRanges: sheet.bandedRanges.slice(),
      protectedRanges: sheet.protectedRanges.slice(),
      charts: sheet.charts.slice(),
      merges: sheet.merges.slice(),
    };
    this.sheets[this.sheets.indexOf(sheet)] = copy;
    return copy;
  }

  /** Row `index` of a writable sheet, made if missing. */
  writableRow(sheet: Sheet, index: number): Row {
    const row = sheet.rows[index];
    if (row !== undefined && row.owner === this.#token) return row;
    const own = row === undefined ? emptyRow(this.#token) : copyRow(row, this.#token);
    while (sheet.rows.length < index) sheet.rows.push(undefined);
    sheet.rows[index] = own;
    return own;
  }

  finish(): Workbook {
    return {
      spreadsheetId: this.base.spreadsheetId,
      properties: this.properties,
      sheets: this.sheets,
      namedRanges: this.namedRanges,
      developerMetadata: this.developerMetadata,
      nextId: this.#nextId,
    };
  }
}

export function emptyRow(owner: object): Row {
  return { owner, inputs: [], formats: undefined, rules: undefined, notes: undefined, dimension: undefined };
}

/** A row with the same cells that `owner` may change. */
export function copyRow(row: Row, owner: object): Row {
  return {
    owner,
    inputs: row.inputs.slice(),
    formats: row.formats?.slice(),
    rules: row.rules?.slice(),
    notes: row.notes?.slice(),
    dimension: row.dimension,
  };
}
