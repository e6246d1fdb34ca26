// The demo workbook's page in headless Chromium, and what a person does there: go to a cell, type, open a menu.
import { type Browser, chromium, type Page } from 'playwright-core';
import { builtAddOn } from '#local/apps-script-host/built-add-on.ts';
import { startAddOn } from '#local/apps-script-host/start-add-on.ts';
import { isFormula } from '#local/sheets-server/workbook/workbook.ts';
import { type PageServer, startPageServer } from '#local/web/start-page-server.ts';
import { beforeHistory, nightOf, seedDemo } from '#local/world/seed-demo.ts';
import { startWorld, type World } from '#local/world/start-world.ts';
import { systemProgram } from './system-packages.ts';

const TODAY = '2026-11-27';
/** Long enough for a machine that has much else to do; nothing waits longer than it must. */
const PATIENCE_MS = 120_000;

export interface BrowserWorld {
  readonly server: PageServer;
  /** Another tab of the same browser window: the one opened last is the one the screen shows. */
  openPage(): Promise<Page>;
  close(): Promise<void>;
}

interface PageModel {
  readonly getters: {
    getActiveSheetId(): string;
    getSheetIds(): string[];
    getSheetName(id: string): string;
    getEvaluatedCell(at: object): { readonly formattedValue: string };
  };
  readonly session: { isFullySynchronized(): boolean };
  readonly selection: { selectCell(column: number, row: number): void };
  dispatch(type: string, payload: object): void;
}
type PageGlobal = typeof globalThis & { readonly workbookModel: PageModel };

async function demoWorld(pageUrl: string | undefined): Promise<World> {
  const world = await startWorld({
    folder: null,
    startMs: beforeHistory(TODAY),
    ...(pageUrl !== undefined && { pageUrl }),
  });
  await seedDemo(world, { seed: 1, scale: 1, today: TODAY }, () => undefined);
  world.advanceTo(nightOf(TODAY));
  return world;
}

/** @param port the page's; any free one when absent, and then the night's report cannot name it. */
export async function startBrowserWorld(port?: number): Promise<BrowserWorld> {
  const seeded = () => demoWorld(port === undefined ? undefined : `http://127.0.0.1:${port}`);
  const [world, files, browser] = await Promise.all([seeded(), builtAddOn(), launch()]);
  const server = await startPageServer({
    world,
    addOn: (current) => startAddOn(current, files),
    freshWorld: seeded,
    ...(port !== undefined && { port }),
  });
  const context = await browser.newContext({ viewport: { width: 1400, height: 860 }, locale: 'fr-FR' });
  context.setDefaultTimeout(PATIENCE_MS);
  return {
    server,
    openPage: async () => {
      const page = await context.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(server.url);
      await isReady(page);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
      await server.world().close();
    },
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: systemProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=fr-FR'],
  });
}

async function isReady(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready="true"]');
}

/** Does something after which every page loads anew, and waits until they have. */
export async function reloading(pages: readonly Page[], act: () => Promise<void>): Promise<void> {
  await Promise.all([...pages.map((page) => page.waitForEvent('domcontentloaded')), act()]);
  await Promise.all(pages.map(isReady));
}

/** Goes to a tab and a cell (0-based), with the keyboard left to the grid. */
export async function goTo(page: Page, tab: string, column: number, row: number): Promise<void> {
  await page.evaluate(
    ({ title, col, line }) => {
      const { workbookModel: model } = globalThis as PageGlobal;
      const sheetIdFrom = model.getters.getActiveSheetId();
      const sheetIdTo = model.getters.getSheetIds().find((id) => model.getters.getSheetName(id) === title);
      if (sheetIdTo !== sheetIdFrom) model.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo });
      model.selection.selectCell(col, line);
    },
    { title: tab, col: column, line: row },
  );
  await page.locator('.o-grid div.o-composer[contenteditable]').first().focus();
}

/** Types text into a cell and confirms it, as fast as the keys can be pressed. */
export async function type(page: Page, tab: string, column: number, row: number, text: string): Promise<void> {
  await goTo(page, tab, column, row);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Until the server has taken all that was done on that page: an undo holds up what is typed before its answer. */
export async function isInStep(page: Page): Promise<void> {
  await page.waitForFunction(() => (globalThis as PageGlobal).workbookModel.session.isFullySynchronized());
}

/** What a cell of a tab shows on that page (0-based). */
export function shown(page: Page, tab: string, column: number, row: number): Promise<string> {
  return page.evaluate(
    ({ title, col, line }) => {
      const { getters } = (globalThis as PageGlobal).workbookModel;
      const sheetId = getters.getSheetIds().find((id) => getters.getSheetName(id) === title);
      return getters.getEvaluatedCell({ sheetId, col, row: line }).formattedValue;
    },
    { title: tab, col: column, line: row },
  );
}

/** Clicks through the menu bar, each label in full but for the dots of a menu item that opens a form. */
export async function chooseMenu(page: Page, ...labels: readonly string[]): Promise<void> {
  const [first = '', ...rest] = labels;
  await page.locator('.o-topbar-menu').getByText(first, { exact: true }).click();
  for (const label of rest) {
    const item = page.locator('.o-menu-item').getByText(new RegExp(`^${label}(…| *\\.\\.\\.)?$`));
    await item.first().click();
  }
}

/** What is stored in a cell (0-based): a formula as its text. */
export function stored({ server }: BrowserWorld, title: string, column: number, row: number): unknown {
  const input = tabOf(server, title)?.rows[row]?.inputs[column] ?? null;
  return isFormula(input) ? input.formula : input;
}

/** The column of a key of the tab's first row, from 0. */
export function columnOf({ server }: BrowserWorld, title: string, key: string): number {
  const column = tabOf(server, title)?.rows[0]?.inputs.indexOf(key) ?? -1;
  if (column === -1) throw new Error(`The tab ${title} has no column ${key}`);
  return column;
}

/** The last row of a tab whose cells, by key, are these. */
export function rowWith(world: BrowserWorld, title: string, cells: Readonly<Record<string, unknown>>): number {
  const wanted = Object.entries(cells).map(([key, value]) => [columnOf(world, title, key), value] as const);
  for (let row = lastRow(world, title); row >= 2; row -= 1) {
    if (wanted.every(([column, value]) => stored(world, title, column, row) === value)) return row;
  }
  throw new Error(`No row of ${title} has ${JSON.stringify(cells)}`);
}

/** The last row with something in it, from 0. */
export function lastRow({ server }: BrowserWorld, title: string): number {
  return tabOf(server, title)?.rows.findLastIndex((row) => row?.inputs.some((input) => input !== null)) ?? 0;
}

function tabOf(server: PageServer, title: string) {
  const { sheets } = server.world().sheets.session.workbook();
  return sheets.find(({ properties }) => properties.title === title);
}
