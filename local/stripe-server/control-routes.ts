/**
 * Endpoints of the local world, all under /_local/ and none of them Stripe's: play acts, move the clock, arm faults, read
 * the counts. They need no key; the server listens on the loopback only.
 */
import type { StripeAct } from '#demo/stripe-act.ts';
import type { ApiAnswer } from './answer-request.ts';
import type { Fault, Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';
import type { World } from './world.ts';

export interface Control {
  readonly world: World;
  readonly faults: Faults;
  readonly requests: RequestLog;
  play(acts: readonly StripeAct[]): void;
  advanceTo(instantMs: number): void;
}

/** POST /_local/acts, /_local/clock, /_local/faults; DELETE /_local/faults, /_local/stats; GET /_local/stats. */
export function answerControl(control: Control, method: string, path: string, body: string): ApiAnswer {
  const run = CONTROLS[`${method} ${path}`];
  if (run === undefined)
    return json(404, { error: `No ${method} ${path}; known: ${Object.keys(CONTROLS).join(', ')}` });
  try {
    return json(200, run(control, body === '' ? null : JSON.parse(body)) ?? {});
  } catch (error) {
    return json(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

const CONTROLS: Readonly<Record<string, (control: Control, body: unknown) => object | undefined>> = {
  'POST /_local/acts': (control, body) => {
    if (!Array.isArray(body)) throw new TypeError('acts must be a list');
    control.play(body as readonly StripeAct[]);
    return undefined;
  },
  'POST /_local/clock': (control, body) => {
    const { nowMs } = body as { readonly nowMs?: unknown };
    if (typeof nowMs !== 'number') throw new TypeError('nowMs must be milliseconds since the epoch');
    control.advanceTo(nowMs);
    return { nowSeconds: control.world.nowSeconds };
  },
  'POST /_local/faults': (control, body) => {
    for (const fault of Array.isArray(body) ? body : [body]) control.faults.add(fault as Fault);
    return { pending: control.faults.pending };
  },
  'DELETE /_local/faults': (control) => {
    control.faults.clear();
    return undefined;
  },
  'GET /_local/stats': (control) => ({
    nowSeconds: control.world.nowSeconds,
    requests: control.requests.total,
    endpoints: control.requests.endpoints(),
    objects: Object.fromEntries(
      Object.entries(control.world.tables).map(([name, table]) => [name, table.all().length]),
    ),
  }),
  'DELETE /_local/stats': (control) => {
    control.requests.reset();
    return undefined;
  },
};

function json(status: number, value: object): ApiAnswer {
  return { status, text: JSON.stringify(value), headers: {} };
}
