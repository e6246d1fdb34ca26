// What the actions about orders say: summaries, choices of routing, the printed lists.

type Parcel = { readonly origin: string; readonly units: number; readonly promisedOn: string };

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const orderTexts = {
  wishes: {
    as_few_as_possible: 'Un seul si possible',
    one_parcel: 'Un seul colis',
    two_parcels: 'Chaque ligne au plus tôt',
  },
  orderLabel: (p: { readonly order: string; readonly customer: string; readonly status: string }) =>
    `${p.order} – ${p.customer} – ${p.status}`,
  parcelLabel: (p: Readonly<Record<'shipment' | 'order' | 'origin' | 'status', string>>) =>
    `${p.shipment} – ${p.order} – ${p.origin} – ${p.status}`,
  pointsToSpend: (points: string) => `Ce client peut dépenser ${points} points.`,
  /** Progress of an order in several parcels. */
  delivered: (done: number, total: number) => `${done} sur ${total} livré${done > 1 ? 's' : ''}`,
  shipped: (done: number, total: number) => `${done} sur ${total} expédié${done > 1 ? 's' : ''}`,
  parcel: ({ origin, units, promisedOn }: Parcel) =>
    `${origin} (${plural(units, 'article', 'articles')}, pour le ${promisedOn})`,
  waiting: (p: { readonly units: number; readonly availableOn: string; readonly promisedOn: string }) =>
    `en attente de stock (${plural(p.units, 'article', 'articles')}, disponible le ${p.availableOn}, pour le ${p.promisedOn})`,
  choice: (p: {
    readonly parts: readonly string[];
    readonly parcels: number;
    readonly cost: string;
    readonly on: string;
  }) => `${plural(p.parcels, 'colis', 'colis')} : ${p.parts.join(' + ')} ; port ${p.cost} HT, complet le ${p.on}`,
  chosen: (choice: string) => `${choice}.`,
  otherChoice: (choice: string) => `L’autre possibilité : ${choice}.`,
  noOtherChoice: 'Aucune origine ne peut tout envoyer en un seul colis.',
  entered: (p: { readonly order: string; readonly total: string }) => `Commande ${p.order} de ${p.total}.`,
  paidInPoints: (p: { readonly points: string; readonly value: string }) =>
    `${p.points} points dépensés, soit ${p.value}.`,
  routed: (p: { readonly orders: number; readonly lines: number; readonly waiting: number }) =>
    `${plural(p.orders, 'commande répartie', 'commandes réparties')}, ${plural(p.lines, 'ligne', 'lignes')}${
      p.waiting === 0 ? '' : `, dont ${p.waiting} en attente de stock`
    }.`,
  imported: (p: {
    readonly orders: number;
    readonly lines: number;
    readonly refused: number;
    readonly known: number;
  }) =>
    `${plural(p.orders, 'commande importée', 'commandes importées')}, ${plural(p.lines, 'ligne', 'lignes')} ; ${
      p.refused
    } lignes du fichier refusées, ${p.known} commandes déjà connues.`,
  shippedSummary: (p: { readonly order: string; readonly parcels: string; readonly progress: string }) =>
    `Commande ${p.order} : ${p.parcels} expédié ; ${p.progress}.`,
  trackingSummary: (p: { readonly order: string; readonly progress: string }) => `Commande ${p.order} : ${p.progress}.`,
  cancelled: (p: { readonly order: string }) => `Commande ${p.order} annulée ; ses réservations sont libérées.`,
  returned: (p: { readonly order: string; readonly units: number; readonly value: string }) =>
    `Commande ${p.order} : ${plural(p.units, 'article repris', 'articles repris')}, ${p.value} à rendre.`,
  pointsGivenBack: (points: string) => `${points} points rendus.`,
  delays: (count: number) => `${plural(count, 'réponse de retard préparée', 'réponses de retard préparées')}.`,
  cancelReason: (reason: string) => `Annulation : ${reason}`,
  returnReason: (reason: string) => `Retour : ${reason}`,
  pickList: {
    title: (hub: string, on: string) => `Liste de prélèvement – ${hub} – ${on}`,
    printed: (p: { readonly orders: number; readonly units: number }) =>
      `${plural(p.units, 'article', 'articles')} à prélever pour ${plural(p.orders, 'commande', 'commandes')}.`,
    location: 'Emplacement',
    noLocation: 'sans emplacement',
    product: 'Produit',
    lot: 'Lot',
    bestBefore: 'Date',
    quantity: 'Quantité',
    orders: 'Pour',
    done: 'Fait',
  },
  packingSlip: {
    title: (order: string) => `Bon de livraison ${order}`,
    orderedOn: (day: string) => `Commande du ${day}`,
    shipment: (id: string) => `Colis ${id}`,
    product: 'Produit',
    sku: 'SKU',
    quantity: 'Quantité',
    lot: 'Lot',
    otherParcel: 'Arrive dans un autre colis :',
    instructions: 'Consignes :',
    printed: (count: number) => `${plural(count, 'bon de livraison', 'bons de livraison')}.`,
  },
};
