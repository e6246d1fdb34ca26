// The public FAQ in a real Chromium: readable with and without scripts, searchable, free of accessibility faults at every
// width and in the dark, silent on the network; and what an entry says never runs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { PublishedEntry, PublishedFaq } from '#lib/faq/published-faq.ts';
import { fr } from '#lib/text/fr.ts';
import { renderFaqPage } from '#sync/faq/render-faq-page.ts';
import { accessibilityFaults } from '../../support/accessibility-faults.ts';
import { systemProgram } from '../../support/system-packages.ts';

const EVIL = '<script>document.title = "ran"</script><img src="x" onerror="document.title = \'ran\'">';
const entries: readonly PublishedEntry[] = [
  {
    id: 'FAQ-1',
    question: 'Où est mon colis ?',
    answer: 'En route.\n\nSuivi : https://suivi.test/1.',
    keywords: 'livraison',
  },
  { id: 'FAQ-2', question: 'Mon produit est abîmé', answer: 'Écrivez-nous.', keywords: 'cassé' },
];
const faq: PublishedFaq = {
  topics: [
    { category: 'delivery', entries: entries.slice(0, 1) },
    {
      category: 'quality',
      entries: [...entries.slice(1), { id: 'FAQ-3', question: EVIL, answer: EVIL, keywords: EVIL }],
    },
  ],
  updatedOn: '2026-11-20',
  leftOut: [],
};

let browser: Browser;
let folder: string;
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ops-faq-'));
  const file = join(folder, 'index.html');
  writeFileSync(file, renderFaqPage(faq, { name: 'Maison', email: 'bonjour@maison.test' }, fr));
  url = pathToFileURL(file).href;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=fr-FR'];
  browser = await chromium.launch({ executablePath: systemProgram('chromium'), args });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** @returns the page, and every address it asked for. */
async function open(options: BrowserContextOptions = {}, hash = ''): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'fr-FR', ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${url}${hash}`);
  return { page, asked };
}

const shown = (page: Page) => page.locator('details:visible h3').allTextContents();

const PHONE = { viewport: { width: 360, height: 740 } };

test.each<[string, BrowserContextOptions]>([
  ['on a desk', {}],
  ['on a phone', PHONE],
  ['in the dark', { ...PHONE, colorScheme: 'dark' }],
])('has no accessibility fault and fits %s', async (_, options) => {
  const { page } = await open({ ...options, bypassCSP: true });
  await page.locator('summary').first().click();
  expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
  const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  expect(overflows).toBe(false);
});

test('search forgives accents, case and plurals, says what it found, and comes back whole', async () => {
  const { page } = await open();
  const count = page.getByRole('status');
  await page.getByLabel('Chercher une question').fill('ABIME');
  expect(await shown(page)).toEqual(['Mon produit est abîmé']);
  expect(await count.textContent()).toBe('1 question');
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).not.toContain('Livraison');
  await page.getByLabel('Chercher une question').fill('livraisons');
  expect(await shown(page)).toEqual(['Où est mon colis\u202f?']);
  await page.getByLabel('Chercher une question').fill('licorne');
  expect(await shown(page)).toEqual([]);
  expect(await count.textContent()).toContain('Aucune question');
  await page.getByLabel('Chercher une question').fill('');
  expect(await shown(page)).toHaveLength(3);
  expect(await count.textContent()).toBe('');
});

test('a link to a question opens it; all of them open and close at once', async () => {
  const { page } = await open({}, '#FAQ-2');
  const opened = () => page.locator('details[open]').count();
  expect(await page.locator('#FAQ-2').getAttribute('open')).not.toBeNull();
  await page.getByRole('button', { name: 'Tout ouvrir' }).click();
  expect(await opened()).toBe(3);
  await page.getByRole('button', { name: 'Tout fermer' }).click();
  expect(await opened()).toBe(0);
});

test('by keyboard alone', async () => {
  const { page } = await open();
  await page.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  expect(await page.getByText('En route.').isVisible()).toBe(true);
});

test('without scripts it is a plain list that opens', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  expect(await shown(page)).toHaveLength(3);
  expect(await page.getByLabel('Chercher une question').isVisible()).toBe(false);
  await page.locator('summary').first().click();
  expect(await page.getByText('En route.').isVisible()).toBe(true);
});

test('asks for nothing but itself, and nothing in an entry runs', async () => {
  const { page, asked } = await open();
  for (const summary of await page.locator('summary').all()) await summary.click();
  expect(await page.title()).toBe('Questions fréquentes – Maison');
  expect(await page.locator('.answer img, .answer script, h3 img').count()).toBe(0);
  expect(asked.filter((address) => !address.startsWith(url) && !address.startsWith('data:'))).toEqual([]);
});
