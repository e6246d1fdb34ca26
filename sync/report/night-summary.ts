// The night's report as one JSON object for programs: figures, no text to parse, nothing personal.
import type { NightCalls, NightReport } from './night-report.ts';

export interface NightSummary {
  readonly planned: number;
  readonly committed: number;
  readonly problems: number;
  readonly disagreements: number;
  readonly failedPayments: number;
  readonly requests: number;
  readonly waitingRequests: number;
  readonly points: NightReport['points'];
  readonly calls: NightCalls;
  /** Received and sent over both services. */
  readonly bytes: number;
  readonly seconds: number;
  readonly peakRssMb: number;
  readonly dryRun: boolean;
  /** By step key, the row changes. */
  readonly steps: Readonly<Record<string, { readonly planned: number; readonly committed: number }>>;
}

export function nightSummary(report: NightReport): NightSummary {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    planned: sum(report.steps.map(({ planned }) => planned)),
    committed: sum(report.steps.map(({ committed }) => committed)),
    problems: report.problems.length,
    disagreements: report.disagreements.length,
    failedPayments: report.failedPayments.length,
    requests: report.requests.length,
    waitingRequests: report.waitingRequests.length,
    points: report.points,
    calls: report.calls,
    bytes: report.bytes.stripe + report.bytes.sheets,
    seconds: report.seconds,
    peakRssMb: report.peakRssMb,
    dryRun: report.dryRun,
    steps: Object.fromEntries(report.steps.map(({ key, planned, committed }) => [key, { planned, committed }])),
  };
}
