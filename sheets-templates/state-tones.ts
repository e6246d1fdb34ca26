// Which states deserve a colour beside their word. A state that is not listed stays plain.
import type { ChoiceCode } from '#lib/text/words.ts';

export type Tone = 'good' | 'attention' | 'bad' | 'muted';

const codesOfTone: Readonly<Record<Tone, readonly ChoiceCode[]>> = {
  good: [
    'available',
    'delivered',
    'received',
    'validated',
    'resolved',
    'enough',
    'reached',
    'recovered',
    'won',
    'done',
  ],
  attention: [
    'partly_received',
    'partly_shipped',
    'partly_delivered',
    'backordered',
    'due_soon',
    'to_reorder',
    'past_due',
    'grace',
    'needs_response',
    'requires_action',
    'paused',
    'collection_paused',
    'suspended',
    'attempt_failed',
    'waiting_customer',
    'to_decide',
  ],
  bad: [
    'out_of_stock',
    'quarantined',
    'breached',
    'missed',
    'failed',
    'unpaid',
    'overdue',
    'lost',
    'uncollectible',
    'sent_back',
    'refused',
    'damaged',
  ],
  muted: [
    'voided',
    'void',
    'exhausted',
    'ended',
    'canceled',
    'incomplete_expired',
    'withdrawn',
    'inactive',
    'no_value',
  ],
};

export const tones = Object.keys(codesOfTone) as readonly Tone[];

/** The codes of a column's list that bear the tone. */
export function codesOf(tone: Tone, codes: readonly ChoiceCode[]): readonly ChoiceCode[] {
  return codes.filter((code) => codesOfTone[tone].includes(code));
}
