// Problems of purchases and reorder proposals: what could not be proposed, sent or cancelled, and the cure.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const purchaseProblems = {
  purchaseNoPartner: (p: P<'product'>) =>
    `${p.product} n’a aucun partenaire actif qui l’ait en stock : rien n’est proposé. Complétez l’onglet « Produits par partenaire ».`,
  purchaseNoTarget: (p: P<'product'>) =>
    `${p.product} n’a ni stock cible ni assez de ventes observées : rien n’est proposé. Remplissez « Stock cible » dans « Produits ».`,
  purchaseTooMuch: (p: P<'product' | 'smallest' | 'cap' | 'partner'>) =>
    `${p.product} : la plus petite commande chez ${p.partner} est de ${p.smallest}, il ne s’en vendrait que ${p.cap} avant la date : rien n’est proposé. Négociez un minimum plus bas ou tapez l’achat à la main.`,
  purchaseCapped: (p: P<'product' | 'quantity' | 'wanted'>) =>
    `${p.product} : ${p.quantity} proposés au lieu de ${p.wanted}, pour que tout soit vendu avant la date.`,
  purchaseRedLine: (p: P<'product' | 'available' | 'redLine' | 'purchase' | 'expectedOn'>) =>
    `${p.product} : ${p.available} disponibles, sous la ligne rouge de ${p.redLine}. ${p.purchase} est attendu le ${p.expectedOn} : relancez le partenaire.`,
  purchaseDraftUrgent: (p: P<'product' | 'available' | 'redLine' | 'purchase'>) =>
    `${p.product} : ${p.available} disponibles, sous la ligne rouge de ${p.redLine}. Le brouillon ${p.purchase} devient urgent : envoyez-le.`,
  purchaseBelowMinimum: (p: P<'partner' | 'total' | 'minimum'>) =>
    `${p.partner} demande ${p.minimum} HT au moins par commande, les achats proposés font ${p.total} : complétez-les ou demandez une exception.`,
  purchaseNoPrice: (p: P<'product' | 'partner'>) =>
    `le prix d’achat de ${p.product} chez ${p.partner} n’est pas connu : remplissez-le dans l’achat ou dans « Produits par partenaire ».`,
  purchaseStatusNot: (p: P<'purchase' | 'status'>) =>
    `${p.purchase} est « ${p.status} » : cette action n’y change rien. Choisissez un autre achat.`,
  purchasePartnerInactive: (p: P<'partner' | 'status'>) =>
    `${p.partner} est « ${p.status} » : rien ne lui est envoyé. Changez le partenaire de l’achat ou l’état du partenaire.`,
  purchaseDayPast: (p: P<'on'>) =>
    `le ${p.on} est passé : indiquez un jour à venir, ou recevez l’achat s’il est arrivé.`,
  purchaseNoEmail: (p: P<'partner'>) =>
    `${p.partner} n’a pas d’adresse e-mail : le message est à copier. Remplissez « E-mail » dans « Partenaires » pour un brouillon.`,
  purchaseWaitingLines: (p: P<'product'> & { readonly lines: number }) =>
    `${p.lines} ${p.lines > 1 ? 'lignes de commande attendent' : 'ligne de commande attend'} ${p.product} : la date promise n’est plus sûre. Répartissez à nouveau ce qui attend et prévenez les clients.`,
  productSeasonUnreadable: (p: P<'text'>) =>
    `« ${p.text} » n’est pas une liste de mois : le produit est prévu comme s’il se vendait toute l’année. Tapez les numéros des mois, comme 5, 6, 7 ou 11-2.`,
  forecastNoSales: (p: P<'product'>) =>
    `${p.product} n’a aucun mouvement de stock : il n’y a rien à prévoir. Choisissez un produit gardé en stock.`,
  reviewNoHero: () =>
    'aucun produit phare n’est en vente : marquez-les « produit phare » dans « Modèle » de l’onglet « Produits ».',
  reviewNoEmail: () =>
    'la boutique n’a pas d’adresse e-mail : le texte est à copier. Remplissez « Adresse e-mail de la boutique » dans « Réglages » pour un brouillon.',
  purchaseHistoryShort: (p: P<'product' | 'weeks'>) =>
    `${p.product} n’a pas assez d’histoire : il faut plus de ${p.weeks} semaines de mouvements pour comparer.`,
};
