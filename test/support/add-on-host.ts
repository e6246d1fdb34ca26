// The built add-on in a bare vm, over the local Sheets server's own workbook, in this process and synchronous as Apps Script
// is. It offers exactly the services that apps-script/SERVICES.md lists; anything else is missing, as it would be.
import { runInContext } from 'node:vm';
import type { Answer, ServerCalls } from '#lib/actions/screen.ts';
import type { WorldClock } from '#local/clock.ts';
import { ApiError } from '#local/sheets-server/schema/api-error.ts';
import { prepareCall } from '#local/sheets-server/server/run-call.ts';
import { openSession, type WorkbookSession } from '#local/sheets-server/server/workbook-session.ts';
import { hasData } from '#local/sheets-server/workbook/workbook.ts';
import { bareContext } from './bare-context.ts';
import { type GmailSide, gmailSide } from './gmail-side.ts';

type Json = Readonly<Record<string, unknown>>;

export interface AddOnHost {
  readonly session: WorkbookSession;
  /** Calls of the API by method, since the last {@link AddOnHost.forgetCalls}. */
  readonly calls: string[];
  readonly forgetCalls: () => void;
  /** What the person has selected. */
  readonly select: (sheetId: number, rowIndex: number) => void;
  /** Runs once right before the next call of this method: a person, another program, or Google's refusal (by throwing). */
  readonly beforeNext: (method: string, act: () => void) => void;
  /** Runs once right after the method was carried out: an answer that is lost (by throwing). */
  readonly afterNext: (method: string, act: () => void) => void;
  /** A call of the API by another program; not counted. */
  readonly api: (verb: string, path: string, body?: unknown) => Json;
  /** A menu item or trigger, by its function's name. */
  readonly run: (functionName: string, ...args: readonly string[]) => unknown;
  readonly call: <Name extends keyof ServerCalls>(
    name: Name,
    request: ServerCalls[Name]['request'],
  ) => Answer<ServerCalls[Name]['value']>;
  readonly menu: readonly string[];
  /** The pages shown so far. */
  readonly sidebars: readonly string[];
  readonly toasts: readonly string[];
  readonly sleeps: readonly number[];
  readonly setEmail: (email: string) => void;
  /** Where the script moved the selection: sheetId, row and column as Apps Script counts. */
  readonly selections: readonly (readonly number[])[];
  readonly gmail: GmailSide;
  readonly close: () => void;
}

export interface AddOnHostOptions {
  readonly code: string;
  readonly sidebar: string;
  readonly file: string;
  readonly spreadsheetId: string;
  readonly clock: WorldClock;
}

export function startAddOn(options: AddOnHostOptions): AddOnHost {
  const { spreadsheetId, clock } = options;
  const session = openSession({ ...options, title: 'Classeur', locale: 'fr_FR', timeZone: 'Europe/Paris' });
  const state = {
    calls: [] as string[],
    before: new Map<string, () => void>(),
    after: new Map<string, () => void>(),
    selected: null as { readonly sheetId: number; readonly rowIndex: number } | null,
    menu: [] as string[],
    sidebars: [] as string[],
    toasts: [] as string[],
    sleeps: [] as number[],
    email: 'lea@maison.test',
    properties: new Map<string, string>(),
    uuids: 0,
    selections: [] as (readonly number[])[],
  };
  const watched = (method: string) => {
    state.calls.push(method);
    once(state.before, method);
  };
  const gmail = gmailSide(() => clock.now(), state.email, watched);
  const api = (verb: string, path: string, body?: unknown): Json => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const url = new URL(`http://local/v4/spreadsheets/${spreadsheetId}${path}`);
    // Through JSON, as over the wire.
    return JSON.parse(JSON.stringify(prepareCall(session, verb, url, text).run())) as Json;
  };
  const counted = (method: string, verb: string, path: string, body?: unknown): Json => {
    state.calls.push(method);
    try {
      once(state.before, method);
      const answer = api(verb, path, body);
      once(state.after, method);
      return answer;
    } catch (error) {
      if (error instanceof ApiError) throw googleError(method, error.code, error.message);
      throw error;
    }
  };
  const context = bareContext(clock, servicesOf(options, state, { session, api, counted, gmail }));
  runInContext(options.code, context, { filename: 'Code.js' });
  const run = (functionName: string, ...args: readonly string[]): unknown =>
    runInContext(`${functionName}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`, context);
  return {
    session,
    calls: state.calls,
    forgetCalls: () => state.calls.splice(0),
    select: (sheetId, rowIndex) => {
      state.selected = { sheetId, rowIndex };
    },
    beforeNext: (method, act) => state.before.set(method, act),
    afterNext: (method, act) => state.after.set(method, act),
    api,
    run,
    call: (name, request) => JSON.parse(String(run(name, JSON.stringify(request)))),
    menu: state.menu,
    sidebars: state.sidebars,
    toasts: state.toasts,
    sleeps: state.sleeps,
    setEmail: (email) => {
      state.email = email;
    },
    selections: state.selections,
    gmail,
    close: () => session.close(),
  };
}

interface HostState extends PageState {
  readonly properties: Map<string, string>;
  readonly sleeps: number[];
  email: string;
  uuids: number;
}

type CountedCall = (method: string, verb: string, path: string, body?: unknown) => Json;

interface Google {
  readonly session: WorkbookSession;
  readonly api: AddOnHost['api'];
  readonly counted: CountedCall;
  readonly gmail: GmailSide;
}

function servicesOf(options: AddOnHostOptions, state: HostState, google: Google): Json {
  const { counted, gmail } = google;
  return {
    ...gmail.services,
    SpreadsheetApp: spreadsheetApp(options.spreadsheetId, state, google),
    HtmlService: {
      createHtmlOutputFromFile: (name: string) => ({ getContent: () => (name === 'Sidebar' ? options.sidebar : '') }),
      createHtmlOutput: (html: string) => ({ html, setTitle: () => ({ html }) }),
    },
    Session: { getActiveUser: () => ({ getEmail: () => state.email }) },
    PropertiesService: {
      getUserProperties: () => ({
        getProperty: (key: string) => state.properties.get(key) ?? null,
        setProperty: (key: string, value: string) => state.properties.set(key, value),
      }),
    },
    Utilities: {
      formatDate: (date: Date, zone: string) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
          .format(new Date(date.getTime()))
          .replace(' ', 'T'),
      getUuid: () => {
        state.uuids += 1;
        return `00000000-0000-4000-8000-${String(state.uuids).padStart(12, '0')}`;
      },
      sleep: (ms: number) => state.sleeps.push(ms),
      ...gmail.base64,
    },
    Sheets: {
      Spreadsheets: {
        batchUpdate: (body: unknown) => counted('batchUpdate', 'POST', ':batchUpdate', body),
        get: (_: string, { fields }: { readonly fields: string }) =>
          counted('get', 'GET', `?fields=${encodeURIComponent(fields)}`),
        Values: {
          batchGetByDataFilter: (body: unknown) =>
            counted('batchGetByDataFilter', 'POST', '/values:batchGetByDataFilter', body),
        },
        DeveloperMetadata: { search: (body: unknown) => counted('search', 'POST', '/developerMetadata:search', body) },
      },
    },
  };
}

function once(waiting: Map<string, () => void>, method: string): void {
  const act = waiting.get(method);
  waiting.delete(method);
  act?.();
}

/** As the advanced service throws it. */
export function googleError(method: string, code: number, message: string, api = 'sheets.spreadsheets'): Error {
  const error = new Error(`API call to ${api}.${method} failed with error: ${message}`);
  return Object.assign(error, { name: 'GoogleJsonResponseException', details: { code, message } });
}

interface PageState {
  readonly selected: { readonly sheetId: number; readonly rowIndex: number } | null;
  readonly menu: string[];
  readonly sidebars: string[];
  readonly toasts: string[];
  readonly selections: (readonly number[])[];
}

function spreadsheetApp(spreadsheetId: string, state: PageState, { api, session }: Google) {
  const sheetOf = (properties: { readonly sheetId?: number; readonly title: string }) => {
    const sheetId = properties.sheetId ?? 0;
    const filtered = (gridRange: Json, fields: string) =>
      api('POST', `:getByDataFilter?fields=${encodeURIComponent(fields)}`, { dataFilters: [{ gridRange }] }) as {
        readonly sheets?: readonly { readonly data?: readonly { readonly rowData?: readonly RowData[] }[] }[];
      };
    return {
      getSheetId: () => sheetId,
      getName: () => properties.title,
      getLastRow: () => {
        const sheet = session.workbook().sheets.find((known) => known.sheetId === sheetId);
        return (sheet?.rows.findLastIndex(hasData) ?? -1) + 1;
      },
      getRange: (row: number, column: number, height = 1, width = 1) => ({
        place: [sheetId, row, column],
        getFormulas: () => {
          const startRowIndex = row - 1;
          const startColumnIndex = column - 1;
          const range = { sheetId, startRowIndex, endRowIndex: startRowIndex + height };
          const columns = { startColumnIndex, endColumnIndex: startColumnIndex + width };
          const fields = 'sheets(data(rowData(values(userEnteredValue(formulaValue)))))';
          const rows = filtered({ ...range, ...columns }, fields).sheets?.[0]?.data?.[0]?.rowData ?? [];
          return Array.from({ length: height }, (_, at) =>
            Array.from(
              { length: width },
              (__, index) => rows[at]?.values?.[index]?.userEnteredValue?.formulaValue ?? '',
            ),
          );
        },
      }),
    };
  };
  type Properties = { readonly sheetId?: number; readonly title: string };
  const spreadsheet = {
    getId: () => spreadsheetId,
    getSpreadsheetTimeZone: () => 'Europe/Paris',
    getActiveRange: () => {
      const { selected } = state;
      if (selected === null) return null;
      return { getSheet: () => ({ getSheetId: () => selected.sheetId }), getRow: () => selected.rowIndex + 1 };
    },
    getSheets: () =>
      (
        api('GET', '?fields=sheets(properties(sheetId,title))').sheets as readonly { readonly properties: Properties }[]
      ).map(({ properties }) => sheetOf(properties)),
    setActiveSheet: () => {},
    setActiveRange: ({ place }: { readonly place: readonly number[] }) => state.selections.push(place),
    toast: (text: string) => state.toasts.push(text),
  };
  const menuOf = (path: string) => {
    const menu = {
      addItem: (label: string, functionName: string) => {
        state.menu.push(`${path} › ${label} = ${functionName}`);
        return menu;
      },
      addSeparator: () => menu,
      addSubMenu: () => menu,
      addToUi: () => {},
    };
    return menu;
  };
  return {
    getActiveSpreadsheet: () => spreadsheet,
    getUi: () => ({
      createMenu: (title: string) => menuOf(title),
      showSidebar: ({ html }: { readonly html: string }) => state.sidebars.push(html),
    }),
  };
}

interface RowData {
  readonly values?: readonly {
    readonly userEnteredValue?: { readonly formulaValue?: string };
  }[];
}
