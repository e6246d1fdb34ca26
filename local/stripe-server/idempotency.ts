/**
 * Stored answers to POST requests, by their idempotency key, for 24 hours of world time. What failed before it was
 * executed is not stored, so that a corrected request may use the key again.
 */
import { DAY_SECONDS } from './calendar.ts';
import { idempotencyMismatch } from './stripe-refusal.ts';

export interface StoredAnswer {
  readonly key: string;
  readonly fingerprint: string;
  readonly createdSeconds: number;
  readonly status: number;
  readonly text: string;
  readonly requestId: string;
}

export interface IdempotencyStore {
  /** The first answer to the same request; another request under the same key throws Stripe's error. */
  find(key: string, fingerprint: string, nowSeconds: number): StoredAnswer | null;
  keep(answer: StoredAnswer): void;
  all(): readonly StoredAnswer[];
}

export function createIdempotencyStore(saved: readonly StoredAnswer[] = []): IdempotencyStore {
  const answers = new Map(saved.map((answer) => [answer.key, answer]));
  return {
    find: (key, fingerprint, nowSeconds) => {
      const answer = answers.get(key);
      if (answer === undefined) return null;
      if (nowSeconds - answer.createdSeconds >= DAY_SECONDS) {
        answers.delete(key);
        return null;
      }
      if (answer.fingerprint !== fingerprint) throw idempotencyMismatch(key);
      return answer;
    },
    keep: (answer) => {
      answers.set(answer.key, answer);
    },
    all: () => [...answers.values()],
  };
}
