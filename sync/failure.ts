// What ends a command before its work is done: the settings are wrong, another night is running, or the outside world
// failed. The message is one French line with the cure. A broken assumption of ours is a plain Error (a bug), not this.

export type FailureKind = 'config' | 'busy' | 'outside';

/** Documented in docs/deploy.md; 0 also when the data has problems, which are listed. */
export const exitCodes = { ok: 0, checkFailed: 1, config: 2, busy: 3, outside: 4, bug: 70 } as const;

export class Failure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Failure';
    this.kind = kind;
  }
}

/** The exit code of whatever a command threw. */
export function exitCodeOf(error: unknown): number {
  return error instanceof Failure ? exitCodes[error.kind] : exitCodes.bug;
}
