/**
 * What the server was asked: calls by method, and bytes both ways. Tests and the bench read it; nothing else may depend on it.
 */

export interface CallCounts {
  reads: number;
  writes: number;
  bytesIn: number;
  bytesOut: number;
  /** Calls by method name, refused ones included. */
  readonly byMethod: Record<string, number>;
}

export function createCallCounts(): CallCounts {
  return { reads: 0, writes: 0, bytesIn: 0, bytesOut: 0, byMethod: {} };
}
