// What `ops requests` says.

export const requestsWords = {
  none: 'Aucune demande n’attend dans l’onglet « Demandes ».',
  dryRun: 'Essai : rien n’a été demandé à Stripe ni écrit. Voici ce qui serait fait.',
  title: (p: { readonly count: number }) =>
    p.count > 1 ? `${p.count} demandes traitées.` : `${p.count} demande traitée.`,
};
