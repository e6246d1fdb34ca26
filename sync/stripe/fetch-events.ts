// Reads the events since the last whole night, by cursor: a filter on time would lose events of the same second. A cursor
// that Stripe no longer knows (30 days, or a cell changed by hand) means: everything Stripe still has.
import type { Clock } from '#lib/kernel/clock.ts';
import { msFromInstant } from '#lib/kernel/day.ts';
import type { CollectedFacts } from './collected-facts.ts';
import type { StripeClient } from './create-stripe-client.ts';
import { type EventPointer, eventTypes } from './decode-event.ts';
import { listPages, type Page } from './list-pages.ts';
import { isMissing } from './stripe-failure.ts';

const LIFETIME_DAYS = 30;
const MAX_PAGES = 2000;

export interface EventsRead {
  /** Objects that changed, to read again when no list holds them. */
  readonly pointers: readonly EventPointer[];
  readonly lastEventId: string | null;
}

export async function fetchEvents(
  { api }: StripeClient,
  collected: CollectedFacts,
  lastEventId: string | null,
  clock: Clock,
): Promise<EventsRead> {
  const pointers = new Map<string, EventPointer>();
  const list = { limit: 100, types: [...eventTypes] };
  const options = { what: 'events', maxPages: MAX_PAGES };
  let newestId: string | null = null;
  const take = (objects: Page['data']): string | null => {
    for (const object of objects) {
      const event = collected.addEvent(object);
      if (event?.pointer) pointers.set(`${event.pointer.to} ${event.pointer.id}`, event.pointer);
    }
    return objects[0]?.id ?? null;
  };
  const readWhole = () => {
    const created = { gte: Math.floor(msFromInstant(clock.now) / 1000) - LIFETIME_DAYS * 86_400 };
    const fetchPage = (cursor: object) => api.events.list({ ...list, created, ...cursor });
    const visit = (objects: Page['data']) => {
      const firstId = take(objects);
      newestId ??= firstId;
    };
    return listPages(fetchPage, visit, options);
  };
  if (lastEventId === null) await readWhole();
  else {
    try {
      const fetchPage = (cursor: object) => api.events.list({ ...list, ...cursor });
      const visit = (objects: Page['data']) => {
        newestId = take(objects) ?? newestId;
      };
      await listPages(fetchPage, visit, { ...options, newerThan: lastEventId });
    } catch (error) {
      if (!isMissing(error)) throw error;
      await readWhole();
    }
  }
  return { pointers: [...pointers.values()], lastEventId: newestId ?? lastEventId };
}
