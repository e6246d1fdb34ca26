// What the actions about orders say: summaries, choices of routing, the printed lists.

type Parcel = { readonly origin: string; readonly units: number; readonly promisedOn: string };

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** Titles under which an imported table may hold each column; the first is the one we name. */
const importColumns = {
  reference: ['Référence', 'Commande', 'N° de commande', 'Numéro', 'Order', 'Name'],
  customer: ['Client', 'E-mail', 'Email', 'Adresse e-mail', 'Courriel', 'Customer'],
  product: ['SKU', 'Produit', 'Article', 'Référence produit', 'Lineitem sku', 'Product'],
  quantity: ['Quantité', 'Qté', 'Quantity', 'Lineitem quantity'],
  unitPrice: ['Prix unitaire TTC', 'Prix unitaire', 'Prix TTC', 'Prix', 'Price', 'Lineitem price'],
  discount: ['Remise', 'Remise ligne', 'Lineitem discount'],
  orderedAt: ['Date', 'Commandée le', 'Date de commande', 'Created at'],
  shipping: ['Port', 'Port payé TTC', 'Frais de port', 'Livraison', 'Shipping'],
  orderDiscount: ['Remise commande', 'Discount amount'],
  shipName: ['Destinataire', 'Nom', 'Shipping name'],
  shipAddress: ['Adresse', 'Rue', 'Shipping street', 'Shipping address1'],
  shipPostalCode: ['Code postal', 'CP', 'Shipping zip'],
  shipCity: ['Ville', 'Shipping city'],
  shipCountry: ['Pays', 'Shipping country'],
  shipPhone: ['Téléphone', 'Shipping phone', 'Phone'],
  instructions: ['Consignes', 'Instructions'],
  note: ['Note', 'Notes'],
} as const;

export const orderTexts = {
  importColumns,
  importHint: (names: string) => `Titres reconnus : ${names}. Les quatre premiers sont indispensables.`,
  importReasons: {
    quotes: 'un guillemet n’est pas refermé. Corrigez la ligne dans le fichier.',
    tooManyCells:
      'elle a plus de cellules que la ligne de titres. Mettez entre guillemets les textes qui contiennent le séparateur.',
    noReference: 'elle n’a pas de référence de commande. Complétez-la.',
    customer: (text: string) =>
      `le client « ${text} » n’est pas (ou est plusieurs fois) dans l’onglet « Clients ». Ajoutez-le avec son e-mail, ou donnez son numéro.`,
    otherCustomer: (text: string) => `le client « ${text} » n’est pas celui des autres lignes de la même commande.`,
    product: (text: string) => `le produit « ${text} » n’est pas dans l’onglet « Produits ». Corrigez le SKU.`,
    quantity: (text: string) => `la quantité « ${text} » n’est pas un nombre entier à partir de 1.`,
    amount: (text: string) => `« ${text} » n’est pas un montant. Écrivez-le comme 12,50.`,
    date: (text: string) => `« ${text} » n’est pas une date. Écrivez-la comme 31/03/2027 14:30.`,
  },
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
  guest: 'un invité sans adresse e-mail',
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
  late: (p: Readonly<Record<'order' | 'promisedOn' | 'progress', string>>) =>
    `${p.order}, promise pour le ${p.promisedOn} : ${p.progress}`,
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
