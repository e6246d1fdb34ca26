// What the night's report says in the terminal.

type Count = { readonly count: number };
type P<Name extends string> = Readonly<Record<Name, string>>;

const lines = (count: number) => `${count} ligne${count > 1 ? 's' : ''}`;

export const reportWords = {
  title: (p: P<'day' | 'workbook'>) => `Nuit du ${p.day} · ${p.workbook}`,
  modes: { live: 'compte Stripe réel', test: 'Stripe en test' },
  dryRun: 'Essai : rien n’a été écrit, rien n’a été demandé à Stripe.',
  done: 'Ce qui a été fait',
  planned: 'Ce qui serait fait',
  nothingToDo: 'Tout était déjà à jour.',
  written: ({ count }: Count) => (count === 0 ? '–' : lines(count)),
  cutShort: (p: { readonly committed: number; readonly planned: number }) =>
    `${p.committed} sur ${lines(p.planned)} ; le reste à la prochaine nuit`,
  skipped: (p: P<'why'>) => `non fait : ${p.why}`,
  points: 'Points',
  pointsMoved: (p: P<'earned' | 'restored' | 'clawedBack' | 'expired'>) =>
    `${p.earned} gagnés, ${p.restored} rendus, ${p.clawedBack} retirés, ${p.expired} expirés`,
  nothingToLookAt: 'Rien à regarder ce matin.',
  sections: {
    failedPayments: ({ count }: Count) => `Paiements à suivre (${count})`,
    requests: ({ count }: Count) => `Demandes traitées (${count})`,
    disagreements: ({ count }: Count) => `À rapprocher (${count})`,
    problems: ({ count }: Count) => `Cellules et données à corriger (${count})`,
    preview: ({ count }: Count) => `Modifications prévues (${count})`,
  },
  where: {
    failedPayments: 'onglet Factures',
    requests: 'onglet Demandes',
    disagreements: 'onglet Rapprochement',
    problems: 'colonne Contrôle de chaque onglet',
    preview: '--json pour le compte par étape',
  },
  more: (p: Count & P<'where'>) => `… et ${p.count} de plus : ${p.where}`,
  failedOn: (p: P<'day'>) => `échec le ${p.day}`,
  retryOn: (p: P<'day'>) => `nouvel essai le ${p.day}`,
  graceUntil: (p: P<'day'>) => `grâce jusqu’au ${p.day}`,
  since: (p: P<'day'>) => `depuis le ${p.day}`,
  calls: (p: { readonly stripe: number; readonly sheetsRead: number; readonly sheetsWrite: number } & P<'size'>) =>
    `Stripe ${p.stripe} appels · Sheets ${p.sheetsRead} lectures, ${p.sheetsWrite} écritures · ${p.size} échangés`,
  spent: (p: P<'seconds' | 'memory'>) => `${p.seconds} s · ${p.memory} Mo de mémoire au plus`,
  megabytes: (p: P<'value'>) => `${p.value} Mo`,
};
