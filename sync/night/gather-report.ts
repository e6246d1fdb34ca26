// What the night did, gathered for the printer and for --json. It counts; it decides nothing.
import type { RequestResult } from '#lib/billing/plan-request-results.ts';
import type { Problem } from '#lib/kernel/problem.ts';
import type { NightPlan } from '#lib/night/plan-night.ts';
import { cellName } from '#lib/tables/definition/grid.ts';
import type { WorkbookState } from '#lib/tables/tables.ts';
import type { NightReport, PointsTotals } from '#sync/report/night-report.ts';
import type { NightDeps } from '#sync/run-night.ts';
import type { ReadWorkbook } from '#sync/sheets/read-workbook.ts';

export type NightProgress = (event: {
  readonly step: 'read' | 'stripe' | 'requests' | 'plan' | 'write';
  readonly kind?: string;
  readonly done?: number;
  readonly total?: number;
}) => void;

export interface ReportParts {
  readonly deps: NightDeps;
  readonly read: ReadWorkbook;
  readonly plan: NightPlan;
  readonly committed: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
  readonly requests: readonly RequestResult[];
  readonly preview: readonly string[];
  readonly elapsedMs: () => number;
}

export function gatherReport(parts: ReportParts): NightReport {
  const { deps, read, plan, committed } = parts;
  const { sheets, stripe, clock, words } = deps;
  const steps = plan.steps.map(({ key, plan: { changes } }) => ({
    key,
    label: { ...words.billingSteps, ...words.night.steps }[key],
    planned: changes.length,
    committed: committed.get(key) ?? 0,
    skipped: null,
  }));
  return {
    startedAt: clock.now,
    today: clock.today,
    dryRun: deps.dryRun,
    workbook: { title: read.title, url: read.url },
    stripeMode: stripe.mode,
    steps,
    problems: parts.problems,
    disagreements: disagreementsOf(plan.after),
    requests: outcomesOf(parts.requests, plan.after),
    waitingRequests: waitingOf(plan.after),
    failedPayments: failedPaymentsOf(plan.after),
    points: pointsOf(plan),
    calls: { stripe: stripe.traffic.calls, sheetsRead: sheets.traffic.reads, sheetsWrite: sheets.traffic.writes },
    bytes: {
      stripe: stripe.traffic.bytesSent + stripe.traffic.bytesReceived,
      sheets: sheets.traffic.bytesSent + sheets.traffic.bytesReceived,
    },
    seconds: Math.round(parts.elapsedMs() / 100) / 10,
    // KiB on Linux and macOS alike in Node.
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    preview: parts.preview,
  };
}

function disagreementsOf({ reconciliation }: WorkbookState): NightReport['disagreements'] {
  return reconciliation.rows
    .filter((row) => row.status === 'open' && row.kind !== 'summary')
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      what: row.what,
      rightSide: row.rightSide,
      done: row.done,
      since: row.since,
      at: { tab: reconciliation.title, cell: cellName(row.rowIndex, reconciliation.columnIndexOf.get('what') ?? 0) },
    }))
    .reverse();
}

function failedPaymentsOf({ invoices }: WorkbookState): NightReport['failedPayments'] {
  return invoices.rows
    .filter((row) => row.recovery === 'grace' || row.recovery === 'overdue')
    .map((row) => ({
      invoiceId: row.id,
      customerId: row.customerId,
      dueCents: row.totalCents - row.paidCents,
      firstFailedOn: row.firstFailedOn,
      retryOn: row.retryOn,
      graceUntil: row.graceUntil,
      recovery: row.recovery,
    }));
}

/** Of the ledger rows that this night appends. */
function pointsOf(plan: NightPlan): PointsTotals {
  const totals = { earned: 0, restored: 0, clawedBack: 0, expired: 0 };
  const appended = new Set(
    plan.steps
      .flatMap((step) => step.plan.changes)
      .flatMap((change) => (change.kind === 'append' && change.table === 'points' ? [change.id] : [])),
  );
  for (const row of plan.after.points.rows) {
    if (!appended.has(row.id)) continue;
    if (row.kind === 'earn') totals.earned += row.points;
    else if (row.kind === 'restore') totals.restored += row.points;
    else if (row.kind === 'clawback') totals.clawedBack -= row.points;
    else if (row.kind === 'expire') totals.expired -= row.points;
  }
  return totals;
}

function outcomesOf(results: readonly RequestResult[], { requests }: WorkbookState): NightReport['requests'] {
  return results.flatMap(({ requestId, status, effectiveOn, text }) => {
    const row = requests.byId.get(requestId);
    if (row === undefined || status === 'queued') return [];
    return [{ id: requestId, kind: row.kind, subscriptionId: row.subscriptionId, status, effectiveOn, result: text }];
  });
}

function waitingOf({ requests }: WorkbookState): NightReport['waitingRequests'] {
  return requests.rows
    .filter(({ status }) => status === 'queued')
    .map(({ id, kind, subscriptionId, effectiveOn, result }) => ({ id, kind, subscriptionId, effectiveOn, result }));
}
