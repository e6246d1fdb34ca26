// Problems of the actions about customers, points and subscriptions: why not, and what to do.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const customerProblems = {
  customerErased: (p: P<'customer'>) =>
    `${p.customer} a été effacé à sa demande : plus rien ne peut lui être offert ni envoyé. Choisissez un autre client.`,
  orderOfAnother: (p: P<'order' | 'customer'>) =>
    `la commande ${p.order} n’est pas à ${p.customer}. Corrigez l’une des deux, ou laissez la commande vide.`,
  pointsBalanceNegative: (p: P<'customer' | 'balance'>) =>
    `le solde de ${p.customer} passe à ${p.balance} points : ses prochains points serviront d’abord à cette dette.`,
  pointsSettleDebt: (p: P<'customer' | 'debt'>) =>
    `${p.customer} devait ${p.debt} points : ces points règlent d’abord cette dette.`,
  pointsBalanceDiffers: (p: P<'customer' | 'kept' | 'ledger'>) =>
    `l’onglet « Clients » annonce ${p.kept} points pour ${p.customer}, ses mouvements en donnent ${p.ledger}. Attendez la prochaine nuit, qui les remet d’accord, avant d’envoyer ce relevé.`,
  requestQueuedAlready: (p: P<'request' | 'kind'>) =>
    `la demande ${p.request} (${p.kind}) attend déjà pour cet abonnement. Attendez qu’elle soit faite, ou retirez-la d’abord.`,
  requestPointless: (p: P<'text'>) => p.text,
  requestNotQueued: (p: P<'request' | 'status'>) =>
    `la demande ${p.request} est « ${p.status} » : il n’y a plus rien à retirer. Demandez le changement contraire s’il le faut.`,
  mirrorOld: (p: P<'day'>) =>
    `l’abonnement est montré tel qu’à la nuit du ${p.day} : un changement fait depuis dans Stripe n’y est pas. La nuit regardera Stripe avant d’agir.`,
  mirrorNever: () =>
    'aucune nuit n’a encore relu Stripe : l’état montré peut être faux. La nuit regardera Stripe avant d’agir.',
  pointsOrderClosed: (p: P<'order' | 'status'>) =>
    `la commande ${p.order} est « ${p.status} » : elle ne se paie plus. Choisissez une commande en cours.`,
  pointsMoreThanOrder: (p: P<'order' | 'value' | 'left'>) =>
    `ces points valent ${p.value}, il reste ${p.left} à payer sur ${p.order}. Réduisez le nombre de points.`,
};
