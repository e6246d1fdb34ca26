// How the shop speaks, as a checklist beside the editor of replies: hints, never a reason to block.

export const toneChecklist: readonly string[] = [
  'Dire ce qui s’est passé, même quand ce n’est pas à notre avantage.',
  'Donner une date vraie, ou dire quand elle sera connue.',
  'Expliquer en une phrase ce que ce choix change pour la planète ou le producteur.',
  'Finir par la prochaine étape : qui fait quoi, et quand.',
  'Rester optimiste sans promettre ce qui ne dépend pas de nous.',
  'Des mots de tous les jours : ni jargon, ni sigle, ni formule administrative.',
];
