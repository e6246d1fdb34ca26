// The add-on in the workbook's page, from its menu to the cells that change and back; the time machine; the demo set back.
// Scenes in order: each goes on where the one before left the shop.
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidebarFaults } from '#test/support/accessibility-faults.ts';
import {
  type BrowserWorld,
  chooseMenu,
  columnOf,
  goTo,
  lastRow,
  reloading,
  shown,
  startBrowserWorld,
  stored,
  type,
} from '#test/support/page-in-browser.ts';

const WAIT = { timeout: 120_000, interval: 50 };
const NIGHTS = { timeout: 350_000, interval: 100 };

let world: BrowserWorld;
let page: Page;
let sidebar: FrameLocator;

beforeAll(async () => {
  world = await startBrowserWorld();
  page = await world.openPage();
  sidebar = page.frameLocator('#sidebar-frame iframe');
}, 300_000);

afterAll(async () => {
  await world?.close();
});

const button = (name: string | RegExp) => sidebar.getByRole('button', { name });
const lot = (key: string, row: number) => stored(world, 'Lots', columnOf(world, 'Lots', key), row);
const shownOnHand = (row: number) => shown(page, 'Lots', columnOf(world, 'Lots', 'on_hand'), row);

/** A lot with at least three units that no order has reserved. */
function freeLot(): number {
  for (let row = 2; row <= lastRow(world, 'Lots'); row += 1) {
    if (lot('status', row) === 'disponible' && Number(lot('on_hand', row)) - Number(lot('reserved', row)) >= 3)
      return row;
  }
  throw new Error('The demo shop has no lot with three free units');
}

describe('the add-on', { timeout: 300_000 }, () => {
  let row = 0;
  let before = 0;

  it('opens its form on the selected row', async () => {
    row = freeLot();
    before = Number(lot('on_hand', row));
    await goTo(page, 'Lots', 0, row);
    await chooseMenu(page, 'Opérations', 'Stock', 'Perte, cadeau ou date courte');
    await sidebar.getByLabel('Quantité').waitFor();
    expect(await sidebar.getByLabel('Lot').first().inputValue()).toBe(lot('id', row));
    expect(await sidebarFaults(page)).toEqual([]);
  });

  it('says beside the field what is missing', async () => {
    await button('Voir l’aperçu').click();
    await sidebar.getByText('Ce champ est obligatoire.').first().waitFor();
    expect(await sidebarFaults(page)).toEqual([]);
  });

  it('shows every effect before anything is written, then writes it', async () => {
    await sidebar.getByLabel('Nature').selectOption({ label: 'perte' });
    await sidebar.getByLabel('Quantité').fill('2');
    await sidebar.getByLabel('Motif').fill('pot cassé');
    await button('Voir l’aperçu').click();
    await button('Confirmer et écrire').waitFor();
    expect(Number(lot('on_hand', row))).toBe(before);
    expect(await sidebarFaults(page)).toEqual([]);
    await button('Confirmer et écrire').click();
    await expect.poll(() => shownOnHand(row), WAIT).toBe(String(before - 2));
    expect(Number(lot('on_hand', row))).toBe(before - 2);
  });

  it('undoes it from the result', async () => {
    await button('Annuler cette action').waitFor();
    expect(await sidebarFaults(page)).toEqual([]);
    await button('Annuler cette action').click();
    await button('Voir l’aperçu').click();
    await button('Confirmer et écrire').click();
    await expect.poll(() => shownOnHand(row), WAIT).toBe(String(before));
    expect(Number(lot('on_hand', row))).toBe(before);
    await page.getByRole('button', { name: 'Fermer le panneau' }).click();
    expect(await page.locator('#sidebar').isVisible()).toBe(false);
  });
});

describe('the time machine', { timeout: 400_000 }, () => {
  it.each([
    ['+ 1 jour', 'samedi 28 novembre 2026', 'Une nuit est passée.'],
    ['Fin du mois', 'lundi 30 novembre 2026', '2 nuits sont passées.'],
    ['+ 1 semaine', 'lundi 7 décembre 2026', '7 nuits sont passées.'],
  ])('%s: the nights run and the grid changes', async (step, day, said) => {
    const [nights, orders] = [lastRow(world, 'Journal'), lastRow(world, 'Commandes')];
    await page.getByRole('button', { name: step }).click();
    await expect.poll(() => page.locator('#status').textContent(), NIGHTS).toBe(said);
    expect(await page.locator('#now').textContent()).toBe(`Nous sommes le ${day}`);
    const last = lastRow(world, 'Journal');
    expect(last).toBeGreaterThan(nights);
    expect(lastRow(world, 'Commandes')).toBeGreaterThan(orders);
    await expect.poll(() => shown(page, 'Journal', 0, last), WAIT).toBe(stored(world, 'Journal', 0, last));
  });

  it('sets the demo back', async () => {
    await type(page, 'Feuille 1', 0, 2, 'ne reste pas');
    await expect.poll(() => stored(world, 'Feuille 1', 0, 2), WAIT).toBe('ne reste pas');
    await reloading([page], () => page.getByRole('button', { name: 'Remettre la démo à zéro' }).click());
    expect(await page.locator('#now').textContent()).toBe('Nous sommes le vendredi 27 novembre 2026');
    expect(stored(world, 'Feuille 1', 0, 2)).toBe(null);
  });
});
