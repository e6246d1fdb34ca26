// When something happened, as typed into a form: nothing, an hour of today, or a day and an hour. What lies ahead, or before the
// ticket came, is refused: it would bend the clocks.
import type { PlanContext } from '#lib/changes/plan-context.ts';
import type { WallTime } from '#lib/kernel/day.ts';
import { type Problem, problem } from '#lib/kernel/problem.ts';
import { typedTime } from '#lib/orders/import/typed-cell.ts';

export type TypedMoment =
  | { readonly ok: true; readonly at: WallTime }
  | { readonly ok: false; readonly refusal: Problem };

/** @param notBefore when the ticket came; null for a new one. */
export function readMoment(
  { clock, words }: PlanContext,
  text: string | null,
  notBefore: WallTime | null,
): TypedMoment {
  const now = clock.wallTimeOf(clock.now);
  if (text === null) return { ok: true, at: notBefore !== null && now < notBefore ? notBefore : now };
  const at = typedTime(/^\d{1,2}[:h]\d{2}$/.test(text) ? `${clock.today} ${text}` : text);
  const refuse = (refusal: Problem): TypedMoment => ({ ok: false, refusal });
  if (at === null) return refuse(problem('ticketMomentBad', { value: text }));
  if (at > now) return refuse(problem('ticketMomentAhead', { value: text }));
  if (notBefore === null || at >= notBefore) return { ok: true, at };
  return refuse(problem('ticketMomentTooEarly', { value: text, receivedAt: words.formatWallTime(notBefore) }));
}
