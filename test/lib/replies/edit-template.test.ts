// A template edited by a person: tried on a real row, refused with the names that exist, never over a colleague's change.
import { describe, expect, test } from 'vitest';
import type { Selection } from '#lib/actions/action.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import { actOf } from '#test/support/act-of.ts';
import { NOW, replyShop } from './reply-shop.ts';

describe('a template', () => {
  const REP: Selection = { table: 'replyTemplates', id: 'REP-SUIVI' };
  const edit = (workbook: WorkbookState, typed: RawInput) => actOf(workbook, 'edit-template', typed, NOW, REP);

  test('is saved under the next version, tried on a real row', () => {
    const act = edit(replyShop(), {
      body: 'Bonjour {{client.prenom}}, {{commande.avancement}}.',
      example: 'CMD-000001',
    });
    const row = act.workbook.replyTemplates.byId.get('REP-SUIVI');
    expect(row).toMatchObject({ version: 2, variables: 'commande.id, commande.avancement, client.prenom' });
    expect(JSON.stringify(act.effects)).toContain('Bonjour Léa, 1 sur 2 expédié.');
  });

  test.each([
    [{ body: 'Bonjour {{client.age}}' }, 'onglet « Réponses », cellule G8 : la variable « client.age » n’existe pas.'],
    [{ body: 'Bonjour {{facture.montant}}' }, 'n’existe pas pour une réponse qui part d’une ligne « commande »'],
    [{ subject: '{{#colis}}' }, 'onglet « Réponses », cellule F8 : le modèle est mal écrit'],
    [{ version: 'REP-SUIVI v0' }, 'a été modifié entre-temps (REP-SUIVI v1)'],
    [{}, 'est déjà ainsi'],
  ])('%j is refused', (typed, wanted) => {
    expect(edit(replyShop(), typed).refusals).toEqual([expect.stringContaining(wanted)]);
  });
});
