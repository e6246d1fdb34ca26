// Problems of orders: what cannot be taken, routed, shipped or taken back, and what to do about it.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const orderProblems = {
  orderWithoutLines: (p: P<'order'>) => `la commande ${p.order} n’a aucune ligne à traiter. Ajoutez-lui une ligne.`,
  orderProductInactive: (p: P<'product'>) =>
    `le produit ${p.product} n’est plus proposé. Vérifiez que la commande doit quand même partir.`,
  orderNobodyShips: (p: P<'product'>) =>
    `${p.product} : ni stock, ni partenaire qui l’expédie, ni achat en route ; la date donnée vient du délai de réassort. Passez un achat ou proposez un autre produit.`,
  orderOneParcelImpossible: (p: P<'order'>) =>
    `aucune origine ne peut envoyer toute la commande ${p.order} en un seul colis dans son délai. Choisissez deux colis.`,
  orderPointsWithoutValue: () =>
    'le réglage « points.perEuro » est nul : la valeur des points ne peut pas être calculée. Corrigez-le.',
  orderPointsTooMany: (p: P<'value' | 'total'>) =>
    `les points valent ${p.value}, plus que le total de ${p.total}. Réduisez le nombre de points.`,
  orderTotalNegative: (p: P<'total'>) => `le total serait de ${p.total}. Réduisez les remises.`,
  orderDiscountTooBig: (p: P<'product'>) => `la remise sur ${p.product} dépasse son prix. Réduisez-la.`,
  orderQuantityBad: (p: P<'value'>) => `« ${p.value} » n’est pas une quantité. Tapez un nombre entier à partir de 1.`,
  orderPointsTwice: (p: P<'customer'>) =>
    `${p.customer} paie plusieurs de ces commandes en points. Répartissez-les une par une.`,
  orderAddressMissing: (p: P<'order'>) =>
    `la commande ${p.order} n’a pas d’adresse complète. Complétez-la avant d’expédier.`,
  orderAlreadyGone: (p: P<'order' | 'shipment'>) =>
    `le colis ${p.shipment} de la commande ${p.order} est déjà parti. Enregistrez un retour quand il revient.`,
  orderAlreadyVoided: (p: P<'order'>) => `la commande ${p.order} est déjà annulée.`,
  orderNothingToRoute: () => 'aucune ligne n’attend d’être répartie.',
  orderNothingLate: () => 'aucune commande n’est en retard sans réponse préparée.',
  orderNothingToPick: () => 'aucune ligne réservée n’est à prélever. Répartissez d’abord les commandes.',
  shipmentNoneChosen: () => 'aucun colis n’est choisi. Choisissez au moins un colis.',
  shipmentNotToShip: (p: P<'shipment' | 'status'>) =>
    `le colis ${p.shipment} est « ${p.status} » : il ne peut pas être expédié à nouveau.`,
  shipmentNotShipped: (p: P<'shipment'>) =>
    `le colis ${p.shipment} n’est pas encore noté comme expédié. Lancez d’abord « Expédier des colis ».`,
  orderPointsNotInLedger: (p: P<'order'>) =>
    `les points notés sur ${p.order} n’ont jamais été retirés du compte du client : il n’y a rien à rendre.`,
  returnOneOrder: () => 'un retour concerne une seule commande, chaque ligne une fois. Faites un retour par commande.',
  shipmentWithoutLines: (p: P<'shipment'>) =>
    `aucune ligne n’est dans le colis ${p.shipment}. Répartissez la commande.`,
  shipmentVoided: (p: P<'shipment'>) => `le colis ${p.shipment} est annulé : son suivi ne change plus.`,
  shipmentDatesInverted: (p: P<'shipment'>) =>
    `le colis ${p.shipment} serait livré avant d’être parti. Corrigez la date.`,
  trackingNumberDoubtful: (p: P<'number'>) =>
    `le numéro de suivi ${p.number} a la forme d’un numéro postal international, mais sa clé de contrôle est fausse. Relisez-le.`,
  carrierWithoutLink: (p: P<'carrier'>) =>
    `le transporteur ${p.carrier} n’a pas de modèle de lien de suivi : aucun lien n’est écrit. Complétez l’onglet « Transporteurs ».`,
  returnTooMany: (p: P<'line' | 'asked' | 'left'>) =>
    `${p.line} : ${p.asked} articles rendus, mais ${p.left} seulement ont été expédiés et pas encore rendus.`,
  returnNothing: () => 'aucune quantité rendue n’est indiquée. Remplissez au moins une ligne.',
  orderPaidNotGivenBack: (p: P<'order' | 'amount'>) =>
    `${p.amount} ont été payés pour ${p.order} : remboursez-les dans Stripe, la nuit reprendra le remboursement.`,
  importEmpty: () => 'le texte collé est vide. Collez le tableau avec sa ligne de titres.',
  importColumnMissing: (p: P<'columns' | 'found'>) =>
    `il manque les colonnes : ${p.columns}. Titres trouvés : ${p.found}. Renommez-les dans le fichier ou collez la ligne de titres.`,
  importRowBad: (p: P<'row' | 'reason'>) => `ligne ${p.row} du fichier refusée : ${p.reason}`,
  importOrderBad: (p: P<'reference' | 'rows'>) =>
    `la commande ${p.reference} n’est pas importée, parce qu’une de ses lignes (${p.rows}) est refusée. Corrigez le fichier et importez-le à nouveau.`,
  importOrderKnown: (p: P<'reference' | 'order'>) =>
    `la commande ${p.reference} est déjà là (${p.order}) : elle n’est pas importée une seconde fois.`,
  stripeCheckoutForbidden: (p: P<'permission'>) =>
    `la clé Stripe n’a pas le droit « ${p.permission} » : les commandes passées par Stripe Checkout ne sont pas importées. Ajoutez ce droit (lecture) à la clé restreinte.`,
  checkoutCustomerUnknown: (p: P<'session' | 'customer'>) =>
    `la session Stripe ${p.session} n’a pas de client reconnaissable (${p.customer}) : sa commande n’est pas importée. Ajoutez le client avec son adresse e-mail.`,
  checkoutProductUnknown: (p: P<'session' | 'product'>) =>
    `la session Stripe ${p.session} vend ${p.product}, qui n’est aucun produit : sa commande n’est pas importée. Copiez cet identifiant dans « Produit Stripe » du bon produit.`,
};
