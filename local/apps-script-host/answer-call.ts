/** The host's side of the Apps Script services: over the same local Sheets server, the page and the world's clock. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { hasData, isFormula, type Sheet } from '../sheets-server/workbook/workbook.ts';
import type { World } from '../world/start-world.ts';
import { GmailError, type Mailbox } from './gmail-mailbox.ts';
import type { ActiveRange, MenuTree, ServiceAnswer, ServiceCall } from './host-messages.ts';

/** What a run does to the page. */
export interface PageSide {
  addMenu(menu: MenuTree): void;
  showSidebar(html: string, title: string): void;
  toast(text: string, title: string, seconds: number): void;
  /** The script moved the person's selection, perhaps to another tab. */
  select(range: ActiveRange): void;
  log(line: string): void;
}

export const USER_EMAIL = 'camille@makethechange.example';

/** What Google keeps for the person. */
export interface UserSide {
  readonly properties: Map<string, string>;
  readonly mailbox: Mailbox;
}

export async function answerService(
  world: World,
  page: PageSide,
  { properties, mailbox }: UserSide,
  { service, args }: ServiceCall,
): Promise<ServiceAnswer> {
  if (service.startsWith('sheets.')) return callSheets(world, service, args);
  if (service.startsWith('gmail.')) return callGmail(mailbox, service, args);
  const [first, second, third] = args;
  switch (service) {
    case 'ui.addMenu':
      return { value: page.addMenu(first as MenuTree) };
    case 'ui.showSidebar':
      return { value: page.showSidebar(first as string, second as string) };
    case 'spreadsheet.toast':
      return { value: page.toast(String(first), String(second), Number(third)) };
    case 'spreadsheet.select':
      return { value: page.select(first as ActiveRange) };
    case 'spreadsheet.sheetIds':
      return { value: world.sheets.session.workbook().sheets.map(({ sheetId }) => sheetId) };
    case 'sheet.name':
      return { value: sheetOf(world, first)?.properties.title ?? '' };
    case 'sheet.lastRow':
      return { value: (sheetOf(world, first)?.rows.findLastIndex(hasData) ?? -1) + 1 };
    case 'range.formulas':
      return { value: formulasOf(world, first as ActiveRange) };
    case 'session.email':
      return { value: USER_EMAIL };
    case 'properties.get':
      return { value: properties.get(first as string) ?? null };
    case 'properties.set':
      if (second === null) properties.delete(first as string);
      else properties.set(first as string, second as string);
      return { value: null };
    case 'utilities.uuid':
      return { value: randomUUID() };
    case 'utilities.sleep':
      await wait(Number(first));
      return { value: null };
    case 'utilities.formatDate':
      return { value: formatDate(Number(first), second as string, third as string) };
    case 'log':
      return { value: page.log(String(first)) };
    default:
      return failed('Error', `The local Apps Script host has no service ${service}`);
  }
}

function failed(name: string, message: string, code?: number): ServiceAnswer {
  return { error: { name, message, ...(code !== undefined && { code }) } };
}

/** Java's pattern letters that luxon shares; quoted text is the same in both. */
function formatDate(ms: number, zone: string, pattern: string): string {
  return DateTime.fromMillis(ms, { zone }).toFormat(pattern);
}

function sheetOf(world: World, sheetId: unknown): Sheet | undefined {
  return world.sheets.session.workbook().sheets.find((sheet) => sheet.sheetId === sheetId);
}

function formulasOf(world: World, { sheetId, row, column, rows, columns }: ActiveRange): string[][] {
  const sheet = sheetOf(world, sheetId);
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across) => {
      const input = sheet?.rows[row - 1 + down]?.inputs[column - 1 + across];
      return isFormula(input) ? input.formula : '';
    }),
  );
}

function callGmail(mailbox: Mailbox, service: string, args: readonly unknown[]): ServiceAnswer {
  try {
    return { value: mailbox.call(service.slice('gmail.'.length), args) };
  } catch (error) {
    if (!(error instanceof GmailError)) throw error;
    const message = `API call to ${service} failed with error: ${error.message}`;
    return failed('GoogleJsonResponseException', message, error.code);
  }
}

const METHODS: Readonly<Record<string, { readonly path: string; readonly hasBody: boolean }>> = {
  'sheets.spreadsheets.get': { path: '', hasBody: false },
  'sheets.spreadsheets.batchUpdate': { path: ':batchUpdate', hasBody: true },
  'sheets.spreadsheets.values.batchGetByDataFilter': { path: '/values:batchGetByDataFilter', hasBody: true },
  'sheets.spreadsheets.developerMetadata.search': { path: '/developerMetadata:search', hasBody: true },
};

/** The advanced service: (body, id, options) with a body, (id, options) without; errors as Google words them. */
async function callSheets(world: World, service: string, args: readonly unknown[]): Promise<ServiceAnswer> {
  const method = METHODS[service];
  if (method === undefined) return failed('Error', `The local Apps Script host has no service ${service}`);
  const [body, id, options] = method.hasBody ? args : [undefined, ...args];
  const query = new URLSearchParams(
    Object.entries((options ?? {}) as Readonly<Record<string, unknown>>).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
  );
  const url = `${world.sheets.url}/v4/spreadsheets/${encodeURIComponent(String(id))}${method.path}?${query}`;
  const prefix = `API call to ${service} failed with error: `;
  let response: Response;
  try {
    response = await fetch(url, method.hasBody ? { method: 'POST', body: JSON.stringify(body) } : {});
  } catch {
    return failed('GoogleJsonResponseException', `${prefix}Empty response`);
  }
  const answer = (await response.json()) as { readonly error?: { readonly message: string } };
  if (response.ok) return { value: answer };
  return failed('GoogleJsonResponseException', prefix + (answer.error?.message ?? ''), response.status);
}
