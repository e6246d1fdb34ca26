// The workbook in a browser, used as a person uses a spreadsheet: typing, undoing, copying, tabs, and a second browser tab
// that stays in step. Scenes in order: each goes on where the one before left the shop. `hidden` is a tab that the screen
// does not show, which draws nothing: what is typed there by a slow machine's keyboard must end up in the same cells.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '#test/support/accessibility-faults.ts';
import {
  type BrowserWorld,
  chooseMenu,
  goTo,
  isInStep,
  reloading,
  shown,
  startBrowserWorld,
  stored,
  type,
} from '#test/support/page-in-browser.ts';
import { systemProgram } from '#test/support/system-packages.ts';

const BLANK = 'Feuille 1';
const WAIT = { timeout: 120_000, interval: 50 };
const folder = mkdtempSync(join(tmpdir(), 'ops-download-'));

let world: BrowserWorld;
let hidden: Page;
let page: Page;

beforeAll(async () => {
  world = await startBrowserWorld();
  hidden = await world.openPage();
  page = await world.openPage();
}, 300_000);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world?.close();
});

const kept = (column: number, row: number, tab = BLANK) => stored(world, tab, column, row);

describe('a person at the grid', { timeout: 300_000 }, () => {
  it.each([
    ['the tab in front', 0, () => page, () => hidden],
    ['a tab that draws nothing', 1, () => hidden, () => page],
  ] as const)(
    'types text, numbers, dates and formulas in French in %s; the other sees them',
    async (_, column, one, two) => {
      const letter = 'AB'[column];
      const entries = ['12,5', '25/12/2026', `=${letter}3*2`, 'miel', `=SUM(${letter}3;2,5)`];
      for (const [index, text] of entries.entries()) await type(one(), BLANK, column, 2 + index, text);
      await expect.poll(() => shown(two(), BLANK, column, 6), WAIT).toBe('15');
      const rows = [2, 3, 4, 5];
      expect(await Promise.all(rows.map((row) => shown(two(), BLANK, column, row)))).toEqual([
        '12,5',
        '25/12/2026',
        '25',
        'miel',
      ]);
      expect([...rows, 6].map((row) => kept(column, row))).toEqual([
        12.5,
        46_381,
        `=${letter}3*2`,
        'miel',
        `=SUM(${letter}3,2.5)`,
      ]);
    },
  );

  it('takes back only what was typed on that page, and brings it back', async () => {
    await type(page, BLANK, 0, 7, 'ici');
    await type(hidden, BLANK, 1, 7, 'là-bas');
    await expect.poll(() => shown(page, BLANK, 1, 7), WAIT).toBe('là-bas');
    await goTo(page, BLANK, 0, 12);
    await page.keyboard.press('Control+z');
    await expect.poll(() => shown(hidden, BLANK, 0, 7), WAIT).toBe('');
    expect([kept(0, 7), kept(1, 7)]).toEqual([null, 'là-bas']);
    await page.keyboard.press('Control+y');
    await expect.poll(() => shown(hidden, BLANK, 0, 7), WAIT).toBe('ici');
    expect(kept(0, 7)).toBe('ici');
  });

  it('does not undo over what somebody else typed since', async () => {
    await type(page, BLANK, 2, 2, 'mien');
    await expect.poll(() => shown(hidden, BLANK, 2, 2), WAIT).toBe('mien');
    await type(hidden, BLANK, 2, 2, 'sien');
    await expect.poll(() => shown(page, BLANK, 2, 2), WAIT).toBe('sien');
    await goTo(page, BLANK, 0, 12);
    await page.keyboard.press('Control+z');
    await isInStep(page);
    await type(page, BLANK, 3, 2, 'ensuite');
    await expect.poll(() => kept(3, 2), WAIT).toBe('ensuite');
    expect(kept(2, 2)).toBe('sien');
    await expect.poll(() => shown(page, BLANK, 2, 2), WAIT).toBe('sien');
  });

  it('copies, cuts and empties cells', async () => {
    await goTo(page, 'Clients', 3, 5);
    await page.keyboard.press('Control+c');
    await goTo(page, BLANK, 4, 2);
    await page.keyboard.press('Control+v');
    await expect.poll(() => kept(4, 2), WAIT).toBe(kept(3, 5, 'Clients'));
    await page.keyboard.press('Control+x');
    await goTo(page, BLANK, 5, 2);
    await page.keyboard.press('Control+v');
    await expect.poll(() => kept(5, 2), WAIT).toBe(kept(3, 5, 'Clients'));
    expect(kept(4, 2)).toBe(null);
    await page.keyboard.press('Delete');
    await expect.poll(() => kept(5, 2), WAIT).toBe(null);
    expect(await shown(hidden, BLANK, 4, 2)).toBe('');
  });

  it('sees at once what a program writes', async () => {
    const { sheets } = world.server.world();
    await fetch(
      `${sheets.url}/v4/spreadsheets/${sheets.spreadsheetId}/values/${encodeURIComponent(`${BLANK}!E3`)}?valueInputOption=RAW`,
      { method: 'PUT', body: JSON.stringify({ values: [['du programme']] }) },
    );
    await expect.poll(() => shown(page, BLANK, 4, 2), WAIT).toBe('du programme');
  });

  it('shows the charts of a tab, in the page’s own pictures', async () => {
    const { sheets } = world.server.world();
    const column = (index: number) => ({
      sourceRange: {
        sources: [{ startRowIndex: 2, endRowIndex: 5, startColumnIndex: index, endColumnIndex: index + 1 }],
      },
    });
    const chart = (chartType: string, rowIndex: number) => ({
      spec: {
        title: chartType,
        basicChart: { chartType, domains: [{ domain: column(0) }], series: [{ series: column(1) }] },
      },
      position: { overlayPosition: { anchorCell: { rowIndex, columnIndex: 6 }, widthPixels: 300, heightPixels: 180 } },
    });
    const requests = ['COLUMN', 'LINE'].map((type, index) => ({ addChart: { chart: chart(type, 2 + 10 * index) } }));
    await goTo(page, BLANK, 0, 0);
    await reloading([page, hidden], async () => {
      await fetch(`${sheets.url}/v4/spreadsheets/${sheets.spreadsheetId}:batchUpdate`, {
        method: 'POST',
        body: JSON.stringify({ requests }),
      });
    });
    const pictures = page.locator('.o-figure canvas');
    await pictures.nth(1).waitFor();
    expect(await pictures.count()).toBe(2);
    const isDrawn = (index: number) =>
      pictures.nth(index).evaluate((canvas: { toDataURL(): string }) => canvas.toDataURL().length > 3000);
    await expect.poll(async () => [await isDrawn(0), await isDrawn(1)], WAIT).toEqual([true, true]);
  });

  it('inserts a row from the menu: every page loads the new grid', async () => {
    await goTo(page, BLANK, 0, 2);
    await reloading([page, hidden], () => chooseMenu(page, 'Insertion', 'Insérer une ligne', 'Ligne au-dessus'));
    expect(await shown(hidden, BLANK, 0, 3)).toBe('12,5');
    expect(kept(0, 3)).toBe(12.5);
  });

  it('offers nothing in another language, nor what would be refused', async () => {
    const titles = await page.locator('.o-spreadsheet-topbar [title]').evaluateAll((all) => all.map((it) => it.title));
    expect(titles.map((title) => title.replace(/ \(Ctrl.*/, ''))).toEqual([
      'Annuler',
      'Rétablir',
      'Effacer la mise en forme',
      'Zoom',
      'Afficher en pourcentage',
      'Moins de décimales',
      'Plus de décimales',
      'Autres formats',
      'Taille',
      'Gras',
      'Italique',
      'Barré',
      'Couleur du texte',
      'Couleur de fond',
      'Alignement horizontal',
      'Alignement vertical',
      'Retour à la ligne',
    ]);
    expect(await page.locator('.o-topbar-menu').allTextContents()).toEqual([
      'Édition',
      'Affichage',
      'Insertion',
      'Format',
      'Données',
      'Opérations',
    ]);
  });

  it('has no accessibility faults', async () => {
    expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
    await page.locator('.o-topbar-menu').getByText('Opérations').click();
    await page.locator('.o-menu-item').getByText('Stock', { exact: true }).click();
    expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('adds a tab, which LibreOffice finds in the download with what was typed', async () => {
    await reloading([page, hidden], () => page.locator('.o-add-sheet').click());
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger (.xlsx)' }).click();
    const file = join(folder, 'classeur.xlsx');
    await (await download).saveAs(file);
    const convert = [
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1',
    ];
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    expect(spawnSync(systemProgram('libreoffice'), [profile, ...convert, '--outdir', folder, file]).status).toBe(0);
    const lines = readFileSync(join(folder, `classeur-${BLANK}.csv`), 'utf8').split('\n');
    expect(lines.slice(3, 8).map((line) => line.split(';')[0])).toEqual(['12.5', '25/12/2026', '25', 'miel', '15']);
    expect(readFileSync(join(folder, 'classeur-Clients.csv'), 'utf8').split('\n').length).toBeGreaterThan(100);
  });
});
