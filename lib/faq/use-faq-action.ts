// The form of an answer from the FAQ: from the ticket that is open, the entries that may answer it come first, and the text is
// ready to be copied or changed.
import { defineAction } from '#lib/actions/action.ts';
import { choiceField, type FieldOption, flagField, rowField, textField } from '#lib/actions/field.ts';
import type { RawInput } from '#lib/actions/screen.ts';
import type { PlanContext } from '#lib/changes/plan-context.ts';
import { typedId } from '#lib/customers/chosen-customer.ts';
import { by } from '#lib/kernel/compare.ts';
import type { FaqRow } from '#lib/tables/faq.ts';
import type { TicketsRow } from '#lib/tables/tickets.ts';
import { chosenTicket } from '#lib/tickets/follow-ticket-action.ts';
import { ticketOptions } from '#lib/tickets/list-tickets.ts';
import { suggestFaq } from './find-faq.ts';
import { planUseFaq } from './plan-use-faq.ts';
import { renderEntry } from './render-entry.ts';

/** More suggestions than this are read by nobody. */
const SUGGESTED = 3;

export const useFaqAction = defineAction({
  id: 'use-faq',
  menu: 'customers',
  startsFrom: ['tickets', 'faq'],
  reads: ['tickets', 'customers', 'faq', 'plans', 'products'],
  appends: [],
  fields: {
    ticketId: rowField('tickets', { refreshes: true }),
    search: textField({ refreshes: true }),
    faqId: choiceField<string, { readonly required: true; readonly refreshes: true }>({
      required: true,
      refreshes: true,
    }),
    text: textField({ required: true, long: true }),
    answersNow: flagField(),
  },
  prepare: (context, selection, filled) => {
    const { faq } = context.workbook;
    const ticket = chosenTicket(context, selection, filled);
    const found = suggestFaq(context, searched(ticket, filled)).map(({ entry }) => entry);
    const selected = selection?.table === 'faq' && filled === null ? faq.byId.get(selection.id) : undefined;
    const entry = selected ?? keptEntry(context, filled) ?? found[0];
    const suggested = found.slice(0, SUGGESTED);
    return {
      initial: {
        ...(filled === null ? { ticketId: ticket?.id ?? null, answersNow: ticket !== undefined } : {}),
        faqId: entry?.id ?? '',
        text: entry === undefined ? '' : renderEntry(context, entry).answer,
      },
      options: { ticketId: ticketOptions(context), faqId: entryOptions(context, found) },
      hints: hintsOf(context, suggested, searched(ticket, filled)),
    };
  },
  plan: planUseFaq,
});

/** The words typed, else what the ticket says. */
function searched(ticket: TicketsRow | undefined, filled: RawInput | null): string {
  const typed = String(filled?.search ?? '').trim();
  return typed === '' ? `${ticket?.subject ?? ''} ${ticket?.message ?? ''}` : typed;
}

/** The entry that was picked by hand: the form's text is not yet its answer. Undefined when ticket or words changed instead. */
function keptEntry(context: PlanContext, filled: RawInput | null): FaqRow | undefined {
  const picked = context.workbook.faq.byId.get(typedId(filled, 'faqId') ?? '');
  if (picked === undefined) return undefined;
  return filled?.text === renderEntry(context, picked).answer ? undefined : picked;
}

function entryOptions({ workbook, words }: PlanContext, found: readonly FaqRow[]): FieldOption[] {
  const first = new Set(found);
  const others = workbook.faq.rows.filter((entry) => !first.has(entry)).sort(byPosition);
  return [...found, ...others].map((entry, index) => ({
    value: entry.id,
    label: words.faq.option({
      rank: index < found.length ? index + 1 : null,
      question: entry.question,
      isPublished: entry.published === true,
    }),
  }));
}

export const byPosition = by<FaqRow>(
  ({ position }) => position,
  ({ id }) => id,
);

function hintsOf({ words }: PlanContext, suggested: readonly FaqRow[], text: string): string[] {
  if (suggested.length > 0) return [words.faq.suggested(suggested.map(({ question }) => question))];
  return text.trim() === '' ? [] : [words.faq.nothingFound];
}
