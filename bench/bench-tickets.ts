// Tickets at the size of several years (10,000) and at a tenth: the night's look at every clock, the list of what presses, the
// entries of the FAQ for one ticket, and what is asked without an answer. One ticket in five is open.
import { planContextOf } from '#lib/actions/run-action.ts';
import { applyChanges } from '#lib/changes/apply.ts';
import { suggestFaq } from '#lib/faq/find-faq.ts';
import { findUnanswered } from '#lib/faq/find-unanswered.ts';
import { addDays, type Day } from '#lib/kernel/day.ts';
import { formatId } from '#lib/kernel/ids.ts';
import { defaultSettings } from '#lib/tables/default-settings.ts';
import { fr } from '#lib/text/fr.ts';
import { planTicketClocks } from '#lib/tickets/plan-ticket-clocks.ts';
import { planTicketsToTreat } from '#lib/tickets/tickets-to-treat-action.ts';
import { starterRows } from '#templates/starter-rows.ts';
import { clockAt } from '#test/support/clock-at.ts';
import { type TestRows, workbookOf } from '#test/support/workbook-of.ts';

export interface TicketBench {
  readonly tickets: number;
  /** Milliseconds by what was done. */
  readonly clocks: number;
  readonly again: number;
  readonly list: number;
  readonly suggestion: number;
  readonly unanswered: number;
}

const TODAY: Day = '2026-11-20';
const RUNS = 5;
const CHANNELS = ['chat', 'email', 'whatsapp', 'phone'] as const;
const CATEGORIES = ['delivery', 'points_question', 'subscription', 'quality', 'other'] as const;
const SUBJECTS = ['Où est mon colis', 'Point relais fermé', 'Mes points', 'Changer de formule', 'Produit cassé'];

export function benchTickets(count: number): TicketBench {
  const context = planContextOf(workbookOf(rowsOf(count)), clockAt(TODAY), fr);
  const clocked = { ...context, workbook: applyChanges(context.workbook, planTicketClocks(context).changes, fr) };
  const texts = SUBJECTS.map((subject) => `${subject}, pouvez-vous me dire quoi faire ? Merci d’avance.`);
  return {
    tickets: count,
    clocks: best(() => planTicketClocks(context)),
    again: best(() => planTicketClocks(clocked)),
    list: best(() => planTicketsToTreat(clocked, { assignee: null })),
    suggestion: best(() => texts.map((text) => suggestFaq(clocked, text))) / texts.length,
    unanswered: best(() => findUnanswered(clocked)),
  };
}

function best(act: () => unknown): number {
  let milliseconds = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    act();
    milliseconds = Math.min(milliseconds, performance.now() - start);
  }
  return milliseconds;
}

function rowsOf(count: number): TestRows {
  const tickets = Array.from({ length: count }, (_, index) => {
    const day = addDays(TODAY, -1 - Math.floor(((count - index) * 900) / count));
    const receivedAt = `${day}T${String(8 + (index % 12)).padStart(2, '0')}:15:00`;
    const answered = { firstReplyAt: `${day}T20:30:00`, lastReplyAt: `${day}T20:30:00`, replies: 1 };
    const isOpen = index % 5 === 0;
    return {
      id: formatId('TIC', index + 1),
      receivedAt,
      channel: CHANNELS[index % 4],
      category: CATEGORIES[index % 5],
      subject: `${SUBJECTS[(index * 7) % 5]} ${index % 13 === 0 ? 'et ma facture' : ''}`,
      message: 'Bonjour, je vous écris au sujet de ma dernière commande. Merci de votre aide.',
      status: isOpen ? 'open' : 'resolved',
      lastCustomerAt: receivedAt,
      ...(isOpen ? {} : { ...answered, resolvedAt: `${day}T21:00:00`, firstContact: true }),
    };
  });
  const settings = Object.entries(defaultSettings).map(([id, value]) => ({ id, value: value === '' ? null : value }));
  const faq = (starterRows(fr, {}).faq ?? []).map(({ cells }) => cells);
  return { settings, faq, tickets } as TestRows;
}
