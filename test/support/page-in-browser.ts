// The demo workbook's page in headless Chromium, and what a person does there: go to a cell, type, open a menu.
import { type Browser, chromium, type Page } from 'playwright-core';
import { builtAddOn } from '#local/apps-script-host/built-add-on.ts';
import { startAddOn } from '#local/apps-script-host/start-add-on.ts';
import { type PageServer, startPageServer } from '#local/web/start-page-server.ts';
import { beforeHistory, nightOf, seedDemo } from '#local/world/seed-demo.ts';
import { startWorld, type World } from '#local/world/start-world.ts';
import { systemProgram } from './system-packages.ts';

const TODAY = '2026-11-20';

export interface BrowserWorld {
  readonly server: PageServer;
  readonly browser: Browser;
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
  readonly selection: { selectCell(column: number, row: number): void };
  dispatch(type: string, payload: object): void;
}
type PageGlobal = typeof globalThis & { readonly workbookModel: PageModel };

async function demoWorld(): Promise<World> {
  const world = await startWorld({ folder: null, startMs: beforeHistory(TODAY) });
  await seedDemo(world, { seed: 1, scale: 1, today: TODAY }, () => undefined);
  world.advanceTo(nightOf(TODAY));
  return world;
}

export async function startBrowserWorld(): Promise<BrowserWorld> {
  const [world, files] = await Promise.all([demoWorld(), builtAddOn()]);
  const server = await startPageServer({
    world,
    addOn: (current) => startAddOn(current, files),
    freshWorld: demoWorld,
  });
  const browser = await chromium.launch({
    executablePath: systemProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=fr-FR'],
  });
  const context = await browser.newContext({ viewport: { width: 1400, height: 860 }, locale: 'fr-FR' });
  return {
    server,
    browser,
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

export async function isReady(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready="true"]', { timeout: 45_000 });
}

/** Goes to a tab and a cell (0-based) as the mouse would, then leaves the keyboard to the grid. */
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

/** Clicks through the menu bar. */
export async function chooseMenu(page: Page, ...labels: readonly string[]): Promise<void> {
  const [first = '', ...rest] = labels;
  await page.locator('.o-topbar-menu', { hasText: first }).click();
  for (const label of rest) await page.locator('.o-menu-item', { hasText: label }).first().click();
}
