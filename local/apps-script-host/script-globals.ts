/**
 * The Apps Script services that the add-on's SERVICES.md lists, as the script sees them: synchronous, each call carried to
 * the host by `ask`. A service or method that is not here is an error that names it, never an undefined that fails later.
 */
import { type Ask, advancedServices, base64, scriptApp } from './google-apis.ts';
import type { ActiveRange, MenuEntry, MenuTree, RunData } from './host-messages.ts';
import { named } from './named-members.ts';

interface ActiveRangeSide {
  getSheet(): { getSheetId(): number };
  getRow(): number;
  getColumn(): number;
  getNumRows(): number;
  getNumColumns(): number;
}

interface MenuBuilder {
  addItem(label: string, functionName: string): MenuBuilder;
  addSeparator(): MenuBuilder;
  addSubMenu(menu: MenuBuilder): MenuBuilder;
  addToUi(): void;
  readonly tree: () => MenuTree;
}

/** The globals of a run. */
export function scriptServices(data: RunData, ask: Ask): Readonly<Record<string, object>> {
  const needsRight = (service: string): void => {
    if (data.isLimited) throw new Error(`You do not have permission to call ${service}`);
  };
  const right = <A extends readonly unknown[], R>(name: string, run: (...args: A) => R) => {
    return (...args: A): R => {
      needsRight(name);
      return run(...args);
    };
  };
  return {
    SpreadsheetApp: spreadsheetApp(data, ask, right),
    HtmlService: htmlOutputs(data),
    Session: named('Session', {
      getActiveUser: () => named('User', { getEmail: () => (data.isLimited ? '' : ask('session.email')) }),
      getScriptTimeZone: () => data.timeZone,
    }),
    PropertiesService: named('PropertiesService', {
      getUserProperties: right('PropertiesService.getUserProperties', () =>
        named('Properties', {
          getProperty: (key: string) => ask('properties.get', key),
          setProperty: (key: string, value: string) => ask('properties.set', key, value),
          deleteProperty: (key: string) => ask('properties.set', key, null),
        }),
      ),
    }),
    Utilities: named('Utilities', {
      formatDate: (date: Date, zone: string, pattern: string) =>
        ask('utilities.formatDate', date.getTime(), zone, pattern),
      getUuid: () => ask('utilities.uuid'),
      ...base64(),
      sleep: (ms: number) => void ask('utilities.sleep', ms),
    }),
    ScriptApp: scriptApp(data),
    ...advancedServices(data, ask, needsRight),
    Logger: named('Logger', { log: (...args: readonly unknown[]) => void ask('log', args.map(String).join(' ')) }),
    console: named('console', {
      log: (...args: readonly unknown[]) => void ask('log', args.map(String).join(' ')),
      warn: (...args: readonly unknown[]) => void ask('log', args.map(String).join(' ')),
      error: (...args: readonly unknown[]) => void ask('log', args.map(String).join(' ')),
    }),
  };
}

function spreadsheetApp(
  data: RunData,
  ask: Ask,
  right: <A extends readonly unknown[], R>(name: string, run: (...args: A) => R) => (...args: A) => R,
): object {
  const ui = named('Ui', {
    createMenu: (title: string) => menuBuilder(title, ask),
    showSidebar: right('Ui.showSidebar', (html: { getContent(): string; getTitle(): string }) => {
      ask('ui.showSidebar', html.getContent(), html.getTitle());
    }),
  });
  const sheet = (sheetId: number): object =>
    named('Sheet', {
      getSheetId: () => sheetId,
      getName: () => ask('sheet.name', sheetId),
      getLastRow: () => ask('sheet.lastRow', sheetId),
      getRange: (row: number, column: number, rows = 1, columns = 1) => range({ sheetId, row, column, rows, columns }),
    });
  const range = (at: ActiveRange): object =>
    named('Range', {
      getSheet: () => sheet(at.sheetId),
      getRow: () => at.row,
      getColumn: () => at.column,
      getNumRows: () => at.rows,
      getNumColumns: () => at.columns,
      getFormulas: () => ask('range.formulas', at),
    });
  const spreadsheet = named('Spreadsheet', {
    getId: () => data.spreadsheetId,
    getSpreadsheetTimeZone: () => data.timeZone,
    getActiveRange: () => (data.active === null ? null : range(data.active)),
    getSheets: () => (ask('spreadsheet.sheetIds') as number[]).map(sheet),
    setActiveSheet: (target: { getSheetId(): number }) => {
      ask('spreadsheet.select', { sheetId: target.getSheetId(), row: 1, column: 1, rows: 1, columns: 1 });
      return target;
    },
    setActiveRange: (target: ActiveRangeSide) => {
      const at = { sheetId: target.getSheet().getSheetId(), row: target.getRow(), column: target.getColumn() };
      ask('spreadsheet.select', { ...at, rows: target.getNumRows(), columns: target.getNumColumns() });
      return target;
    },
    toast: (text: string, title = '', seconds = 5) => void ask('spreadsheet.toast', text, title, seconds),
  });
  return named('SpreadsheetApp', {
    getUi: () => ui,
    getActiveSpreadsheet: () => spreadsheet,
    flush: () => undefined,
  });
}

function menuBuilder(title: string, ask: Ask): MenuBuilder {
  const entries: MenuEntry[] = [];
  const builder: MenuBuilder = named('Menu', {
    addItem: (label: string, functionName: string) => {
      entries.push({ kind: 'item', label, functionName });
      return builder;
    },
    addSeparator: () => {
      entries.push({ kind: 'separator' });
      return builder;
    },
    addSubMenu: (menu: MenuBuilder) => {
      entries.push({ kind: 'menu', menu: menu.tree() });
      return builder;
    },
    addToUi: () => void ask('ui.addMenu', { title, entries }),
    tree: () => ({ title, entries }),
  });
  return builder;
}

function htmlOutputs(data: RunData): object {
  const output = (html: string): object => {
    let title = '';
    const made: object = named('HtmlOutput', {
      getContent: () => html,
      getTitle: () => title,
      setTitle: (text: string) => {
        title = text;
        return made;
      },
    });
    return made;
  };
  return named('HtmlService', {
    createHtmlOutput: output,
    createHtmlOutputFromFile: (name: string) => {
      const html = data.htmlFiles[name];
      if (html === undefined) throw new Error(`No HTML file named ${name} was found.`);
      return output(html);
    },
  });
}
