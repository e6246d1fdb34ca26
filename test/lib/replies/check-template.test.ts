// What is wrong with a template before any row is looked at, with its cell and its cure.
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/changes/apply.ts';
import { messageOf } from '#lib/kernel/problem.ts';
import { checkTemplate, variablesFor, variablesIn } from '#lib/replies/check-template.ts';
import { planCheckTemplates } from '#lib/replies/plan-check-templates.ts';
import { variableNamed, variableNames } from '#lib/replies/variables/catalogue.ts';
import { fr } from '#lib/text/fr.ts';
import { contextOf, replyShop } from './reply-shop.ts';

const faultsOf = (body: string) =>
  checkTemplate({ subject: null, body }, fr, { kind: 'about_order' }).map((found) => found.code);

test.each([
  ['{{client.prenom', 'replyTemplateBroken'],
  ['{{client.prénom}}', 'replyVariableUnknown'],
  ['{{constructor}}', 'replyVariableUnknown'],
  ['{{toString}}', 'replyVariableUnknown'],
  ['{{__proto__}}', 'replyVariableUnknown'],
  ['{{}}', 'replyVariableUnknown'],
  ['{{contenu}}', 'replyVariableUnknown'], // outside its list
  ['{{#colis}}{{toString}}{{/colis}}', 'replyVariableUnknown'],
  ['{{^colis}}{{contenu}}{{/colis}}', 'replyVariableUnknown'],
  ['{{facture.montant}}', 'replyVariableElsewhere'],
  ['{{colis}}', 'replyVariableNeedsSection'],
  ['{{changement.aEcheance}}', 'replyVariableNeedsSection'],
  ['{{#colis}}{{lien}}{{/colis}}', 'replyVariableNeedsSection'],
  ['{{#colis}}{{^lien}}{{lien}}{{/lien}}{{/colis}}', 'replyVariableNeedsSection'],
  ['{{#commande.id}}a{{/commande.id}}', 'replyVariableAlwaysThere'],
])('%s is refused: %s', (body, code) => {
  expect(faultsOf(body)).toEqual([code]);
});

test.each([
  ['{{client.prenom}} {{points.dureeMois}}'],
  ['{{#points.bonus}}{{points.bonus}}{{/points.bonus}}'],
  ['{{#colis}}{{contenu}}{{#lien}}{{lien}}{{/lien}}, {{client.prenom}}{{/colis}}{{^colis}}rien{{/colis}}'],
])('%s is sound', (body) => {
  expect(faultsOf(body)).toEqual([]);
});

test('an unknown name is answered with those that exist for the row', () => {
  const [found] = checkTemplate({ subject: '{{prenom}}', body: 'a' }, fr, { kind: 'about_customer' });
  const sentence = found === undefined ? '' : messageOf(found, fr);
  expect(sentence).toContain('client.prenom');
  expect(sentence).not.toContain('facture.montant');
});

describe('the catalogue', () => {
  test('no name is the beginning of another one: each has its own place in the view', () => {
    const clashes = variableNames.filter((name) => variableNames.some((other) => other.startsWith(`${name}.`)));
    expect(clashes).toEqual([]);
  });

  test('every name exists for some kind of row', () => {
    const kinds = ['about_order', 'about_customer', 'about_subscription', 'about_invoice', 'about_incident'] as const;
    const reached = new Set(kinds.flatMap((kind) => variablesFor(kind)));
    expect(variableNames.filter((name) => !reached.has(name))).toEqual([]);
  });

  test('the words of a list name all its fields', () => {
    for (const name of variableNames) {
      const variable = variableNamed(name);
      if (variable?.type !== 'list') continue;
      const fields = fr.replies.variable(name).split(' : ')[1]?.split(', ');
      expect(fields, name).toEqual(Object.keys(variable.fields));
    }
  });
});

test('the night writes which variables a template uses, reports its faults at the cell, and does it once', () => {
  const shop = replyShop({
    replyTemplates: [
      template('REP-A', '{{client.prenom}} {{#colis}}{{contenu}}{{/colis}}', 'Commande {{commande.id}}'),
      template('REP-B', 'Bonjour'),
      template('REP-C', '{{client.prenom}} {{client.age}}'),
      template('REP-D', '{{#colis}}'),
    ],
  });
  const plan = planCheckTemplates(contextOf(shop));
  const after = applyChanges(shop, plan.changes, fr);
  expect(after.replyTemplates.rows.map(({ id, variables }) => `${id} ${variables}`)).toEqual([
    'REP-A commande.id, client.prenom, colis',
    'REP-B null',
    'REP-C client.prenom, client.age',
    'REP-D null',
  ]);
  expect(plan.problems.map(({ code, at }) => `${code} ${at?.tab}!${at?.cell}`)).toEqual([
    'replyVariableUnknown Réponses!G5',
    'replyTemplateBroken Réponses!G6',
  ]);
  expect(planCheckTemplates(contextOf(after)).changes).toEqual([]);
});

function template(id: string, body: string, subject: string | null = null) {
  const about = { category: 'delay', appliesTo: 'about_order', channel: 'email' } as const;
  return { id, name: id, ...about, subject, body, sideEffect: 'no_effect' } as const;
}

test('the names a text uses, each once, without the fields of lists', () => {
  expect(
    variablesIn({ subject: '{{commande.id}}', body: '{{#colis}}{{contenu}}{{client.nom}}{{/colis}}{{commande.id}}' }),
  ).toEqual(['commande.id', 'colis', 'client.nom']);
});
