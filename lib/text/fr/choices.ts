// The label of each choice code, as it stands in cells. One code has one label everywhere, so a label read back names
// one code within its column's list; case and accents are forgiven.

const labels = {
  none: 'aucun',
  active: 'actif',
  trialing: 'à l’essai',
  past_due: 'paiement en retard',
  unpaid: 'impayé',
  paused: 'en pause',
  collection_paused: 'encaissement suspendu',
  incomplete: 'incomplet',
  incomplete_expired: 'incomplet expiré',
  canceled: 'résilié',
  unknown: 'inconnu',
  month: 'mensuel',
  year: 'annuel',
  draft: 'brouillon',
  open: 'ouvert',
  paid: 'payé',
  void: 'annulé par avoir',
  uncollectible: 'irrécouvrable',
  first: 'première',
  renewal: 'renouvellement',
  change: 'changement de formule',
  manual: 'manuelle',
  other: 'autre',
  grace: 'délai de grâce',
  overdue: 'grâce dépassée',
  recovered: 'récupéré',
  lost: 'perdu',
  refund: 'remboursement',
  credit_note: 'avoir',
  pending: 'en attente',
  requires_action: 'action requise',
  succeeded: 'réussi',
  failed: 'échoué',
  issued: 'émis',
  warning_needs_response: 'alerte à traiter',
  warning_under_review: 'alerte à l’examen',
  warning_closed: 'alerte close',
  needs_response: 'à traiter',
  under_review: 'à l’examen',
  won: 'gagné',
  prevented: 'évité',
  opening: 'reprise',
  earn: 'gain',
  bonus: 'bonus',
  spend: 'dépense',
  expire: 'expiration',
  clawback: 'retrait',
  restore: 'restitution',
  adjust: 'ajustement',
  settle: 'règlement de dette',
  pause: 'pause',
  resume: 'reprise d’abonnement',
  to_yearly: 'passer à l’annuel',
  to_monthly: 'passer au mensuel',
  cancel: 'résilier en fin de période',
  queued: 'à faire',
  done: 'fait',
  refused: 'refusé',
  withdrawn: 'retiré',
  portal_visit: 'visite du portail',
  payment_failed: 'échec de paiement',
  summary: 'bilan de la nuit',
  cell: 'cellule à corriger',
  missing_in_stripe: 'absent de Stripe',
  missing_in_workbook: 'absent du classeur',
  value_differs: 'valeur différente',
  points_differ: 'points différents',
  unknown_value: 'valeur inconnue',
  dunning_drift: 'relance différente',
  payment_overdue: 'paiement à relancer',
  points_debt: 'dette de points',
  workbook: 'classeur',
  stripe: 'Stripe',
  to_decide: 'à décider',
  settled: 'réglé',
} as const;

export type ChoiceCode = keyof typeof labels;

export function choiceLabel(code: string): string {
  return labels[code as ChoiceCode];
}

export function choiceLabels(codes: readonly string[]): readonly string[] {
  return codes.map(choiceLabel);
}

/** The code whose label a person typed, within a column's list; null when none. */
export function choiceCode(codes: readonly string[], typed: string): string | null {
  const wanted = folded(typed);
  return codes.find((code) => folded(choiceLabel(code)) === wanted) ?? null;
}

function folded(label: string): string {
  return label.trim().toLowerCase().normalize('NFD').replace(/[̀-ͯ]/g, '').replace(/’/g, "'");
}
