// The command line as a process of its own, against the local world: exit codes, one JSON object, no secret, French words.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemKeys } from '#lib/changes/system-state.ts';
import { fr } from '#lib/text/fr.ts';
import { createWorldClock } from '#local/clock.ts';
import { type SheetsServer, startSheetsServer } from '#local/sheets-server/start-sheets-server.ts';
import { type StripeServer, startStripeServer } from '#local/stripe-server/start-stripe-server.ts';
import { type CliRun, runCli } from '#local/world/run-cli.ts';
import { commitChanges } from '#sync/sheets/commit.ts';
import { readWorkbook } from '#sync/sheets/read-workbook.ts';
import { createSheetsClient } from '#sync/sheets/sheets-client.ts';

const KEY = 'rk_test_hunter2hunter2';
const READER_KEY = 'rk_test_readerreader';
const NOW = '2026-11-22T03:00:00Z';
const clock = createWorldClock(Date.parse(NOW));
const folder = mkdtempSync(join(tmpdir(), 'ops-cli-'));
/** A workbook that is set up, and one that nobody touched yet. */
let sheets: SheetsServer;
let blank: SheetsServer;
let stripe: StripeServer;

const startSheets = () => startSheetsServer({ file: ':memory:', spreadsheetId: 'demo', clock });

beforeAll(async () => {
  // As Excel writes it in France: semicolons, and bytes that are not UTF-8.
  const rows = [
    'Référence;Reçu le;Objet;Message;État',
    's1;20/11/2026 10:00;Où est mon colis ?;;',
    's2;19/11/2026 09:00;Abîmé;Déçue…;résolu',
    's3;hier;;;',
  ];
  const bytes = [...rows.join('\r\n')].map((sign) => (sign === '…' ? 0x85 : sign.charCodeAt(0)));
  writeFileSync(join(folder, 'conversations.csv'), Buffer.from(bytes));
  sheets = await startSheets();
  blank = await startSheets();
  stripe = await startStripeServer({
    clock,
    apiKey: KEY,
    restrictedKeys: { [READER_KEY]: ['customer_read', 'subscription_read', 'invoice_read', 'charge_read'] },
  });
  const { code } = await ops(['init']);
  expect(code).toBe(0);
});
afterAll(async () => {
  await Promise.all([sheets.close(), blank.close(), stripe.close()]);
  rmSync(folder, { recursive: true });
});

const world = () => ({
  SPREADSHEET_ID: 'demo',
  STRIPE_KEY: KEY,
  GOOGLE_SHEETS_URL: sheets.url,
  STRIPE_API_URL: stripe.url,
  OPS_NOW: NOW,
});
const client = () =>
  createSheetsClient({
    spreadsheetId: 'demo',
    access: { kind: 'loopback', url: new URL(sheets.url) },
    callsPerMinute: 1000,
  });
const blankWorld = () => ({ ...world(), GOOGLE_SHEETS_URL: blank.url });
const nothing = { SPREADSHEET_ID: '', STRIPE_KEY: '', GOOGLE_SHEETS_URL: '', STRIPE_API_URL: '', OPS_NOW: '' };

/** Every run is also looked at for the secret. */
async function ops(args: readonly string[], environment: Readonly<Record<string, string>> = world()): Promise<CliRun> {
  const run = await runCli(args, { GOOGLE_APPLICATION_CREDENTIALS: '', NO_COLOR: '1', ...environment });
  expect(run.stdout + run.stderr).not.toContain('hunter2');
  return run;
}

const jsonOf = ({ stdout }: CliRun) => {
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
};

describe('the words of the command line', () => {
  test('help is French and ends well', async () => {
    const { code, stdout } = await ops(['--help'], nothing);
    expect(code).toBe(0);
    for (const text of ['Usage :', 'Commandes :', 'night', 'init', 'doctor', 'local', 'Codes de sortie']) {
      expect(stdout).toContain(text);
    }
    expect(stdout).not.toMatch(/display help|Options:|Commands:/);
  });

  test.each([
    ['no command', [], 'Il manque une commande.'],
    ['an unknown command', ['nuit'], 'Cette commande n’existe pas.'],
    ['an unknown option', ['night', '--vite'], 'Cette option n’existe pas.'],
    ['a word too many', ['night', 'demain'], 'Il y a un mot de trop.'],
  ])('%s', async (_, args, text) => {
    const { code, stdout, stderr } = await ops(args, nothing);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(text);
  });
});

describe('without settings', () => {
  test.each(['night', 'init'])('%s ends with 2 and every error at once', async (command) => {
    const { code, stdout, stderr } = await ops([command], nothing);
    expect([code, stdout]).toEqual([2, '']);
    for (const name of ['SPREADSHEET_ID', 'GOOGLE_APPLICATION_CREDENTIALS', 'STRIPE_KEY'])
      expect(stderr).toContain(name);
  });

  test('the failure is an object with --json', async () => {
    const run = await ops(['night', '--json'], nothing);
    expect(jsonOf(run)).toMatchObject({ error: { kind: 'config' } });
  });

  test('doctor lists them as checks', async () => {
    const { code, stdout } = await ops(['doctor'], nothing);
    expect(code).toBe(2);
    expect(stdout.match(/✗ à corriger/g)).toHaveLength(3);
  });
});

describe('a workbook from its first day', () => {
  test('the night refuses a workbook that is not set up', async () => {
    const { code, stderr } = await ops(['night'], blankWorld());
    expect(code).toBe(2);
    expect(stderr).toContain('ops init');
  });

  test('doctor says that it must be set up', async () => {
    const { code, stdout } = await ops(['doctor'], blankWorld());
    expect(code).toBe(1);
    expect(stdout).toContain('Lancez « ops init »');
  });

  test('init only shows in a dry run', async () => {
    const { code, stdout } = await ops(['init', '--dry-run'], blankWorld());
    expect(code).toBe(0);
    expect(stdout).toContain('+ Créer l’onglet « Clients ».');
    expect(stdout).toContain('rien n’a été écrit');
  });

  test('init sets it up, then finds nothing to do', async () => {
    const fresh = await startSheets();
    const itsWorld = { ...world(), GOOGLE_SHEETS_URL: fresh.url };
    const first = await ops(['init', '--json'], itsWorld);
    const again = await ops(['init', '--json'], itsWorld);
    await fresh.close();
    expect(first.code).toBe(0);
    expect(jsonOf(first)).toMatchObject({ planned: 0, problems: 0 });
    expect(jsonOf(again)).toEqual({ planned: 0, written: 0, problems: 0, dryRun: false });
  });

  test('doctor finds all in order, the rule of the fence too', async () => {
    const { code, stdout } = await ops(['doctor', '--probe-writes']);
    expect(stdout).not.toMatch(/✗|!/);
    expect(stdout).toContain('un numéro de marque déjà pris fait refuser tout l’envoi');
    expect(code).toBe(0);
  });

  test('the night ends with one JSON object', async () => {
    const run = await ops(['night', '--json']);
    expect(run.code).toBe(0);
    expect(jsonOf(run)).toMatchObject({
      planned: expect.any(Number),
      committed: expect.any(Number),
      problems: 0,
      calls: { stripe: expect.any(Number), sheetsRead: expect.any(Number), sheetsWrite: expect.any(Number) },
      bytes: expect.any(Number),
      seconds: expect.any(Number),
      peakRssMb: expect.any(Number),
      steps: expect.any(Object),
    });
    expect(run.stderr).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z Lecture du classeur$/m);
  });

  test('and with a page for people; the FAQ goes where the settings say', async () => {
    const { code, stdout, stderr } = await ops(['night'], {
      ...world(),
      OPS_FAQ_DIR: join(folder, 'faq-of-the-night'),
    });
    expect(code).toBe(0);
    expect(stdout).toContain('Nuit du 22/11/2026');
    // A new workbook has no portal link, plans or address yet.
    expect(stderr).toMatch(/FAQ-RESILIER n’y est pas : onglet « Réglages », cellule C\d+/);
    expect(readFileSync(join(folder, 'faq-of-the-night', 'index.html'), 'utf8')).toContain('Mes points expirent-ils');
  });

  test('the FAQ is a file that anyone may read, and nothing half-written stays beside it', async () => {
    const run = await ops(['faq', '--to', join(folder, 'faq'), '--json']);
    expect(run.code).toBe(0);
    const file = join(folder, 'faq', 'index.html');
    expect(jsonOf(run)).toEqual({ file, questions: 6, leftOut: 4 });
    expect(readdirSync(join(folder, 'faq'))).toEqual(['index.html']);
    expect(statSync(file).mode & 0o777).toBe(0o644);
  });

  test('without a folder, or one that cannot be written: 2', async () => {
    const nowhere = await ops(['faq']);
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('OPS_FAQ_DIR')]);
    const blocked = await ops(['faq', '--to', join(folder, 'conversations.csv', 'faq')]);
    expect([blocked.code, blocked.stderr]).toEqual([2, expect.stringContaining('ne peut pas être écrite')]);
  });

  test('conversations are shown first, written with --yes, and known afterwards', async () => {
    const file = join(folder, 'conversations.csv');
    const shown = await ops(['import', 'conversations', file]);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('2 conversations à ajouter, 0 déjà connue, 1 ligne refusée.');
    expect(shown.stdout).toContain('20/11/2026 10:00 · chat · Où est mon colis ? · ouvert');
    expect(shown.stdout).toContain('! ligne 4 du fichier refusée : « hier » n’est pas une date');
    expect(shown.stdout).toContain('--yes');
    const written = await ops(['import', 'conversations', file, '--yes', '--json']);
    expect(jsonOf(written)).toEqual({ planned: 2, written: 2, known: 0, refused: 1 });
    const again = await ops(['import', 'conversations', file, '--yes', '--json']);
    expect(jsonOf(again)).toEqual({ planned: 0, written: 0, known: 2, refused: 1 });
    const { workbook } = await readWorkbook(client(), fr);
    expect(workbook.tickets.rows).toMatchObject([
      { id: 'TIC-000001', sourceId: 's1', subject: 'Où est mon colis ?', clock: 'breached' },
      { id: 'TIC-000002', sourceId: 's2', subject: 'Abîmé', message: 'Déçue…', status: 'resolved' },
    ]);
    expect(workbook.journal.rows.at(-1)).toMatchObject({ action: 'Import de conversations', who: 'ops import' });
  });

  test.each([
    ['a list of something else', ['import', 'commandes', 'x.csv'], 'Un mot n’est pas de ceux'],
    ['no file', ['import', 'conversations'], 'Il manque un mot'],
    ['a file that is not there', ['import', 'conversations', 'absent.csv'], 'absent.csv ne peut pas être lu'],
  ])('an import of %s: 2', async (_, args, sentence) => {
    const { code, stderr } = await ops(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('when something is in the way', () => {
  test('another night is running: 3', async () => {
    const access = { kind: 'loopback', url: new URL(sheets.url) } as const;
    const client = createSheetsClient({ spreadsheetId: 'demo', access, callsPerMinute: 1000 });
    const hold = async (holder: string | null) => {
      const { workbook } = await readWorkbook(client, fr);
      const head = { actionId: `test-${holder}`, action: 'test', summary: '', who: 'test', at: NOW } as const;
      const until = holder === null ? null : '2026-11-22T03:10:00Z';
      const system = { [systemKeys.leaseHolder]: holder, [systemKeys.leaseUntil]: until };
      await commitChanges(client, workbook, [], { head, system, journal: false }, fr);
    };
    await hold('nuit-autre');
    const { code, stderr } = await ops(['night']);
    await hold(null);
    expect(code).toBe(3);
    expect(stderr).toContain('nuit-autre');
  });

  test('Stripe does not answer: 4', async () => {
    const { code, stderr } = await ops(['night'], { ...world(), STRIPE_API_URL: 'http://127.0.0.1:9' });
    expect(code).toBe(4);
    expect(stderr).toContain('Stripe est injoignable');
  });

  test('the workbook is another: 4, with what to check', async () => {
    const { code, stderr } = await ops(['night'], { ...world(), SPREADSHEET_ID: 'nulle-part' });
    expect(code).toBe(4);
    expect(stderr).toContain('Vérifiez SPREADSHEET_ID');
  });

  test('doctor says it too: 1', async () => {
    const { code, stdout } = await ops(['doctor'], { ...world(), SPREADSHEET_ID: 'nulle-part' });
    expect(code).toBe(1);
    expect(stdout).toContain('Google ne trouve pas ce classeur');
  });

  test('a key that Stripe refuses: 1', async () => {
    const { code, stdout } = await ops(['doctor'], { ...world(), STRIPE_KEY: 'rk_test_hunter2wrong' });
    expect(code).toBe(1);
    expect(stdout).toContain('Stripe refuse la clé');
  });

  test('rights that are missing: 1, each by the name to tick; the one for requests only warns', async () => {
    const run = await ops(['doctor', '--json'], { ...world(), STRIPE_KEY: READER_KEY });
    expect(run.code).toBe(1);
    const { checks } = jsonOf(run) as { checks: { state: string; cure: string | null }[] };
    const cures = (state: string) => checks.filter((check) => check.state === state).map(({ cure }) => cure ?? '');
    const named = ['credit_note_read', 'dispute_read', 'checkout_session_read', 'event_read', 'customer_portal_read'];
    expect(cures('failed')).toEqual(named.map((name) => expect.stringContaining(`« ${name} »`)));
    expect(cures('warning')).toEqual([expect.stringContaining('« subscription_write »')]);
  });
});
