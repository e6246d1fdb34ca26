// What the night writes on the Rapprochement and Demandes tabs.

export interface PreviewCells {
  readonly tab: string;
  readonly id: string;
  readonly kind: 'update' | 'append';
  readonly cells: readonly { readonly header: string; readonly before: string; readonly after: string }[];
}

export const night = {
  /** Besides the steps of billing. */
  steps: {
    prepare: 'Lignes tapées à la main',
    erasure: 'Journal des personnes effacées',
    checkout: 'Commandes de Stripe Checkout',
    delays: 'Réponses de retard',
    tickets: 'Délais des tickets',
    failureMessages: 'Messages d’échec de paiement',
    points: 'Points',
    expiryNotices: 'Avis d’expiration',
    replyTexts: 'Textes des messages',
    templates: 'Modèles de réponse',
    forecast: 'Prévisions',
    reorder: 'Points de commande',
    kpi: 'Indicateurs',
    heroChecks: 'Critères des produits phares',
    review: 'Revue de la semaine',
    checks: 'Contrôle des lignes',
  },
  previewLine: ({ tab, id, kind, cells }: PreviewCells) => {
    const shown = cells.map(({ header, before, after }) =>
      kind === 'append'
        ? `${header} ${after}`
        : `${header} ${before === '' ? '(vide)' : before} → ${after === '' ? '(vide)' : after}`,
    );
    return `${tab} ${kind === 'append' ? '+' : '~'} ${id} : ${shown.join(' ; ')}`;
  },
  action: 'Nuit',
  lease: 'début de la nuit',
  /** Requests carried out by themselves, between two nights. */
  requestsRun: {
    action: 'Demandes des clients',
    summary: (p: { readonly changes: number }) =>
      `${p.changes} ligne${p.changes > 1 ? 's' : ''} écrite${p.changes > 1 ? 's' : ''}`,
  },
  piece: (p: { readonly piece: number; readonly changes: number }) =>
    `partie ${p.piece} : ${p.changes} ligne${p.changes > 1 ? 's' : ''}`,
  summary: (p: { readonly changes: number; readonly problems: number }) =>
    `fin de la nuit : ${p.changes} ligne${p.changes > 1 ? 's' : ''} écrite${p.changes > 1 ? 's' : ''}, ${p.problems} problème${p.problems > 1 ? 's' : ''} à regarder`,
  repair: 'réparation après déplacement de lignes',
  who: 'nuit',
  pointsStep: 'points de fidélité',
  /** Reason of the entries that give hand-typed points a lot, so that they can be spent and expire. */
  pointsPutInLot: (entry: string) => `mise en lot de ${entry}`,
  pointsPutInLotWithoutEntry: 'mise en lot',
  /** Reason of the entries that bring a lot back to zero when more was taken from it than it held. */
  pointsLotOverdrawn: 'lot à découvert',
};
