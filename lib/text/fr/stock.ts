// What stock actions say they did, and the words they write into cells.

export interface Units {
  readonly quantity: number;
  readonly product: string;
}

const units = ({ quantity, product }: Units) => `${quantity} × ${product}`;
const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const stockTexts = {
  skipReasons: {
    quarantined: 'en quarantaine',
    'not-received': 'pas encore reçu',
    'past-dlc': 'DLC passée',
    'past-ddm': 'DDM passée',
    'short-life': 'date trop proche pour le client',
  },
  received: (p: Units & { readonly purchase: string; readonly lots: string }) =>
    `Réception de ${units(p)} (${p.purchase}) : ${p.lots}.`,
  picked: (p: { readonly units: number; readonly lines: number; readonly orders: number }) =>
    `Prélèvement de ${plural(p.units, 'unité', 'unités')} pour ${plural(p.lines, 'ligne', 'lignes')} de ${plural(p.orders, 'commande', 'commandes')}.`,
  returned: (p: Units & { readonly line: string; readonly scrapped: boolean }) =>
    `Retour de ${units(p)} (${p.line}), ${p.scrapped ? 'mis au rebut' : 'remis en stock dans le lot d’origine'}.`,
  returnScrapped: (reason: string) => `Retour invendable : ${reason}`,
  returnedToSupplier: (p: Units & { readonly lot: string }) => `Retour au fournisseur de ${units(p)} (${p.lot}).`,
  removed: {
    waste: (p: Units & { readonly lot: string }) => `Perte de ${units(p)} (${p.lot}).`,
    gift: (p: Units & { readonly lot: string }) => `Cadeau de ${units(p)} (${p.lot}).`,
    short_dated_sale: (p: Units & { readonly lot: string }) => `Vente date courte de ${units(p)} (${p.lot}).`,
  },
  quarantined: (p: Units & { readonly lot: string; readonly apart: string }) =>
    `Mise en quarantaine de ${units(p)} (${p.lot} → ${p.apart}).`,
  released: (p: Units & { readonly lot: string; readonly home: string }) =>
    `Sortie de quarantaine de ${units(p)} (${p.lot} → ${p.home}).`,
  moved: (p: Units & { readonly lot: string; readonly to: string; readonly hub: string }) =>
    `Transfert de ${units(p)} vers ${p.hub} (${p.lot} → ${p.to}).`,
  setApartFrom: (lot: string) => `Mis à part du lot ${lot}`,
  countOpened: (p: { readonly session: string; readonly lines: number }) =>
    `« ${p.session} » ouvert : ${plural(p.lines, 'lot', 'lots')} à compter dans l’onglet « Comptages ».`,
  countSession: (day: string, hub: string) => `Comptage du ${day}, ${hub}`,
  countSessionAgain: (session: string, turn: number) => `${session} (${turn})`,
  countValidated: (p: {
    readonly session: string;
    readonly lines: number;
    readonly differences: number;
    readonly units: string;
  }) =>
    `« ${p.session} » validé : ${plural(p.lines, 'lot compté', 'lots comptés')}, ${plural(p.differences, 'écart', 'écarts')} (${p.units} en tout).`,
  countReason: (session: string) => `Écart de « ${session} »`,
  signed: (quantity: number) => `${quantity > 0 ? '+' : ''}${quantity}`,
  settled: (p: { readonly lot: string; readonly shown: number; readonly ledger: number; readonly counted: number }) =>
    `${p.lot} réglé à ${p.counted} unités (affichait ${p.shown}, mouvements ${p.ledger}).`,
  settleReason: (p: { readonly shown: number; readonly ledger: number; readonly reason: string }) =>
    `${p.reason} (la cellule affichait ${p.shown}, les mouvements ${p.ledger})`,
  excepted: (p: Units & { readonly line: string }) => `Exception accordée à ${p.line} (${units(p)}).`,
  lotLabel: (p: Units & { readonly lot: string; readonly hub: string; readonly date: string | null }) =>
    `${p.lot} · ${p.product} · ${p.quantity} libres · ${p.hub}${p.date === null ? '' : ` · ${p.date}`}`,
  purchaseLabel: (p: Units & { readonly purchase: string; readonly partner: string }) =>
    `${p.purchase} · ${p.product} · ${p.quantity} attendus · ${p.partner}`,
  orderLabel: (p: { readonly order: string; readonly customer: string; readonly lines: number }) =>
    `${p.order} · ${p.customer} · ${plural(p.lines, 'ligne', 'lignes')}`,
  lineLabel: (p: Units & { readonly line: string; readonly order: string }) => `${p.line} · ${units(p)} · ${p.order}`,
  countLabel: (p: { readonly session: string; readonly counted: number; readonly lines: number }) =>
    `${p.session} · ${p.counted} sur ${p.lines} comptés`,
};
