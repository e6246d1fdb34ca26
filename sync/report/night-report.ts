// What one night did, as data: the run hands it back, the printer shows it, `--json` sums it up. It holds what a person must
// be told and nothing secret; customers are named by their row id, never by name or address.
import type { Day, Instant } from '#lib/kernel/day.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { RowOf } from '#lib/tables/tables.ts';

export interface NightReport {
  readonly startedAt: Instant;
  readonly today: Day;
  /** Everything was planned and nothing written. */
  readonly dryRun: boolean;
  readonly workbook: { readonly title: string; readonly url: string | null };
  readonly stripeMode: 'live' | 'test';
  /** In the order in which they ran. */
  readonly steps: readonly NightStep[];
  readonly problems: readonly Problem[];
  /** The open rows of Rapprochement, newest first. */
  readonly disagreements: readonly Disagreement[];
  /** The requests that were carried out, refused or failed tonight. */
  readonly requests: readonly RequestOutcome[];
  /** The requests that are still queued after tonight. */
  readonly waitingRequests: readonly WaitingRequest[];
  /** Invoices whose payment failed and that are not settled yet. */
  readonly failedPayments: readonly FailedPayment[];
  readonly points: PointsTotals;
  readonly calls: NightCalls;
  /** Received and sent, headers left out. */
  readonly bytes: { readonly stripe: number; readonly sheets: number };
  readonly seconds: number;
  readonly peakRssMb: number;
  /** What would be written, when `dryRun`; a sentence each, in French. */
  readonly preview: readonly string[];
}

export interface NightStep {
  /** Stable, for `--json`: mirror, adopt, points, requests … */
  readonly key: string;
  /** What a person reads. */
  readonly label: string;
  /** Row changes (a row appended or updated counts one). */
  readonly planned: number;
  /** Row changes written; equal to `planned` unless the night is dry or was cut short. */
  readonly committed: number;
  /** Why the step was left out; null when it ran. */
  readonly skipped: string | null;
}

export interface Disagreement {
  readonly id: string;
  readonly kind: RowOf<'reconciliation'>['kind'];
  readonly subject: string;
  readonly what: string;
  readonly rightSide: RowOf<'reconciliation'>['rightSide'];
  readonly done: string | null;
  readonly since: Day;
  /** Tab as people call it, and cell, of the row in Rapprochement; null when it is not written yet. */
  readonly at: { readonly tab: string; readonly cell: string } | null;
}

export interface RequestOutcome {
  readonly id: string;
  readonly kind: RowOf<'requests'>['kind'];
  readonly subscriptionId: string;
  readonly status: 'done' | 'refused' | 'failed';
  readonly effectiveOn: Day | null;
  readonly result: string;
}

export interface WaitingRequest {
  readonly id: string;
  readonly kind: RowOf<'requests'>['kind'];
  readonly subscriptionId: string;
  /** The day it waits for, when one is known. */
  readonly effectiveOn: Day | null;
  /** Why it waits; null when it waits for another request of the same subscription. */
  readonly result: string | null;
}

export interface FailedPayment {
  readonly invoiceId: string;
  readonly customerId: string;
  readonly dueCents: number;
  readonly firstFailedOn: Day | null;
  readonly retryOn: Day | null;
  readonly graceUntil: Day | null;
  readonly recovery: RowOf<'invoices'>['recovery'];
}

/** Points of tonight's entries, each a count of points ≥ 0. */
export interface PointsTotals {
  readonly earned: number;
  readonly restored: number;
  readonly clawedBack: number;
  readonly expired: number;
}

export interface NightCalls {
  readonly stripe: number;
  readonly sheetsRead: number;
  readonly sheetsWrite: number;
}
