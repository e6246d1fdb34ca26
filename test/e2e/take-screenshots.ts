// `npm run screenshots`: the pictures of docs/screenshots, taken anew from the demo shop in a real Chromium. Look at them.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runCli } from '#local/world/run-cli.ts';
import {
  type BrowserWorld,
  chooseMenu,
  goTo,
  rowWith,
  startBrowserWorld,
  stored,
} from '#test/support/page-in-browser.ts';

const PORT = 8123;
/** As many as the picture has room for. */
const REPORT_LINES = 40;
const FOLDER = join(import.meta.dirname, '../../docs/screenshots');

const world = await startBrowserWorld(PORT);
const { stdout: report } = await runCli(['night'], world.server.world().environment());
const page = await world.openPage();
await page.setViewportSize({ width: 1160, height: 580 });
await answerTicket(page, world);
await showFigures(page, world);
await writeOff(page, world);
await passDay(page);
await showReport(page, report);
await world.close();

/** Clips to the window; the names are those the documents use. */
async function picture(on: Page, name: string): Promise<void> {
  await on.screenshot({ path: join(FOLDER, `${name}.png`) });
  process.stdout.write(`docs/screenshots/${name}.png\n`);
}

async function answerTicket(on: Page, of: BrowserWorld): Promise<void> {
  const sidebar = on.frameLocator('#sidebar-frame iframe');
  const button = (name: string) => sidebar.getByRole('button', { name });
  await goTo(on, 'Tickets', 0, rowWith(of, 'Tickets', { status: 'ouvert', channel: 'e-mail', category: 'livraison' }));
  await chooseMenu(on, 'Opérations', 'Clients et réponses', 'Répondre avec un modèle');
  await sidebar.getByText(/^[1-9]\d* caractères/).waitFor();
  await picture(on, 'reply');
  await sidebar.getByLabel('Envoyer par').selectOption({ label: 'Brouillon Gmail' });
  await button('Voir l’aperçu').click();
  await button('Confirmer et écrire').click();
  await button('Créer le brouillon Gmail').click();
  await on.getByRole('button', { name: 'Brouillons (1)' }).click();
  await on.frameLocator('#mailbox-mail iframe').getByText('Bonjour').waitFor();
  await picture(on, 'mailbox');
  await on.getByRole('button', { name: 'Fermer le courrier' }).click();
  await goTo(on, 'Clients', 0, 10);
  await chooseMenu(on, 'Opérations', 'Clients et réponses', 'Voir la fiche d’un client');
  await sidebar.getByRole('heading', { name: 'Abonnement', exact: true }).waitFor();
  await picture(on, 'customer-card');
  await goTo(
    on,
    'Abonnements',
    0,
    rowWith(of, 'Abonnements', { status: 'actif', interval: 'mensuel', cancel_on: null }),
  );
  await chooseMenu(on, 'Opérations', 'Abonnements et points', 'Changer un abonnement');
  await sidebar.getByLabel('Changement').selectOption({ label: 'pause' });
  await button('Voir l’aperçu').click();
  await button('Confirmer et écrire').waitFor();
  await picture(on, 'pause');
}

async function showFigures(on: Page, of: BrowserWorld): Promise<void> {
  const sidebar = on.frameLocator('#sidebar-frame iframe');
  await goTo(on, 'KPI', 0, rowWith(of, 'KPI', { id: 'csat' }));
  await chooseMenu(on, 'Opérations', 'Chiffres', 'Voir les lignes derrière un indicateur');
  await sidebar
    .getByText(/^TIC-\d{6}/)
    .first()
    .waitFor();
  await picture(on, 'kpi');
}

async function writeOff(on: Page, of: BrowserWorld): Promise<void> {
  const sidebar = on.frameLocator('#sidebar-frame iframe');
  const lot = rowWith(of, 'Lots', { status: 'disponible', reserved: 0 });
  await goTo(on, 'Lots', 0, lot);
  await chooseMenu(on, 'Opérations', 'Stock', 'Perte, cadeau ou date courte');
  await sidebar.getByLabel('Nature').selectOption({ label: 'perte' });
  await sidebar.getByLabel('Quantité').fill('1');
  await sidebar.getByLabel('Motif').fill(`pot cassé, lot ${stored(of, 'Lots', 0, lot)}`);
  await picture(on, 'workbook');
  await sidebar.getByRole('button', { name: 'Voir l’aperçu' }).click();
  await sidebar.getByRole('button', { name: 'Confirmer et écrire' }).waitFor();
  await picture(on, 'preview');
  await on.getByRole('button', { name: 'Fermer le panneau' }).click();
}

async function passDay(on: Page): Promise<void> {
  await goTo(on, 'Commandes', 0, 2);
  await on.getByRole('button', { name: '+ 1 jour' }).click();
  await on.getByText('Une nuit est passée.').waitFor();
  await goTo(on, 'Commandes', 0, rowWith(world, 'Commandes', { source: 'Stripe Checkout' }));
  await picture(on, 'time-machine');
}

/** The terminal's text, as a terminal shows it: headings, which begin their line, stand out. */
async function showReport(on: Page, text: string): Promise<void> {
  const shown = text.split('\n').slice(0, REPORT_LINES);
  const lines = ['$ npm run ops -- night --local', '', ...shown].map((line) =>
    /^[A-ZÀÉ]/.test(line) ? `<b>${escaped(line)}</b>` : escaped(line),
  );
  await on.setViewportSize({ width: 860, height: 760 });
  await on.setContent(
    `<body style="margin:0;padding:16px;background:#14261d;color:#e6efe9"><pre style="font:13px/1.35 monospace">${lines.join('\n')}</pre>`,
  );
  await picture(on, 'night-report');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
