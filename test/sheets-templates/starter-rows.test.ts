// The texts a workbook starts with: they hold every fact the shop promises, through variables, never as typed figures.
import { describe, expect, test } from 'vitest';
import { checkTemplate } from '#lib/replies/check-template.ts';
import { tables } from '#lib/tables/tables.ts';
import { fr } from '#lib/text/fr.ts';
import { starterRows } from '#templates/starter-rows.ts';

const replies = Object.entries(fr.starterReplies);
const entries = Object.entries(fr.starterFaq);
const variablesOf = (text: string) => [...text.matchAll(/\{\{[#^/]?([^}]+)\}\}/g)].map(([, name = '']) => name);

/** reply | what mission.md section 3 and 5 wants in it */
const facts: readonly (readonly [keyof typeof fr.starterReplies, readonly string[]])[] = [
  ['REP-RETARD', ['envoi.joursMin', 'envoi.joursMax', 'envoi.departPrevu', 'envoi.lienSuivi', 'points.bonus']],
  ['REP-EXPIRATION', ['points.dureeMois', 'points.prochaineExpiration', 'points.prochains', 'points.lienCatalogue']],
  ['REP-EXPIRATION', ['produits.saison', 'mois']],
  ['REP-FREQUENCE', ['formule.prixMensuel', 'formule.prixAnnuel', 'formule.economie', 'formule.economiePart']],
  ['REP-FREQUENCE', ['abonnement.prochaineEcheance', 'liens.portail']],
  ['REP-ECHEC', ['facture.echecLe', 'paiement.joursAvantEssai', 'paiement.joursGrace', 'liens.portail']],
  ['REP-ECHEC', ['formule.prixAnnuel', 'facture.nouvelEssai', 'facture.graceJusquau']],
  ['REP-PAUSE', ['pause.mois', 'points.dureeMois', 'abonnement.annuel', 'abonnement.finPeriode']],
  ['REP-RUPTURE', ['produit.equivalent', 'incident.points', 'produit.retourLe']],
  ['REP-PARTENAIRE', ['partenaire.secours', 'incident.points', 'incident.geste']],
  ['REP-QUALITE', ['produit.nom', 'incident.points', 'partenaire.nom']],
];

test.each(facts)('%s says %j', (id, wanted) => {
  const reply = fr.starterReplies[id];
  expect(variablesOf(reply.subject + reply.body)).toEqual(expect.arrayContaining([...wanted]));
});

describe.each([
  ...replies.map(([id, { subject, body }]) => [id, subject + body] as const),
  ...entries.map(([id, { question, answer }]) => [id, question + answer] as const),
])('%s', (_, text) => {
  test('holds no typed figure', () => {
    expect(text.replace(/\{\{[^}]*\}\}/g, '')).not.toMatch(/\d/);
  });

  test('uses declared variables only, and closes what it opens', () => {
    expect(checkTemplate({ subject: null, body: text }, fr)).toEqual([]);
  });

  test('is written in French typography', () => {
    expect(text).not.toMatch(/[a-zà-ÿ]'[a-zà-ÿ]/i);
    expect(text).not.toMatch(/"/);
  });
});

test('every row stands in columns of its table, under an id of its own', () => {
  for (const [key, rows] of Object.entries(starterRows(fr, { revision: '0' }))) {
    const table = tables[key as keyof typeof tables];
    const ids = rows.map((row) => row.id);
    expect(new Set(ids).size, key).toBe(ids.length);
    const names = rows.flatMap((row) => [...Object.keys(row.cells), ...row.kept, ...Object.keys(row.formulas)]);
    expect(
      names.filter((name) => !(name in table.columns)),
      key,
    ).toEqual([]);
  }
});
