// A morning of the team in the workbook's page: a ticket answered from a template with words of one's own, the mail, the
// customer's card, a pause asked for, and the rows behind a figure. Scenes in order, each accessible in every state.
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, sidebarFaults } from '#test/support/accessibility-faults.ts';
import {
  type BrowserWorld,
  chooseMenu,
  columnOf,
  goTo,
  lastRow,
  rowWith,
  startBrowserWorld,
  stored,
} from '#test/support/page-in-browser.ts';

const WAIT = { timeout: 120_000, interval: 50 };
const OWN_WORDS = 'P.-S. Merci de votre patience, vraiment.';

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

const button = (name: string) => sidebar.getByRole('button', { name });
const cell = (tab: string, key: string, row: number) => stored(world, tab, columnOf(world, tab, key), row);

describe('answering customers', { timeout: 300_000 }, () => {
  let ticket = 0;

  it('fills a reply from the ticket’s row; another template fills it anew', async () => {
    ticket = rowWith(world, 'Tickets', { status: 'ouvert', channel: 'e-mail', category: 'livraison' });
    await goTo(page, 'Tickets', 0, ticket);
    await chooseMenu(page, 'Opérations', 'Clients et réponses', 'Répondre avec un modèle');
    const text = sidebar.locator('textarea').first();
    await expect.poll(() => text.inputValue(), WAIT).toContain(String(cell('Tickets', 'order_id', ticket)));
    await sidebar.getByLabel('Modèle').selectOption({ label: 'Points qui expirent' });
    await expect.poll(() => text.inputValue(), WAIT).toContain('18 mois');
    await sidebar.getByLabel('Modèle').selectOption({ label: '★ Où en est ma commande' });
    await expect.poll(() => text.inputValue(), WAIT).toContain(String(cell('Tickets', 'order_id', ticket)));
    expect(await sidebarFaults(page)).toEqual([]);
  });

  it('keeps one’s own words, and leaves a draft in the mailbox that says them', async () => {
    const text = sidebar.locator('textarea').first();
    await text.fill(`${await text.inputValue()}\n\n${OWN_WORDS}`);
    await sidebar.getByLabel('Envoyer par').selectOption({ label: 'Brouillon Gmail' });
    await button('Voir l’aperçu').click();
    await button('Confirmer et écrire').waitFor();
    expect(await sidebarFaults(page)).toEqual([]);
    await button('Confirmer et écrire').click();
    await button('Créer le brouillon Gmail').click();
    await page.getByRole('button', { name: 'Brouillons (1)' }).click();
    const mail = page.frameLocator('#mailbox-mail iframe').getByText(OWN_WORDS);
    await mail.waitFor();
    expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'Fermer le courrier' }).click();
    expect(await sidebarFaults(page)).toEqual([]);
  });

  it('is marked as sent, which answers the ticket', async () => {
    expect(cell('Tickets', 'first_reply_at', ticket)).toBe(null);
    await chooseMenu(page, 'Opérations', 'Clients et réponses', 'Marquer comme envoyé');
    await button('Voir l’aperçu').click();
    await button('Confirmer et écrire').click();
    await button('Annuler cette action').waitFor();
    expect(typeof cell('Tickets', 'first_reply_at', ticket)).toBe('number');
    const letter = rowWith(world, 'Envois', { ticket_id: cell('Tickets', 'id', ticket) });
    expect(cell('Envois', 'status', letter)).toBe('envoyé');
    expect(String(cell('Envois', 'body', letter))).toContain(OWN_WORDS);
  });

  it('shows a customer’s card and writes nothing', async () => {
    const revision = lastRow(world, 'Journal');
    await goTo(page, 'Clients', 0, 10);
    await chooseMenu(page, 'Opérations', 'Clients et réponses', 'Voir la fiche d’un client');
    await sidebar.getByText(`${cell('Clients', 'name', 10)} – ${cell('Clients', 'id', 10)}`).waitFor();
    await sidebar.getByRole('heading', { name: 'Abonnement', exact: true }).waitFor();
    expect(await sidebarFaults(page)).toEqual([]);
    expect(lastRow(world, 'Journal')).toBe(revision);
  });

  it('asks for a pause, which waits for the night', async () => {
    const subscription = rowWith(world, 'Abonnements', { status: 'actif', interval: 'mensuel', cancel_on: null });
    await goTo(page, 'Abonnements', 0, subscription);
    await chooseMenu(page, 'Opérations', 'Abonnements et points', 'Changer un abonnement');
    await sidebar.getByLabel('Changement').selectOption({ label: 'pause' });
    await button('Voir l’aperçu').click();
    await button('Confirmer et écrire').waitFor();
    expect(await sidebarFaults(page)).toEqual([]);
    await button('Confirmer et écrire').click();
    await button('Annuler cette action').waitFor();
    const request = rowWith(world, 'Demandes', { subscription_id: cell('Abonnements', 'id', subscription) });
    expect([cell('Demandes', 'kind', request), cell('Demandes', 'status', request)]).toEqual(['pause', 'à faire']);
  });

  it('shows the rows behind a figure', async () => {
    await goTo(page, 'KPI', 0, rowWith(world, 'KPI', { id: 'csat' }));
    await chooseMenu(page, 'Opérations', 'Chiffres', 'Voir les lignes derrière un indicateur');
    await sidebar.getByText('Satisfaction (CSAT)').first().waitFor();
    await sidebar
      .getByText(/^TIC-\d{6}/)
      .first()
      .waitFor();
    expect(await sidebarFaults(page)).toEqual([]);
  });
});
