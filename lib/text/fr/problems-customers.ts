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
  eraseDoneAlready: (p: P<'customer' | 'day'>) => `${p.customer} est déjà effacé depuis le ${p.day}.`,
  eraseNotConfirmed: (p: P<'typed' | 'customer'>) =>
    `la confirmation « ${p.typed} » n’est pas ${p.customer}. Retapez le numéro du client à effacer.`,
  eraseBeforeNight: (p: P<'customer'>) =>
    `aucune nuit n’a encore relu Stripe : on ne sait pas si ${p.customer} a un abonnement. Attendez la première nuit.`,
  eraseSubscriptionRuns: (p: P<'customer' | 'subscription'>) =>
    `l’abonnement ${p.subscription} de ${p.customer} court encore. Demandez sa résiliation (« Changer un abonnement »), puis effacez le client quand il est terminé.`,
  eraseStillOpen: (p: P<'id'>) =>
    `${p.id} est encore en cours et a besoin de la personne. Terminez ou annulez-le d’abord, puis recommencez.`,
  eraseRowBroken: (p: P<'id'>) =>
    `la ligne ${p.id === '' ? 'sans identifiant' : p.id} ne peut pas être écrite, et un effacement est entier ou n’est pas. Corrigez ses cellules signalées, puis recommencez.`,
  eraseElsewhere: (p: P<'places'> & { readonly count: number }) =>
    `${p.count} autre${p.count > 1 ? 's' : ''} cellule${p.count > 1 ? 's' : ''} ${p.count > 1 ? 'contiennent' : 'contient'} son nom, son adresse ou son téléphone sans lui être rattachée${p.count > 1 ? 's' : ''} : ${p.places}. Regardez-les et videz-les à la main.`,
  eraseInStripe: (p: P<'stripeCustomer'>) =>
    `Stripe garde ses propres données : supprimez-y aussi le client ${p.stripeCustomer}, comme les messages dans Gmail et Crisp.`,
  eraseInHistory: () =>
    'l’historique des versions de Google garde l’ancien contenu du classeur, et aucun programme ne peut l’effacer : limitez qui peut le voir.',
  noticesNone: () => 'aucun client n’a de points qui vont expirer sans en avoir été prévenu.',
  failureMessagesNone: () => 'aucun paiement échoué n’attend de message : tous sont préparés, envoyés ou réglés.',
  pointsOrderClosed: (p: P<'order' | 'status'>) =>
    `la commande ${p.order} est « ${p.status} » : elle ne se paie plus. Choisissez une commande en cours.`,
  pointsMoreThanOrder: (p: P<'order' | 'value' | 'left'>) =>
    `ces points valent ${p.value}, il reste ${p.left} à payer sur ${p.order}. Réduisez le nombre de points.`,
};
