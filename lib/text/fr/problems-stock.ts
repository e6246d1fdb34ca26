// Problems of stock: what refuses an action or deserves a look before it is confirmed, and the cure.

type P<Name extends string> = Readonly<Record<Name, string>>;

export const stockProblems = {
  stockTabUnusable: (p: P<'tab'>) =>
    `l’onglet « ${p.tab} » est inutilisable : rien n’est enregistré. Restaurez-le par Fichier › Historique des versions, ou lancez « ops init ».`,
  stockRowUnknown: (p: P<'id' | 'tab'>) =>
    `${p.id} n’existe pas ou sa ligne est à corriger dans l’onglet « ${p.tab} ». Vérifiez l’identifiant.`,
  stockQuantityBad: (p: P<'value'>) =>
    `la quantité « ${p.value} » ne convient pas. Tapez un nombre entier d’au moins 1.`,
  stockReasonMissing: () => 'le motif manque : dites en quelques mots pourquoi.',
  stockPurchaseVoided: (p: P<'purchase'>) =>
    `l’achat ${p.purchase} est annulé : il ne se reçoit pas. Créez un nouvel achat pour ce qui est arrivé.`,
  stockPurchaseNotSent: (p: P<'purchase'>) =>
    `l’achat ${p.purchase} était encore un brouillon : il est reçu sans avoir été noté « envoyé ». Vérifiez que c’est bien le bon.`,
  stockOverReceived: (p: P<'purchase' | 'ordered' | 'received'>) =>
    `l’achat ${p.purchase} portait sur ${p.ordered} unités, ${p.received} sont maintenant reçues. Vérifiez le bon de livraison.`,
  stockReceivedLater: (p: P<'on'>) =>
    `la réception est datée du ${p.on}, un jour à venir. Indiquez le jour où la marchandise est arrivée.`,
  stockHubMissing: (p: P<'purchase'>) =>
    `aucun hub ouvert pour recevoir ${p.purchase}. Remplissez la colonne « Hub » de l’achat.`,
  stockCostMissing: (p: P<'purchase'>) =>
    `le coût unitaire de ${p.purchase} n’est pas connu. Indiquez-le dans le formulaire ou dans l’achat.`,
  stockDateMissing: (p: P<'product'>) =>
    `${p.product} porte une date (DDM ou DLC) : indiquez celle de chaque lot reçu, telle qu’elle est sur l’emballage.`,
  stockDlcPast: (p: P<'product' | 'date'>) =>
    `la DLC de ${p.product} (${p.date}) est déjà passée : ce lot ne pourra jamais être vendu. Refusez-le ou corrigez la date.`,
  stockDdmPast: (p: P<'product' | 'date'>) =>
    `la DDM de ${p.product} (${p.date}) est déjà passée : ce lot ne sortira que par exception notée.`,
  stockDatedEarlier: (p: P<'lot' | 'date' | 'other' | 'otherDate'>) =>
    `${p.lot} (date ${p.date}) expire avant ${p.other} (${p.otherDate}), qui sortira pourtant le premier. Passez le produit en FEFO ou écoulez ${p.lot} par une vente date courte.`,
  stockCountLocks: (p: P<'product' | 'hub' | 'counted' | 'on'>) =>
    `${p.product} a été compté à ${p.hub} le ${p.counted} : rien ne peut plus y être daté du ${p.on}. Datez l’opération du comptage ou d’après.`,
  stockLotShort: (p: P<'lot' | 'asked' | 'free'>) =>
    `${p.lot} n’a que ${p.free} unités libres sur les ${p.asked} demandées. Réduisez la quantité ou libérez des réservations.`,
  stockLotNotQuarantined: (p: P<'lot'>) => `${p.lot} n’est pas en quarantaine. Choisissez un lot en quarantaine.`,
  stockLotQuarantined: (p: P<'lot'>) =>
    `${p.lot} est en quarantaine : ses unités ne sont ni vendues ni données. Sortez-le d’abord de quarantaine.`,
  stockLotDlcPast: (p: P<'lot' | 'date'>) =>
    `la DLC de ${p.lot} (${p.date}) est passée : il ne peut être ni vendu ni offert. Enregistrez une perte.`,
  stockReservationsMove: (p: P<'lot' | 'lines'>) =>
    `des unités de ${p.lot} étaient réservées pour ${p.lines} : un autre lot les servira au prélèvement, s’il y en a.`,
  stockNothingToPick: (p: P<'order'>) =>
    `${p.order} n’a aucune ligne réservée dans un hub : il n’y a rien à prélever. Répartissez d’abord ses lignes.`,
  stockLineShort: (p: P<'line' | 'product' | 'asked' | 'picked'>) =>
    `${p.line} demande ${p.asked} × ${p.product}, ${p.picked} seulement peuvent être prélevés. Prévenez le client ou attendez le réassort.`,
  stockLotSkipped: (p: P<'lot' | 'why' | 'line'>) => `${p.lot} est passé pour ${p.line} : ${p.why}.`,
  stockReturnTooMuch: (p: P<'line' | 'asked' | 'left'>) =>
    `${p.line} : ${p.asked} unités rendues, mais ${p.left} seulement ont été expédiées et pas encore rendues. Corrigez la quantité.`,
  stockReturnNoLot: (p: P<'line'>) =>
    `${p.line} ne dit pas de quel lot elle a été servie : le retour ne peut pas être rangé. Vérifiez sa colonne « Lots ».`,
  stockCountEmpty: (p: P<'session'>) =>
    `« ${p.session} » n’a aucune quantité comptée. Remplissez la colonne « Compté » (0 quand il ne reste rien).`,
  stockCountNoLot: (p: P<'hub'>) => `aucun lot à compter à ${p.hub}. Choisissez un autre hub ou un autre produit.`,
  stockCountOpen: (p: P<'session'>) =>
    `« ${p.session} » est encore ouvert pour ces lots. Validez-le ou annulez-le avant d’en ouvrir un autre.`,
  stockCountBlank: (p: P<'lines'>) =>
    `${p.lines} lignes n’ont pas été comptées : elles restent à compter, rien n’y est changé (vide n’est pas zéro).`,
  stockCountTimeMissing: (p: P<'line'>) =>
    `${p.line} ne dit pas quand elle a été comptée : elle compte comme comptée maintenant. Remplissez « Compté le » si du stock a bougé depuis.`,
  stockCountTimeLater: (p: P<'line'>) =>
    `${p.line} est comptée à une heure à venir. Corrigez « Compté le », la validation n’a rien changé.`,
  stockCountBelowZero: (p: P<'lot' | 'counted' | 'moved'>) =>
    `${p.lot} : ${p.counted} comptés, puis ${p.moved} sortis : il en manquerait. Recomptez ce lot.`,
  stockCountReserved: (p: P<'lot' | 'onHand' | 'reserved'>) =>
    `${p.lot} n’aura plus que ${p.onHand} unités pour ${p.reserved} réservées : le prélèvement prendra ailleurs ou manquera.`,
  stockUndoCounted: (p: P<'lot' | 'session'>) =>
    `${p.lot} a été compté depuis (« ${p.session} », validé) : ce qui précède un comptage ne s’annule plus. Enregistrez l’opération inverse.`,
  stockLotDiffers: (p: P<'lot' | 'shown' | 'ledger'>) =>
    `${p.lot} affiche ${p.shown} en stock, ses mouvements en donnent ${p.ledger}. Comptez-le, puis réglez-le par « Régler un lot ».`,
  stockReservedDiffers: (p: P<'lot' | 'shown' | 'lines'>) =>
    `${p.lot} affiche ${p.shown} réservés, les lignes en réservent ${p.lines}. Réglez-le par « Régler un lot ».`,
  stockLotAgrees: (p: P<'lot'>) =>
    `${p.lot} est d’accord avec ses mouvements et ses réservations : il n’y a rien à régler.`,
  stockLineNotOpen: (p: P<'line'>) =>
    `${p.line} est déjà prélevée, expédiée ou annulée : une exception n’y change plus rien.`,
  stockHubSame: (p: P<'lot' | 'hub'>) => `${p.lot} est déjà à ${p.hub}. Choisissez un autre hub.`,
};
