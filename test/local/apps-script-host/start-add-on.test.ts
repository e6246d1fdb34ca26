// The host's limits, on small scripts: what Apps Script lacks is absent, what it forbids fails, what it waits for is waited for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageSide } from '#local/apps-script-host/answer-call.ts';
import { type AddOn, startAddOn } from '#local/apps-script-host/start-add-on.ts';
import { startWorld, type World } from '#local/world/start-world.ts';

const NOW = Date.parse('2026-11-20T02:00:00Z');
const CODE = `
function onOpen() {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu('Essai').addItem('Ouvrir', 'show').addSeparator().addSubMenu(ui.createMenu('Plus').addItem('Dire', 'say')).addToUi();
}
function typesOf(names) { return names.map((name) => { try { return eval('typeof ' + name); } catch (error) { return typeof globalThis[name]; } }); }
function echo(value) { return value; }
function aDate() { return { at: [new Date()] }; }
function nothing() { return { a: undefined, b: [undefined] }; }
function hidden_() { return 1; }
const arrow = () => 2;
function forever() { for (;;) {} }
function now() { return new Date().toISOString() + ' ' + Utilities.formatDate(new Date(), 'Europe/Paris', "yyyy-MM-dd'T'HH:mm:ss"); }
function unknown() { return SpreadsheetApp.getActiveSpreadsheet().getRangeByName('x'); }
function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Page').setTitle('Titre')); }
function remember(value) { const p = PropertiesService.getUserProperties(); const old = p.getProperty('k'); p.setProperty('k', value); return old; }
function write(text) {
  return Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }], fields: 'userEnteredValue' } }] }, SpreadsheetApp.getActiveSpreadsheet().getId());
}
function refused() { try { Sheets.Spreadsheets.batchUpdate({ requests: [{ updateCells: { start: { sheetId: 99 }, rows: [], fields: '*' } }] }, SpreadsheetApp.getActiveSpreadsheet().getId()); }
  catch (error) { return [error.name, error.message, error.details.code, error instanceof Error]; } }
function draft(raw) { return Gmail.Users.Drafts.create({ message: { raw } }, 'me'); }
function found(id) { return Gmail.Users.Drafts.list('me', { q: 'rfc822msgid:' + id }).drafts || null; }
function sent(raw) { try { return Gmail.Users.Messages.send({ raw }, 'me'); } catch (error) { return [error.details.code, error.message]; } }
function rights() { const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/gmail.compose']);
  return [info.getAuthorizedScopes().length, info.getAuthorizationUrl() === null]; }
function coded(text) { return [Utilities.base64Encode(text, Utilities.Charset.UTF_8), Utilities.base64EncodeWebSafe('>>>???')]; }
function go() { const book = SpreadsheetApp.getActiveSpreadsheet(); const sheet = book.getSheets()[0]; book.setActiveSheet(sheet); book.setActiveRange(sheet.getRange(7, 2)); }
function active() { const r = SpreadsheetApp.getActiveSpreadsheet().getActiveRange(); return [r.getSheet().getSheetId(), r.getRow()]; }
`;

let world: World;
let addOn: AddOn;
const shownSidebars: string[] = [];
const selections: object[] = [];
const SCOPE = 'https://www.googleapis.com/auth/';
const MANIFEST = JSON.stringify({
  oauthScopes: [`${SCOPE}spreadsheets`, `${SCOPE}gmail.compose`],
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets' }, { userSymbol: 'Gmail' }] },
});
const page: PageSide = {
  addMenu() {},
  showSidebar: (html, title) => void shownSidebars.push(`${title}: ${html}`),
  toast() {},
  select: (range) => void selections.push(range),
  log() {},
};
const run = (name: string, ...args: unknown[]) =>
  addOn.run(name, args, { sheetId: 0, row: 3, column: 1, rows: 1, columns: 1 }, page);

beforeAll(async () => {
  world = await startWorld({ folder: null, startMs: NOW });
  addOn = startAddOn(
    () => world,
    { code: CODE, htmlFiles: { Page: '<p>bonjour</p>' }, manifest: MANIFEST },
    { runLimitMs: 1500 },
  );
});
afterAll(async () => {
  await world.close();
});

describe('a run', () => {
  it('builds the menu in LIMITED mode', async () => {
    expect(await addOn.open()).toEqual([
      {
        title: 'Essai',
        entries: [
          { kind: 'item', label: 'Ouvrir', functionName: 'show' },
          { kind: 'separator' },
          { kind: 'menu', menu: { title: 'Plus', entries: [{ kind: 'item', label: 'Dire', functionName: 'say' }] } },
        ],
      },
    ]);
  });

  it('may not use authorised services in LIMITED mode', async () => {
    const limited = startAddOn(() => world, {
      code: 'function onOpen() { Sheets.Spreadsheets.get("x"); }',
      htmlFiles: {},
      manifest: MANIFEST,
    });
    await expect(limited.open()).rejects.toThrow('You do not have permission to call Sheets.spreadsheets.get');
  });

  it('lacks what Apps Script lacks', async () => {
    const absent = [
      'Intl',
      'setTimeout',
      'setInterval',
      'fetch',
      'URL',
      'TextEncoder',
      'atob',
      'crypto',
      'structuredClone',
      'process',
      'require',
      'window',
      'queueMicrotask',
      'Buffer',
    ];
    const answer = await run('typesOf', absent);
    expect(answer).toEqual({ ok: true, value: absent.map(() => 'undefined') });
  });

  it('lives at the world’s instant', async () => {
    expect(await run('now')).toEqual({ ok: true, value: '2026-11-20T02:00:00.000Z 2026-11-20T03:00:00' });
  });

  it('is ended at the time limit', async () => {
    const hurried = startAddOn(() => world, { code: CODE, htmlFiles: {}, manifest: MANIFEST }, { runLimitMs: 1500 });
    expect(await hurried.run('forever', [], null, page)).toMatchObject({
      ok: false,
      message: 'Exceeded maximum execution time',
    });
  });

  it('names the service it does not have', async () => {
    expect(await run('unknown')).toMatchObject({
      ok: false,
      message: 'The local Apps Script host has no Spreadsheet.getRangeByName',
    });
  });

  it('sees the selection, the sidebar it shows and what it stored', async () => {
    expect(await run('active')).toEqual({ ok: true, value: [0, 3] });
    expect(await run('show')).toMatchObject({ ok: true });
    expect(shownSidebars).toEqual(['Titre: <p>bonjour</p>']);
    expect(await run('remember', 'un')).toEqual({ ok: true, value: null });
    expect(await run('remember', 'deux')).toEqual({ ok: true, value: 'un' });
  });

  it('reads and writes through the same Sheets server, with Google’s errors', async () => {
    expect(await run('write', '=1+1')).toMatchObject({ ok: true, value: { replies: [{}] } });
    expect(world.sheets.session.workbook().sheets[0]?.rows[0]?.inputs[0]).toBe('=1+1');
    const prefix = 'API call to sheets.spreadsheets.batchUpdate failed with error: ';
    const { value } = (await run('refused')) as { value: [string, string, number, boolean] };
    expect([value[0], value[1].startsWith(prefix), value[2], value[3]]).toEqual([
      'GoogleJsonResponseException',
      true,
      400,
      true,
    ]);
  });
});

describe('Gmail', () => {
  const mail = (head: string, body = 'Bonjour') => Buffer.from(`${head}\r\n\r\n${body}`).toString('base64url');

  it('keeps drafts and finds them by their Message-ID, and shows them as read', async () => {
    const raw = mail(
      'To: lea@maison.test\r\nSubject: =?UTF-8?B?w4kgdMOp?=\r\nMessage-ID: <a.0@x>\r\nMIME-Version: 1.0',
    );
    expect(await run('found', 'a.0@x')).toEqual({ ok: true, value: null });
    const made = await run('draft', raw);
    expect(made).toMatchObject({ ok: true, value: { message: { labelIds: ['DRAFT'] } } });
    const { id } = (made as { readonly value: { readonly id: string } }).value;
    expect(await run('found', 'a.0@x')).toMatchObject({ ok: true, value: [{ id }] });
    const [shown] = await addOn.mailbox();
    expect(shown).toMatchObject({ draftId: id, to: 'lea@maison.test', subject: 'É té', text: 'Bonjour\n', html: null });
  });

  it.each([
    ['nobody to send to', mail('Subject: Rien'), 'Recipient address required'],
    ['an address that is none', mail('To: Léa'), 'Invalid To header'],
    ['what is no base64url', 'a+b/', 'Base64 decoding failed'],
    ['nothing', '', "'raw' RFC822 payload message string"],
  ])('refuses %s with 400', async (_, raw, message) => {
    const { value } = (await run('sent', raw)) as { readonly value: readonly [number, string] };
    expect(value[0]).toBe(400);
    expect(value[1]).toContain(message);
  });

  it('is denied to who unticked its scope, and says so when asked', async () => {
    expect(await run('rights')).toEqual({ ok: true, value: [1, true] });
    addOn.untick('gmail.compose');
    expect(await run('rights')).toEqual({ ok: true, value: [0, false] });
    const denied = await run('draft', mail('To: a@b.test'));
    expect(denied).toMatchObject({ ok: false });
    expect((denied as { readonly message: string }).message).toContain('permissions are not sufficient');
    addOn.untick();
  });

  it('encodes as Google does', async () => {
    expect(await run('coded', 'é')).toEqual({ ok: true, value: ['w6k=', 'Pj4-Pz8_'] });
  });
});

it('moves the selection for the script', async () => {
  await run('go');
  expect(selections).toEqual([
    { sheetId: 0, row: 1, column: 1, rows: 1, columns: 1 },
    { sheetId: 0, row: 7, column: 2, rows: 1, columns: 1 },
  ]);
});

describe('google.script.run', () => {
  it.each(['hidden_', 'arrow', 'absent', 'globalThis', 'a.b'])('does not find %s', async (name) => {
    expect(await run(name)).toMatchObject({ ok: false, message: `Script function not found: ${name}` });
  });

  it.each([
    ['a Date', new Date(0)],
    ['a nested Date', { at: [new Date(0)] }],
    ['a Map', new Map()],
    ['a Set', [new Set()]],
    ['a function', () => 1],
  ])('cannot pass %s', async (_, value) => {
    expect(await run('echo', value)).toMatchObject({ ok: false, name: 'TypeError' });
  });

  it('cannot return a Date, and makes null of undefined', async () => {
    expect(await run('aDate')).toMatchObject({
      ok: false,
      message: 'google.script.run cannot pass Date (returned value.at[0])',
    });
    expect(await run('nothing')).toEqual({ ok: true, value: { a: null, b: [null] } });
    expect(await run('echo', undefined)).toEqual({ ok: true, value: null });
  });

  it('lets further calls wait until one of ten has ended', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => run('echo', index)));
    expect(answers).toEqual(Array.from({ length: 12 }, (_, value) => ({ ok: true, value })));
  });
});
