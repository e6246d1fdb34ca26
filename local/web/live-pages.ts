/**
 * Keeps the pages in step with the stored workbook. Every change, whoever made it, is one numbered message to all pages;
 * a page's own edit is first taken into the store, which has the last word on what the cell then holds.
 */
import type { SheetsServer } from '../sheets-server/start-sheets-server.ts';
import type { Workbook } from '../sheets-server/workbook/workbook.ts';
import {
  type CellPlace,
  pageOperations,
  restoreOperation,
  type StoredCell,
  sheetOf,
  storedCell,
  touchedCells,
} from './sheet/apply-page-edit.ts';
import { cellCommand, changedCells } from './sheet/changed-cells.ts';
import type { PageMessage } from './sheet/page-commands.ts';
import { pageData } from './sheet/page-data.ts';

/** What a page is sent: a change in the page library's words, or a word of ours. */
export interface PageEvent {
  /** Of a message: the revision after it. */
  readonly id?: string;
  readonly name: 'message' | 'reload' | 'refused' | 'note';
  readonly data: unknown;
}

type Send = (event: PageEvent) => void;
type Revision = Extract<PageMessage, { type: 'REMOTE_REVISION' }>;

interface Edit {
  readonly before: readonly StoredCell[];
  readonly after: readonly StoredCell[];
}

const PROTOCOL_VERSION = 1;
const LOG_LENGTH = 2000;
const EDITS_KEPT = 2000;

export class LivePages {
  readonly #pages = new Map<Send, string>();
  readonly #edits = new Map<string, Edit>();
  #log: { readonly since: string; readonly event: PageEvent }[] = [];
  #number = 0;
  #head = 'r0';
  #sheets: SheetsServer;
  /** What the pages were told last. */
  #seen: Workbook;
  #isOwnEdit = false;
  #unwatch: () => void;

  constructor(sheets: SheetsServer) {
    this.#sheets = sheets;
    this.#seen = sheets.session.workbook();
    this.#unwatch = this.#watch();
  }

  /** The state to load and the revision its changes follow. */
  state(): { readonly revisionId: string; readonly data: object } {
    return { revisionId: this.#head, data: pageData(this.#seen, this.#head) };
  }

  /** Takes an edit; false when the page was behind and will send it again. */
  accept(message: PageMessage): boolean {
    if (message.serverRevisionId !== this.#head) return false;
    if (message.type === 'REMOTE_REVISION') this.#takeEdit(message);
    else {
      const undone = message.type === 'REVISION_UNDONE';
      const edit = this.#edits.get(undone ? message.undoneRevisionId : message.redoneRevisionId);
      if (edit === undefined) this.#reload();
      else this.#turnBack(message, edit, undone ? 'before' : 'after');
    }
    return true;
  }

  /** Sends everything after that revision, or asks the page to load anew. The answer ends it. */
  subscribe(since: string, clientId: string, send: Send): () => void {
    const from = this.#log.findIndex((entry) => entry.since === since);
    if (since !== this.#head && from === -1) send({ name: 'reload', data: {} });
    else if (since !== this.#head) for (const { event } of this.#log.slice(from)) send(event);
    this.#pages.set(send, clientId);
    return () => this.#pages.delete(send);
  }

  /** Something of ours to all pages: progress, a reset. */
  note(data: unknown): void {
    this.#broadcast({ name: 'note', data });
  }

  /** Follows another workbook from here on: the demo was reset. */
  follow(sheets: SheetsServer): void {
    this.#unwatch();
    this.#sheets = sheets;
    this.#seen = sheets.session.workbook();
    this.#unwatch = this.#watch();
    this.#reload();
  }

  close(): void {
    this.#unwatch();
  }

  #watch(): () => void {
    return this.#sheets.session.onCommit(() => {
      if (!this.#isOwnEdit) this.#publishChanges([]);
    });
  }

  #broadcast(event: PageEvent): void {
    for (const send of this.#pages.keys()) send(event);
  }

  #append(message: PageMessage): void {
    const event = { id: message.nextRevisionId, name: 'message', data: message } as const;
    this.#log.push({ since: this.#head, event });
    if (this.#log.length > LOG_LENGTH) this.#log = this.#log.slice(-LOG_LENGTH / 2);
    this.#head = message.nextRevisionId;
    this.#broadcast(event);
  }

  #reload(): void {
    this.#number += 1;
    this.#head = `r${this.#number}`;
    this.#log = [];
    this.#edits.clear();
    this.#broadcast({ name: 'reload', data: {} });
  }

  /** Tells the pages what differs from what they were told last, and of `also` what is stored, whatever they show. */
  #publishChanges(also: readonly CellPlace[]): void {
    const now = this.#sheets.session.workbook();
    const changes = changedCells(this.#seen, now);
    this.#seen = now;
    if (changes === 'reload') {
      this.#reload();
      return;
    }
    const extra = also.flatMap((place) => {
      const sheet = sheetOf(now, place);
      return sheet === undefined ? [] : [cellCommand(sheet, place.row, place.column)];
    });
    if (changes.length + extra.length === 0) return;
    this.#number += 1;
    this.#append({
      type: 'REMOTE_REVISION',
      version: PROTOCOL_VERSION,
      clientId: 'server',
      serverRevisionId: this.#head,
      nextRevisionId: `r${this.#number}`,
      commands: [...changes, ...extra],
    });
  }

  #commit(operations: readonly Parameters<SheetsServer['session']['commit']>[0][]): void {
    this.#isOwnEdit = true;
    try {
      for (const operation of operations) this.#sheets.session.commit(operation);
    } finally {
      this.#isOwnEdit = false;
    }
  }

  #refuse(clientId: string, text: string): void {
    for (const [send, id] of this.#pages) if (id === clientId) send({ name: 'refused', data: { text } });
  }

  #takeEdit(message: Revision): void {
    const operations = pageOperations(message.commands, this.#sheets.session.workbook());
    if (operations === 'unsupported') {
      this.#refuse(message.clientId, 'Le classeur local ne connaît pas cette modification : elle n’est pas gardée.');
      return;
    }
    const touched = touchedCells(message.commands);
    const places = touched === 'structure' ? [] : touched;
    const cells = () => places.map((place) => storedCell(this.#sheets.session.workbook(), place));
    const before = cells();
    try {
      this.#commit(operations);
    } catch (error) {
      this.#refuse(message.clientId, error instanceof Error ? error.message : String(error));
      this.#publishChanges([]);
      return;
    }
    if (touched === 'structure') {
      this.#seen = this.#sheets.session.workbook();
      this.#reload();
      return;
    }
    this.#append(message);
    this.#edits.set(message.nextRevisionId, { before, after: cells() });
    if (this.#edits.size > EDITS_KEPT) this.#edits.delete(this.#edits.keys().next().value ?? '');
    this.#publishChanges(places);
  }

  /** Cells that are still as the edit left them go back; what somebody changed since stays. */
  #turnBack(message: PageMessage, edit: Edit, to: 'before' | 'after'): void {
    const from = to === 'before' ? edit.after : edit.before;
    const cells = edit[to].filter((_, index) => {
      const expected = from[index];
      if (expected === undefined) return false;
      const now = storedCell(this.#sheets.session.workbook(), expected);
      return JSON.stringify(now.input) === JSON.stringify(expected.input);
    });
    if (cells.length > 0) this.#commit([restoreOperation(cells)]);
    this.#append(message);
    this.#publishChanges(edit[to]);
  }
}
