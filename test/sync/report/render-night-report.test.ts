// The night's report as text: what a person reads the morning after.
import { expect, test } from 'vitest';
import { problem } from '#lib/kernel/problem.ts';
import { fr } from '#lib/text/fr.ts';
import type { NightReport } from '#sync/report/night-report.ts';
import { renderNightReport } from '#sync/report/render-night-report.ts';
import { exampleReport } from '../../support/night-report-example.ts';

const render = (report: NightReport, columns = 100) => renderNightReport(report, { words: fr, colour: false, columns });
/** No-break spaces as plain ones, so that the expectation below can be typed. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a night in which a little of everything happened', () => {
  const rule = '─'.repeat(100);
  expect(plain(render(exampleReport))).toBe(
    [
      rule,
      'Nuit du 22/11/2026 · Make the CHANGE',
      'Stripe en test · https://docs.google.com/spreadsheets/d/demo/edit',
      '',
      'Ce qui a été fait',
      '  Clients      1 ligne',
      '  Abonnements  1 234 lignes',
      '  Factures     4 sur 12 lignes ; le reste à la prochaine nuit',
      '  Points       non fait : l’onglet « Points » est inutilisable',
      '  ↳ points     1 240 gagnés, 0 rendus, 60 retirés, 300 expirés',
      '',
      'Paiements à suivre (2)',
      '  client      montant   état            échec       nouvel essai  fin de grâce  facture',
      '  CLI-000012  18,00 €   délai de grâce  20/11/2026  23/11/2026    27/11/2026    in_1',
      '  CLI-000007  180,00 €  –               –           –             –             in_2',
      '',
      'Demandes traitées (2)',
      '  DEM-000004  pause              fait    Encaissement suspendu jusqu’au 22/02/2027.',
      '  DEM-000005  passer à l’annuel  refusé  L’abonnement est déjà annuel.',
      '',
      'Demandes en attente (2)',
      '  DEM-000006  passer au mensuel  Passera à la formule Mensuel à l’échéance du 14/12/2026 ; la nuit',
      '                                 le fera la veille.',
      '  DEM-000007  pause              Attend qu’une autre demande du même abonnement soit faite.',
      '',
      'À rapprocher (2)',
      '  RAP-000003  valeur différente  depuis le 20/11/2026  L’adresse de CLI-000012 n’est pas celle de',
      '                                                       Stripe (zoe.durand@example.com).',
      '  RAP-000005  dette de points    nouveau               CLI-000031 doit 60 points.',
      '',
      'Cellules et données à corriger (2)',
      '  onglet « Clients », cellule F7 : « 12,5O » n’est pas un montant. Tapez un nombre comme 12,50, sans',
      '  le signe €. (et 1 autre de même)',
      '  le réglage « stock.seuil » n’est pas connu ; il est ignoré. Supprimez la ligne ou corrigez sa clé.',
      '',
      'Stripe 116 appels · Sheets 2 lectures, 6 écritures · 47,5 Mo échangés · 26,4 s · 214 Mo de mémoire au plus',
      rule,
    ].join('\n'),
  );
});

const quiet: NightReport = {
  ...exampleReport,
  steps: [],
  problems: [],
  disagreements: [],
  requests: [],
  waitingRequests: [],
  failedPayments: [],
};

test('a quiet night says so', () => {
  const text = render(quiet);
  expect(text).toContain('Tout était déjà à jour.');
  expect(text).toContain('Rien à regarder ce matin.');
});

test('a dry run says first that nothing was written, and lists what would be', () => {
  const preview = Array.from({ length: 70 }, (_, index) => `Clients + CLI-${index}`);
  const text = render({ ...exampleReport, dryRun: true, preview });
  expect(text.indexOf('rien n’a été écrit')).toBeLessThan(text.indexOf('Ce qui serait fait'));
  expect(text).toContain('Modifications prévues (70)');
  expect(text).toContain('… et 10 de plus');
  expect(plain(text)).toContain('Factures     12 lignes');
});

test('long lists are cut, and say where the rest stands', () => {
  const [first] = exampleReport.disagreements;
  const disagreements = Array.from({ length: 25 }, (_, index) => ({
    ...(first as never as object),
    id: `RAP-${index}`,
  }));
  const text = render({ ...exampleReport, disagreements: disagreements as never });
  expect(text).toContain('À rapprocher (25)');
  expect(text).toContain('… et 15 de plus : onglet Rapprochement');
});

test('tens of thousands of problems do not hold the report up', () => {
  const problems = Array.from({ length: 50_000 }, (_, index) => {
    const at = { tab: 'Factures', cell: `E${index}`, id: `in_${index}` };
    return problem('cellNotAnAmount', { value: '12,5O' }, at);
  });
  const startedMs = performance.now();
  expect(plain(render({ ...exampleReport, problems }))).toContain('(et 49 999 autres de même)');
  expect(performance.now() - startedMs).toBeLessThan(5000);
});

test('fits a narrow terminal', () => {
  const longest = Math.max(
    ...render(exampleReport, 80)
      .split('\n')
      .map((line) => line.length),
  );
  expect(longest).toBeLessThanOrEqual(110);
});

test('colour adds nothing but colour', () => {
  const coloured = renderNightReport(exampleReport, { words: fr, colour: true, columns: 100 });
  expect(coloured).not.toBe(render(exampleReport));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes of colours are what is taken away
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(render(exampleReport));
});
