// What the actions about customers, points and subscriptions say: summaries, hints, cards.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const customerTexts = {
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
