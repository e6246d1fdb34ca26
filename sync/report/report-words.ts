// What the night's report says in the terminal.

type Count = { readonly count: number };
type P<Name extends string> = Readonly<Record<Name, string>>;

export const reportWords = {
  title: (p: P<'day' | 'workbook'>) => `Nuit du ${p.day} · ${p.workbook}`,
  modes: { live: 'compte Stripe réel', test: 'Stripe en test' },
  dryRun: 'Essai : rien n’a été écrit, rien n’a été demandé à Stripe.',
  done: 'Ce qui a été fait',
  planned: 'Ce qui serait fait',
  nothingToDo: 'Tout était déjà à jour.',
  lines: (p: Count & P<'text'>) => `${p.text} ligne${p.count > 1 ? 's' : ''}`,
  cutShort: (p: P<'committed' | 'planned'>) => `${p.committed} sur ${p.planned} ; le reste à la prochaine nuit`,
  skipped: (p: P<'why'>) => `non fait : ${p.why}`,
  points: '↳ points',
  pointsMoved: (p: P<'earned' | 'restored' | 'clawedBack' | 'expired'>) =>
    `${p.earned} gagnés, ${p.restored} rendus, ${p.clawedBack} retirés, ${p.expired} expirés`,
  nothingToLookAt: 'Rien à regarder ce matin.',
  sections: {
    failedPayments: ({ count }: Count) => `Paiements à suivre (${count})`,
    requests: ({ count }: Count) => `Demandes traitées (${count})`,
    waitingRequests: ({ count }: Count) => `Demandes en attente (${count})`,
    disagreements: ({ count }: Count) => `À rapprocher (${count})`,
    problems: ({ count }: Count) => `Cellules et données à corriger (${count})`,
    preview: ({ count }: Count) => `Modifications prévues (${count})`,
  },
  where: {
    failedPayments: 'onglet Factures',
    requests: 'onglet Demandes',
    waitingRequests: 'onglet Demandes',
    disagreements: 'onglet Rapprochement',
    problems: 'colonne Contrôle de chaque onglet',
    preview: '--json pour le compte par étape',
  },
  more: (p: Count & P<'where'>) => `… et ${p.count} de plus : ${p.where}`,
  alike: (p: Count & P<'text'>) => `(et ${p.text} autre${p.count > 1 ? 's' : ''} de même)`,
  paymentHeads: ['client', 'montant', 'état', 'échec', 'nouvel essai', 'fin de grâce', 'facture'],
  afterAnother: 'Attend qu’une autre demande du même abonnement soit faite.',
  isNew: 'nouveau',
  since: (p: P<'day'>) => `depuis le ${p.day}`,
  calls: (p: { readonly stripe: number; readonly sheetsRead: number; readonly sheetsWrite: number } & P<'size'>) =>
    `Stripe ${p.stripe} appels · Sheets ${p.sheetsRead} lectures, ${p.sheetsWrite} écritures · ${p.size} échangés`,
  spent: (p: P<'seconds' | 'memory'>) => `${p.seconds} s · ${p.memory} Mo de mémoire au plus`,
  megabytes: (p: P<'value'>) => `${p.value} Mo`,
};
