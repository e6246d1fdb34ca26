/**
 * The control endpoints under /_local/, for programs in another process: faults, a person's edits, figures. They are not
 * Google's and never will be; nothing outside tests, demo and bench may call them.
 */
import { z } from 'zod';
import { invalid } from '../schema/api-error.ts';
import type { CallCounts } from './call-counts.ts';
import type { CallHooks } from './call-hooks.ts';
import { type FaultKind, type FaultQueue, faultKinds } from './faults.ts';
import type { Person } from './person.ts';
import type { QuotaOptions } from './quota.ts';
import type { WorkbookSession } from './workbook-session.ts';

const match = z.string().default('any');
const editBody = z.strictObject({ range: z.string(), text: z.string(), beforeNext: z.string().optional() });
const rowBody = z.strictObject({ sheetId: z.number(), row: z.number().min(1), beforeNext: z.string().optional() });
const faultBody = z.strictObject({
  kind: z.enum(faultKinds as [FaultKind, ...FaultKind[]]),
  match,
  times: z.number().min(1).default(1),
  afterMs: z.number().min(0).default(0),
});
const quotaBody = z.strictObject({ readsPerMinute: z.number(), writesPerMinute: z.number() }).nullable();

export interface ControlParts {
  readonly session: WorkbookSession;
  readonly faults: FaultQueue;
  readonly hooks: CallHooks;
  readonly counts: CallCounts;
  readonly person: Person;
  setQuota(quota: QuotaOptions | null): void;
}

/** Answers a control call; undefined for an unknown one. `beforeNext` delays an edit until right before such a call. */
export function createControl(
  parts: ControlParts,
): (verb: string, path: string, bodyText: string) => object | undefined {
  const { session, faults, hooks, counts, person } = parts;
  const doEdit = (beforeNext: string | undefined, act: () => void): object => {
    if (beforeNext === undefined) act();
    else hooks.beforeNext(beforeNext, act);
    return {};
  };
  const controls: Readonly<Record<string, (body: unknown) => object>> = {
    'GET /_local/stats': () => ({
      requests: counts,
      revision: session.revision(),
      pendingFaults: faults.pending(),
      rssBytes: process.memoryUsage.rss(),
    }),
    'POST /_local/faults': (body) => {
      faults.add(check(faultBody, body));
      return { pending: faults.pending() };
    },
    'DELETE /_local/faults': () => {
      faults.clear();
      return {};
    },
    'POST /_local/quota': (body) => {
      parts.setQuota(check(quotaBody, body));
      return {};
    },
    'POST /_local/person/edit': (body) => {
      const { range, text, beforeNext } = check(editBody, body);
      return doEdit(beforeNext, () => {
        person.edit(range, text);
      });
    },
    'POST /_local/person/insert-row': (body) => {
      const { sheetId, row, beforeNext } = check(rowBody, body);
      return doEdit(beforeNext, () => {
        person.insertRow(sheetId, row);
      });
    },
    'POST /_local/person/delete-row': (body) => {
      const { sheetId, row, beforeNext } = check(rowBody, body);
      return doEdit(beforeNext, () => {
        person.deleteRow(sheetId, row);
      });
    },
    'POST /_local/snapshot': () => {
      session.snapshot();
      return { revision: session.revision() };
    },
  };
  return (verb, path, bodyText) => controls[`${verb} ${path}`]?.(parseJson(bodyText));
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw invalid('The body is not JSON.');
  }
}

function check<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  return parsed.data;
}
