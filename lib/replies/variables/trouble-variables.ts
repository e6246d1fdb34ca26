// Variables about what went wrong: the product, who makes it, what is offered meanwhile. Each says only what stands in the
// workbook: an equivalent, a date, a backup partner that nobody noted is not invented.
import { addDays, type Day } from '#lib/kernel/day.ts';
import { problem } from '#lib/kernel/problem.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { concernedLines } from '../order-facts.ts';
import type { ReplyFacts } from '../reply-facts.ts';
import {
  cellOf,
  dayToCome,
  emptyCell,
  type Found,
  fromCell,
  type ReplyKind,
  type Scalar,
  type ScalarVariable,
} from '../reply-variable.ts';

const TROUBLE: readonly ReplyKind[] = ['about_order', 'about_incident'];
const INCIDENT: readonly ReplyKind[] = ['about_incident'];

const variable = (
  type: ScalarVariable['type'],
  kinds: readonly ReplyKind[],
  find: (facts: ReplyFacts) => Found<Scalar>,
  { isOptional = false } = {},
): ScalarVariable => ({ type, kinds, isOptional, find });

const maybe = { isOptional: true } as const;

const ofIncident = (
  type: ScalarVariable['type'],
  column: 'summary' | 'gestureCents',
  options: { readonly isOptional?: boolean } = {},
): ScalarVariable =>
  variable(
    type,
    INCIDENT,
    (facts) => {
      const { row, lacks } = facts.rowOf('incidents');
      return row === null
        ? { lacks }
        : fromCell(facts.context, row[column], cellOf(facts.context, 'incidents', row, column));
    },
    options,
  );

/** The incident's product, else that of the first line concerned. */
function findProduct(facts: ReplyFacts): Found<RowOf<'products'>> {
  const { products } = facts.context.workbook;
  const incident = facts.rowOf('incidents').row;
  const id = incident?.productId ?? concernedLines(facts)[0]?.productId;
  const product = products.byId.get(id ?? '');
  if (product !== undefined) return { value: product };
  if (incident !== null)
    return { lacks: emptyCell(facts.context, cellOf(facts.context, 'incidents', incident, 'productId')) };
  return { lacks: facts.rowOf('orders').lacks ?? problem('replyRowNone', { tab: products.title }) };
}

/** The incident's partner, else who sends the line concerned, else who makes the product. */
function findPartner(facts: ReplyFacts): Found<RowOf<'partners'>> {
  const { partners } = facts.context.workbook;
  const incident = facts.rowOf('incidents').row;
  const line = concernedLines(facts)[0];
  const product = findProduct(facts);
  const id = incident?.partnerId ?? line?.partnerId ?? ('value' in product ? product.value.partnerId : null);
  const partner = partners.byId.get(id ?? '');
  if (partner !== undefined) return { value: partner };
  if ('lacks' in product) return product;
  return { lacks: emptyCell(facts.context, cellOf(facts.context, 'products', product.value, 'partnerId')) };
}

const fromProduct = (find: (facts: ReplyFacts, product: RowOf<'products'>) => Found<Scalar>) => (facts: ReplyFacts) => {
  const product = findProduct(facts);
  return 'value' in product ? find(facts, product.value) : product;
};
const fromPartner = (find: (facts: ReplyFacts, partner: RowOf<'partners'>) => Found<Scalar>) => (facts: ReplyFacts) => {
  const partner = findPartner(facts);
  return 'value' in partner ? find(facts, partner.value) : partner;
};

export const troubleVariables = {
  'produit.nom': variable(
    'text',
    TROUBLE,
    fromProduct((_, { name }) => ({ value: name })),
  ),
  'produit.equivalent': variable('text', TROUBLE, fromProduct(equivalent), maybe),
  'produit.retourLe': variable('day', TROUBLE, fromProduct(backOn), maybe),
  'produit.envoyePar': variable('text', TROUBLE, fromProduct(directSender), maybe),
  'partenaire.nom': variable(
    'text',
    TROUBLE,
    fromPartner((_, { name }) => ({ value: name })),
  ),
  'partenaire.secours': variable('text', TROUBLE, fromPartner(backup), maybe),
  'partenaire.reprise': variable('day', TROUBLE, fromPartner(resumption), maybe),
  'incident.resume': ofIncident('text', 'summary'),
  'incident.geste': ofIncident('money', 'gestureCents', maybe),
} as const satisfies Readonly<Record<string, ScalarVariable>>;

function equivalent({ context, rowOf }: ReplyFacts, product: RowOf<'products'>): Found<Scalar> {
  const id = rowOf('incidents').row?.substituteId ?? product.substituteId;
  const other = context.workbook.products.byId.get(id ?? '');
  return fromCell(context, other?.name ?? null, cellOf(context, 'products', product, 'substituteId'));
}

/** The day of the incident's purchase, else of the first one on its way, else the partner's word. */
function backOn({ context, rowOf }: ReplyFacts, product: RowOf<'products'>): Found<Scalar> {
  const { purchases, partnerProducts } = context.workbook;
  const own = purchases.byId.get(rowOf('incidents').row?.purchaseId ?? '');
  const purchase =
    own?.status === 'sent' || own?.status === 'partly_received'
      ? own
      : purchases.rows
          .filter(
            ({ productId, status }) => productId === product.id && (status === 'sent' || status === 'partly_received'),
          )
          .sort((a, b) => ((a.expectedOn ?? '9') < (b.expectedOn ?? '9') ? -1 : 1))[0];
  if (purchase?.expectedOn != null) {
    return dayToCome(context, purchase.expectedOn, cellOf(context, 'purchases', purchase, 'expectedOn'));
  }
  if (purchase !== undefined) {
    return { lacks: emptyCell(context, cellOf(context, 'purchases', purchase, 'expectedOn')), isAbsent: true };
  }
  const offer = partnerProducts.rows.find(({ productId, backOn }) => productId === product.id && backOn !== null);
  if (offer?.backOn != null)
    return dayToCome(context, offer.backOn, cellOf(context, 'partnerProducts', offer, 'backOn'));
  return { lacks: problem('replyNoReturnDay', { product: product.name }), isAbsent: true };
}

/** A partner in activity who ships this product to customers and has it. */
function directSender({ context }: ReplyFacts, product: RowOf<'products'>): Found<Scalar> {
  const { partnerProducts, partners } = context.workbook;
  for (const offer of partnerProducts.rows) {
    if (offer.productId !== product.id || offer.dropship !== true) continue;
    const partner = partners.byId.get(offer.partnerId);
    if (offer.active !== false && offer.inStock !== false && partner?.status === 'active')
      return { value: partner.name };
  }
  return { lacks: problem('replyNobodyShips', { product: product.name }), isAbsent: true };
}

function backup({ context, rowOf }: ReplyFacts, partner: RowOf<'partners'>): Found<Scalar> {
  const id = rowOf('incidents').row?.backupPartnerId ?? partner.backupPartnerId;
  const other = context.workbook.partners.byId.get(id ?? '');
  return fromCell(context, other?.name ?? null, cellOf(context, 'partners', partner, 'backupPartnerId'));
}

/** The day after the closure's last one. */
function resumption({ context }: ReplyFacts, partner: RowOf<'partners'>): Found<Scalar> {
  const cell = cellOf(context, 'partners', partner, 'closedUntil');
  if (partner.closedUntil === null || partner.closedUntil < context.clock.today) {
    return { lacks: emptyCell(context, cell), isAbsent: true };
  }
  const next: Day = addDays(partner.closedUntil, 1);
  return { value: next };
}
