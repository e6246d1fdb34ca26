// How the shop speaks: a checklist beside the editor of replies, what can be noticed in a text, and the words that give it
// away. Hints, never a reason to block.

export const toneChecklist: readonly string[] = [
  'Dire ce qui s’est passé, même quand ce n’est pas à notre avantage.',
  'Donner une date vraie, ou dire quand elle sera connue.',
  'Expliquer en une phrase ce que ce choix change pour la planète ou le producteur.',
  'Finir par la prochaine étape : qui fait quoi, et quand.',
  'Rester optimiste sans promettre ce qui ne dépend pas de nous.',
  'Des mots de tous les jours : ni jargon, ni sigle, ni formule administrative.',
];

export const toneTexts = {
  ownWords:
    'Ce texte est celui du modèle, mot pour mot : une phrase à vous sur ce que la personne a écrit montre que quelqu’un l’a lue.',
  noDate: 'Aucune date à venir n’est donnée : dites quand, ou quand on le saura.',
  severalDates: (dates: string) => `Plusieurs dates à venir (${dates}) : dites clairement laquelle compte.`,
  noNextStep: 'La fin ne dit pas la prochaine étape : qui fait quoi maintenant ?',
  jargon: (words: string) => `Mots de métier ou d’administration : ${words}. Dites-le comme à voix haute.`,
  ownNumbers: (numbers: string) => `Numéros internes (${numbers}) : ils ne disent rien à la personne qui lit.`,
  tooLong: (p: { readonly characters: string; readonly limit: string }) =>
    `${p.characters} caractères, c’est long pour un chat (${p.limit} au plus) : gardez la réponse, la date et la suite.`,
  /** Whole words or phrases, small letters, no accents needed to match. */
  jargonWords: [
    ...['sku', 'ddm', 'dlc', 'fifo', 'fefo', 'kpi', 'sla', 'csat', 'nps', 'moq'],
    ...['dropship', 'dropshipping', 'micro-stock', 'back-order', 'process', 'workflow', 'picking', 'prorata', 'supply'],
    ...['sous-traitant', 'prestataire', 'impacté', 'impactée', 'réapprovisionnement', 'flux'],
    ...[
      'suite à votre demande',
      'veuillez agréer',
      'nous vous prions',
      'dans les meilleurs délais',
      'dans les plus brefs délais',
    ],
    ...['pour tout désagrément', 'gêne occasionnée', 'salutations distinguées', 'il convient de', 'par la présente'],
  ],
  /** One of them near the end says what comes next. */
  nextSteps: [
    ...['répondez', 'dites-nous', 'dites-le-nous', 'cliquez', 'choisissez', 'envoyez-nous', 'joignez'],
    ...['vous recevrez', 'vous apprendrez', 'vous l’apprendrez', 'vous aurez', 'vous parviendra', 'vous choisissez'],
    ...['nous vous', 'nous revenons', 'nous reviendrons', 'nous faisons', 'nous envoyons', 'nous nous en occupons'],
    ...[
      'je vous',
      'je reviens',
      'on s’en occupe',
      'on vous',
      'pour le suivre',
      'pour le faire',
      'à votre portée',
      'gardent leur',
    ],
  ],
};
