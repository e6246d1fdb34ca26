// The built sidebar as a person uses it, in Chromium at its 300 pixels over the demo shop: cards to read, a form that fills
// itself, a mail handed to Gmail, the keyboard alone. Each state is looked at by axe.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type TableKey, tables } from '#lib/tables/tables.ts';
import { sidebar as words } from '#lib/text/fr/sidebar.ts';
import { fr } from '#lib/text/fr.ts';
import { createWorldClock } from '#local/clock.ts';
import { accessibilityFaults } from '#test/support/accessibility-faults.ts';
import type { AddOnHost } from '#test/support/add-on-host.ts';
import { openAddOn } from '#test/support/built-add-on.ts';
import { CONSENT_URL } from '#test/support/gmail-side.ts';
import { buildShopFolder, TODAY } from '#test/support/shop-world.ts';
import { type SidebarBrowser, startSidebarBrowser } from '#test/support/sidebar-in-chromium.ts';

const NOW_MS = Date.parse(`${TODAY}T09:00:00Z`);
const WAIT = { timeout: 30_000, interval: 50 };
let folder: string;
let host: AddOnHost;
let browser: SidebarBrowser;
let page: Page;

beforeAll(async () => {
  folder = await buildShopFolder();
  host = openAddOn(join(folder, 'workbook.sqlite'), 'classeur-de-demonstration', createWorldClock(NOW_MS));
  browser = await startSidebarBrowser();
}, 120_000);
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  host.close();
  rmSync(folder, { recursive: true });
});

/** @param row 0-based. */
async function openOn(action: string, table: TableKey, row: number): Promise<void> {
  host.select(tables[table].sheetId, row);
  page = await browser.open(host, action);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (label: string) => page.getByLabel(label);
const heading = (name: string) => page.getByRole('heading', { name }).waitFor();
const faults = () => accessibilityFaults(page.mainFrame());

test('what only shows is shown without a click, leads to its rows, and is read again on demand', async () => {
  await openOn('points-statement', 'customers', 3);
  await heading('Mouvements');
  expect(await faults()).toEqual([]);
  expect(await button(words.confirm).count()).toBe(0);
  await page.locator('button.link').first().click();
  await expect.poll(() => host.selections.at(-1)?.[0], WAIT).toBe(tables.customers.sheetId);
  host.forgetCalls();
  await button(words.showAgain).click();
  await heading('Mouvements');
  expect(host.calls).toEqual(['batchGetByDataFilter']);
});

test('a choice fills the form anew; what was typed and the focus stay', async () => {
  await openOn('reply', 'tickets', 3);
  const [before, options] = [await field('Texte (').inputValue(), page.locator('select').first()];
  await field('Je l’envoie maintenant').check();
  await options.focus();
  await options.selectOption({ index: 3 });
  await expect.poll(() => field('Texte (').inputValue(), WAIT).not.toBe(before);
  expect(await page.locator('select:focus').count()).toBe(1);
  expect(await field('Je l’envoie maintenant').isChecked()).toBe(true);
  expect(await faults()).toEqual([]);
});

test('a mail is looked at, confirmed and drafted once; without the right there is a way out', async () => {
  await openOn('reply', 'tickets', 3);
  await field('Canal').selectOption({ label: fr.choiceLabel('email') });
  await field('Destinataire').fill('zoe@maison.test');
  await field('Envoyer par').selectOption({ label: 'Brouillon Gmail' });
  await button(words.preview).click();
  await heading(words.previewTitle);
  expect(await button(words.makeDraft).count()).toBe(0);
  await page.getByText(words.mailLook).click();
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
  expect(await faults()).toEqual([]);
  await page.getByText(words.mailLook).click();
  await button(words.confirm).click();
  await heading(words.doneTitle);
  host.gmail.allow(false);
  await button(words.makeDraft).click();
  await page.getByText(fr.addon.mailNotAllowed).waitFor();
  expect(await page.getByRole('link', { name: words.authorize }).getAttribute('href')).toBe(CONSENT_URL);
  expect(await page.getByRole('link', { name: words.openMail }).getAttribute('href')).toContain('zoe%40maison.test');
  expect(await faults()).toEqual([]);
  host.gmail.allow(true);
  await button(words.retry).dblclick();
  await page.getByText(fr.addon.mailDrafted).waitFor();
  const mails = await host.gmail.mailbox.messages();
  expect(mails.map(({ to, draftId }) => [to, draftId !== null])).toEqual([['zoe@maison.test', true]]);
  await button(words.undo).click();
  await page.getByText(fr.addon.undoIntro).waitFor();
  expect(await field(fr.addon.undoWhich).locator('option:checked').textContent()).toContain('Répondre avec un modèle');
  await button(words.preview).click();
  await heading(words.previewTitle);
  await button(words.confirm).click();
  await heading(words.doneTitle);
});

test('a page is printed from its own frame, in which nothing of the workbook runs', async () => {
  await openOn('points-statement', 'customers', 3);
  await heading('Mouvements');
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts allow-modals');
  const printed = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  await printed?.evaluate("addEventListener('beforeprint', () => { document.title = 'imprimé'; })");
  await printed?.evaluate(
    `document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.body.id = 1">')`,
  );
  await button(words.print).click();
  await expect.poll(() => printed?.title(), WAIT).toBe('imprimé');
  expect(await printed?.evaluate<string>('document.body.id')).toBe('');
});

test('by keyboard alone: from the form to what was done', async () => {
  await openOn('remove-stock', 'lots', freeLotRow());
  while ((await focused()) !== 'Motif') await page.keyboard.press('Tab');
  await page.keyboard.type('Bocal cassé');
  await page.keyboard.press('Enter');
  await heading(words.previewTitle);
  while ((await focused()) !== words.confirm) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await heading(words.doneTitle);
  expect(await faults()).toEqual([]);
});

/** What has the focus, by the name a person reads on it. */
function focused(): Promise<string> {
  return page.evaluate<string>('((at) => (at.labels?.[0]?.firstChild ?? at).textContent)(document.activeElement)');
}

/** 0-based row of a lot with a unit that no order has reserved. */
function freeLotRow(): number {
  const lots = host.session.workbook().sheets.find(({ sheetId }) => sheetId === tables.lots.sheetId);
  const column = (name: string) => lots?.rows[0]?.inputs.indexOf(name) ?? -1;
  const [onHand, reserved, status] = [column('on_hand'), column('reserved'), column('status')];
  return (lots?.rows ?? []).findIndex((row) => {
    const inputs = row?.inputs ?? [];
    return inputs[status] === fr.choiceLabel('available') && Number(inputs[onHand]) > Number(inputs[reserved] ?? 0);
  });
}
