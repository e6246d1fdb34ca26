// Every Stripe customer has one row in Clients. A name or an address that people typed is never replaced (a difference
// goes to the Rapprochement), an erased customer is never filled again, a customer deleted in Stripe keeps the row.
import type { ChangeSet } from '#lib/changes/change-set.ts';
import { createDraft, type Draft } from '#lib/changes/draft.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { compareText } from '#lib/kernel/compare.ts';
import type { RowOf } from '#lib/tables/tables.ts';
import { canRun } from './can-run.ts';
import { indexCustomers } from './customer-index.ts';
import { distinctFacts } from './distinct-facts.ts';
import { normalEmail } from './normal-email.ts';
import { notePutRight } from './put-right.ts';
import type { CustomerFact, StripeFacts } from './stripe-facts.ts';

type Customer = RowOf<'customers'>;

/**
 * A Stripe customer's row is found by: its Stripe id; else the row that its mirrored subscriptions and invoices name (the
 * id was wiped by hand); else the only row without a Stripe customer that has its e-mail. Otherwise a row is appended,
 * also for a customer known only from a subscription or an invoice.
 */
export function planMirrorCustomers(context: PlanContext, facts: StripeFacts): ChangeSet {
  const { workbook, words, clock } = context;
  const { customers } = workbook;
  const draft = createDraft(workbook, words);
  if (!canRun(context, draft, 'mirrorCustomers', ['customers'])) return draft.changeSet();
  const index = indexCustomers(workbook);
  const linked = linkedRows(context, facts);
  const byEmail = rowsByEmail(context);
  const taken = new Set<string>();
  for (const { stripeId, fact, needed } of everyCustomer(facts)) {
    const known = index.idOf(stripeId);
    const sound = index.rowOf(stripeId);
    if (sound !== undefined && (sound.name === null || sound.email === null))
      draft.update(customers, sound, fillable(context, sound, fact));
    if (known !== null || (fact.deleted && !needed)) continue;
    const wiped = linked.get(stripeId);
    const sameEmail = (byEmail.get(normalEmail(fact.email) ?? '') ?? []).filter((row) => !taken.has(row.id));
    const found =
      wiped !== undefined && !taken.has(wiped.id) ? wiped : sameEmail.length === 1 ? sameEmail[0] : undefined;
    if (found !== undefined) {
      taken.add(found.id);
      if (found === wiped) noteWiped(context, draft, found, stripeId);
      draft.update(customers, found, { stripeCustomer: stripeId, ...fillable(context, found, fact) });
    } else {
      const { name, email } = fact;
      const createdOn = fact.createdOn ?? clock.today;
      draft.append(customers, { id: draft.nextId(customers), name, email, stripeCustomer: stripeId, createdOn });
    }
  }
  return draft.changeSet();
}

/** Listed customers, and those that only a subscription or an invoice names (`needed`: a mirror row refers to them). */
function everyCustomer(facts: StripeFacts) {
  const needed = new Set([...facts.subscriptions, ...facts.invoices].map((fact) => fact.stripeCustomer));
  const listed = distinctFacts(facts.customers, (fact) => fact.stripeId);
  const listedIds = new Set(listed.map((fact) => fact.stripeId));
  const unlisted = [...needed].filter((stripeId) => !listedIds.has(stripeId)).map(namelessFact);
  return [...listed, ...unlisted]
    .sort((a, b) => compareText(a.stripeId, b.stripeId))
    .map((fact) => ({ stripeId: fact.stripeId, fact, needed: needed.has(fact.stripeId) }));
}

function namelessFact(stripeId: string): CustomerFact {
  return { stripeId, name: null, email: null, createdOn: null, deleted: false };
}

function linkedRows({ workbook }: PlanContext, facts: StripeFacts): ReadonlyMap<string, Customer> {
  const linked = new Map<string, Customer>();
  const link = (stripeCustomer: string, customerId: string | undefined) => {
    const row = workbook.customers.byId.get(customerId ?? '');
    const other = linked.get(stripeCustomer);
    if (row === undefined || row.stripeCustomer !== null) return;
    if (other === undefined || compareText(row.id, other.id) < 0) linked.set(stripeCustomer, row);
  };
  for (const { id, stripeCustomer } of facts.subscriptions)
    link(stripeCustomer, workbook.subscriptions.byId.get(id)?.customerId);
  for (const { id, stripeCustomer } of facts.invoices) link(stripeCustomer, workbook.invoices.byId.get(id)?.customerId);
  return linked;
}

function rowsByEmail({ workbook }: PlanContext): ReadonlyMap<string, readonly Customer[]> {
  const byEmail = new Map<string, Customer[]>();
  for (const row of workbook.customers.rows) {
    const email = normalEmail(row.email);
    if (email === null || row.stripeCustomer !== null || row.erasedOn !== null) continue;
    byEmail.set(email, [...(byEmail.get(email) ?? []), row]);
  }
  return byEmail;
}

/** Only cells that hold nothing at all: what a person typed stands, even when it cannot be read. */
function fillable({ workbook }: PlanContext, row: Customer, fact: CustomerFact) {
  const patch: { name?: string; email?: string } = {};
  const raw = workbook.customers.rawOf(row.rowIndex);
  if (fact.deleted || row.erasedOn !== null || isFilled(raw.erasedOn)) return patch;
  if (!isFilled(raw.name) && fact.name !== null) patch.name = fact.name;
  if (!isFilled(raw.email) && fact.email !== null) patch.email = fact.email;
  return patch;
}

function isFilled(cell: unknown): boolean {
  return cell !== null && cell !== undefined && String(cell).trim() !== '';
}

function noteWiped(context: PlanContext, draft: Draft, row: Customer, value: string): void {
  const { customers } = context.workbook;
  const before = customers.rawOf(row.rowIndex).stripeCustomer ?? null;
  notePutRight(context, draft, `customers/${row.id}`, {
    table: customers.table,
    name: 'stripeCustomer',
    before,
    value,
  });
}
