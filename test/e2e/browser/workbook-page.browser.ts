// The workbook in a browser, used as a person uses it: typing, the add-on's menu and sidebar, the time machine. In order;
// each scene goes on where the one before left the shop. Screenshots land in docs/screenshots.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BrowserWorld,
  chooseMenu,
  goTo,
  isReady,
  shown,
  startBrowserWorld,
} from '#test/support/page-in-browser.ts';

const BLANK = 'Feuille 1';
const SCREENSHOTS = join(import.meta.dirname, '../../../docs/screenshots');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Columns of « Lots », 0-based. */
const ON_HAND = 13;
const STATE = 15;
const WAIT = { timeout: 20_000, interval: 200 };

interface AxeResult {
  readonly passes: readonly unknown[];
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
type WithAxe = { readonly axe: { run(at: string, options: object): Promise<AxeResult> } };

let world: BrowserWorld;
let page: Page;
let other: Page;
let sidebar: FrameLocator;

beforeAll(async () => {
  world = await startBrowserWorld();
  page = await world.openPage();
  other = await world.openPage();
  sidebar = page.frameLocator('#sidebar-frame iframe');
}, 180_000);

afterAll(async () => {
  await world?.close();
});

/** Types text into a cell and confirms it. */
async function type(on: Page, tab: string, column: number, row: number, text: string): Promise<void> {
  await goTo(on, tab, column, row);
  await on.keyboard.type(text, { delay: 20 });
  await on.keyboard.press('Enter');
  // The editor must have closed before the next cell is chosen: an open formula would take the choice for a reference.
  await expect.poll(() => stored(tab, row, column), WAIT).not.toBe(null);
}

function stored(title: string, row: number, column: number): unknown {
  const sheet = world.server
    .world()
    .sheets.session.workbook()
    .sheets.find((it) => it.properties.title === title);
  return sheet?.rows[row]?.inputs[column] ?? null;
}

async function firstLotInStock(): Promise<number> {
  for (let row = 2; row < 200; row += 1) {
    if (stored('Lots', row, STATE) === 'disponible' && Number(stored('Lots', row, ON_HAND)) >= 3) return row;
  }
  throw new Error('The demo shop has no lot in stock');
}

/** The page is one of the browser's documents, the sidebar another inside a labelled region: landmarks are the page's. */
async function violations(frame: Frame, scope: string): Promise<string[]> {
  await frame.evaluate(AXE);
  const found = await frame.evaluate(
    (selector) => (globalThis as unknown as WithAxe).axe.run(selector, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }),
    scope,
  );
  expect(found.passes.length).toBeGreaterThan(3);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('a person at the grid', { timeout: 90_000 }, () => {
  it('types numbers, dates and formulas in French, and another tab of the browser sees them', async () => {
    await type(page, BLANK, 0, 2, '12,5');
    await type(page, BLANK, 0, 3, '25/12/2026');
    await type(page, BLANK, 0, 4, '=A3*2');
    await type(page, BLANK, 0, 5, 'miel');
    await expect.poll(() => shown(other, BLANK, 0, 5), WAIT).toBe('miel');
    expect(await shown(other, BLANK, 0, 2)).toBe('12,5');
    expect(await shown(other, BLANK, 0, 3)).toBe('25/12/2026');
    expect(await shown(other, BLANK, 0, 4)).toBe('25');
    expect([2, 3, 5].map((row) => stored(BLANK, row, 0))).toEqual([12.5, 46_381, 'miel']);
    expect(stored(BLANK, 4, 0)).toEqual({ formula: '=A3*2' });
  });

  it('takes back only what was typed on that page, and brings it back', async () => {
    await type(other, BLANK, 1, 2, 'de l’autre page');
    await expect.poll(() => shown(page, BLANK, 1, 2), WAIT).toBe('de l’autre page');
    await goTo(page, BLANK, 0, 8);
    await page.keyboard.press('Control+z');
    await expect.poll(() => stored(BLANK, 5, 0), WAIT).toBe(null);
    await expect.poll(() => shown(other, BLANK, 0, 5), WAIT).toBe('');
    expect(stored(BLANK, 2, 1)).toBe('de l’autre page');
    await page.keyboard.press('Control+y');
    await expect.poll(() => shown(other, BLANK, 0, 5), WAIT).toBe('miel');
    expect(stored(BLANK, 5, 0)).toBe('miel');
  });

  it('does not undo over what somebody else typed since', async () => {
    await type(page, BLANK, 2, 2, 'mien');
    await expect.poll(() => shown(other, BLANK, 2, 2), WAIT).toBe('mien');
    await type(other, BLANK, 2, 2, 'sien');
    await expect.poll(() => shown(page, BLANK, 2, 2), WAIT).toBe('sien');
    await goTo(page, BLANK, 0, 8);
    await page.keyboard.press('Control+z');
    await type(page, BLANK, 3, 2, 'ensuite');
    await expect.poll(() => stored(BLANK, 2, 3), WAIT).toBe('ensuite');
    expect(stored(BLANK, 2, 2)).toBe('sien');
    await expect.poll(() => shown(page, BLANK, 2, 2), WAIT).toBe('sien');
  });

  it('sees at once what a program writes', async () => {
    const { sheets } = world.server.world();
    await fetch(
      `${sheets.url}/v4/spreadsheets/${sheets.spreadsheetId}/values/${encodeURIComponent(`${BLANK}!E3`)}?valueInputOption=RAW`,
      {
        method: 'PUT',
        body: JSON.stringify({ values: [['du programme']] }),
      },
    );
    await expect.poll(() => shown(page, BLANK, 4, 2), WAIT).toBe('du programme');
  });

  it('inserts a row from the menu: every page loads the new grid', async () => {
    await goTo(page, BLANK, 0, 2);
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      other.waitForEvent('domcontentloaded'),
      chooseMenu(page, 'Insertion', 'Insérer une ligne', 'Ligne au-dessus'),
    ]);
    await Promise.all([page, other].map(isReady));
    expect(await shown(other, BLANK, 0, 3)).toBe('12,5');
    expect(stored(BLANK, 3, 0)).toBe(12.5);
  });
});

describe('the add-on', { timeout: 90_000 }, () => {
  let row = 0;
  let before = 0;

  it('opens its form on the selected row', async () => {
    row = await firstLotInStock();
    before = Number(stored('Lots', row, ON_HAND));
    await goTo(page, 'Lots', 0, row);
    await chooseMenu(page, 'Opérations', 'Stock', 'Perte, cadeau ou date courte');
    await sidebar.getByLabel('Quantité').waitFor();
    expect(await sidebar.getByLabel('Lot', { exact: false }).first().inputValue()).toBe(stored('Lots', row, 0));
  });

  it('shows every effect before anything is written, then writes it', async () => {
    await sidebar.getByLabel('Nature').selectOption({ label: 'perte' });
    await sidebar.getByLabel('Quantité').fill('2');
    await sidebar.getByLabel('Motif').fill('pot cassé');
    await sidebar.getByRole('button', { name: 'Voir l’aperçu' }).click();
    const confirm = sidebar.getByRole('button', { name: 'Confirmer et écrire' });
    await confirm.waitFor();
    expect(Number(stored('Lots', row, ON_HAND))).toBe(before);
    await page.screenshot({ path: join(SCREENSHOTS, 'preview.png') });
    await confirm.click();
    await sidebar
      .getByRole('button', { name: /Annuler/ })
      .first()
      .waitFor();
    await expect.poll(() => shown(page, 'Lots', ON_HAND, row), WAIT).toBe(String(before - 2));
    expect(Number(stored('Lots', row, ON_HAND))).toBe(before - 2);
    await expect.poll(() => shown(other, 'Lots', ON_HAND, row), WAIT).toBe(String(before - 2));
  });

  it('undoes it from the result', async () => {
    await sidebar.getByRole('button', { name: 'Annuler cette action' }).click();
    await sidebar.getByRole('button', { name: 'Confirmer et écrire' }).click();
    await expect.poll(() => shown(page, 'Lots', ON_HAND, row), WAIT).toBe(String(before));
    expect(Number(stored('Lots', row, ON_HAND))).toBe(before);
  });

  it('has no accessibility faults in its panel nor in the controls', async () => {
    await chooseMenu(page, 'Opérations', 'Stock', 'Perte, cadeau ou date courte');
    await sidebar.getByLabel('Quantité').waitFor();
    expect(await violations(page.mainFrame(), '#controls')).toEqual([]);
    expect(await violations(page.mainFrame(), '#sidebar-head')).toEqual([]);
    const [frame] = page.mainFrame().childFrames();
    expect(frame && (await violations(frame, 'body'))).toEqual([]);
    await page.screenshot({ path: join(SCREENSHOTS, 'workbook.png') });
    await page.getByRole('button', { name: 'Fermer le panneau' }).click();
  });
});

describe('the time machine', { timeout: 120_000 }, () => {
  it('passes a day: the night runs and the grid changes', async () => {
    const before = await page.locator('#now').textContent();
    const nights = lastRowOf('Journal');
    await page.getByRole('button', { name: '+ 1 jour' }).click();
    await expect.poll(() => page.locator('#status').textContent(), { timeout: 60_000 }).toBe('Une nuit est passée.');
    expect(await page.locator('#now').textContent()).not.toBe(before);
    expect(lastRowOf('Journal')).toBeGreaterThan(nights);
    const last = lastRowOf('Journal');
    await expect.poll(() => shown(page, 'Journal', 0, last), WAIT).not.toBe('');
    await page.screenshot({ path: join(SCREENSHOTS, 'time-machine.png') });
  });
});

function lastRowOf(title: string): number {
  const sheet = world.server
    .world()
    .sheets.session.workbook()
    .sheets.find((it) => it.properties.title === title);
  return sheet?.rows.findLastIndex((row) => row?.inputs.some((input) => input !== null)) ?? 0;
}
