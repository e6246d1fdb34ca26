// What the actions about customers, points and subscriptions say: summaries, hints, cards.

type P<Name extends string> = Readonly<Record<Name, string>>;

/** Movements of points in the customer's words. */
const statement = {
  title: (p: P<'name' | 'on'>) => `Points de ${p.name} au ${p.on}`,
  copy: 'Relevé à envoyer au client',
  points: (points: string) => `${points} points`,
  balanceTitle: 'Solde',
  expiriesTitle: 'Prochaines expirations',
  noExpiry: 'Aucun point à utiliser.',
  linesTitle: 'Mouvements',
  noLine: 'Aucun mouvement.',
  movement: (p: P<'points' | 'balance'>) => `${p.points} (solde ${p.balance})`,
  line: (p: P<'what' | 'about'>) => (p.about === '' ? p.what : `${p.what} (${p.about})`),
  textBalance: (p: P<'points' | 'on'>) => `Votre solde au ${p.on} : ${p.points} points.`,
  textExpiry: (p: P<'points' | 'on'>) => `– ${p.points} points à utiliser avant le ${p.on}`,
  expiresOn: 'Expirent le',
  pointsHeader: 'Points',
  balanceHeader: 'Solde',
  day: 'Date',
  what: 'Mouvement',
  kinds: {
    opening: 'Solde de départ',
    earn: 'Gagnés avec l’abonnement',
    bonus: 'Offerts',
    spend: 'Dépensés',
    expire: 'Expirés',
    clawback: 'Repris après un remboursement',
    restore: 'Rendus',
    adjust: 'Corrigés',
    settle: 'Dette réglée',
  },
};

export const customerTexts = {
  statement,
  option: (p: P<'id' | 'name'>) => (p.name === p.id ? p.id : `${p.name} – ${p.id}`),
  balance: (p: P<'points'>) => `Solde : ${p.points} points.`,
  balanceWithExpiry: (p: P<'points' | 'next' | 'day'>) =>
    `Solde : ${p.points} points, dont ${p.next} expirent le ${p.day}.`,
  account: (p: P<'name' | 'balance'>) => `${p.name}. ${p.balance}`,
  spendable: (points: string) => `Utilisables aujourd’hui : ${points} points.`,
  leftToPay: (p: P<'order' | 'left'>) => `Reste à payer sur ${p.order} : ${p.left}.`,
  toRestore: (p: P<'order' | 'points'>) => `Dépensés sur ${p.order} et pas encore rendus : ${p.points} points.`,
  given: (p: P<'points' | 'customer' | 'value' | 'day'>) =>
    `${p.points} points (${p.value}) offerts à ${p.customer} ; ils expirent le ${p.day}.`,
  spent: (p: P<'points' | 'order' | 'value' | 'left'>) =>
    `${p.points} points dépensés sur ${p.order}, soit ${p.value} ; reste à payer : ${p.left}.`,
  restored: (p: P<'points' | 'order'>) => `${p.points} points de ${p.order} rendus.`,
  adjusted: (p: P<'points' | 'customer'>) => `${p.points} points pour ${p.customer}.`,
};
