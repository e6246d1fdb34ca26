// A broken assumption of our own code: a Bug, never a user's mistake (that is a Problem) nor the outside world's (a Failure).

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${message}`);
}

/** Makes a switch over a union exhaustive at compile time. */
export function assertNever(value: never): never {
  throw new Error(`Bug: unexpected ${JSON.stringify(value)}`);
}
