/**
 * How often each endpoint was asked and how many bytes went in and out: the job's cost, for tests and benches.
 */

export interface EndpointCount {
  readonly endpoint: string;
  readonly requests: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

export interface RequestLog {
  count(endpoint: string, bytesIn: number, bytesOut: number): void;
  /** In order of first use; `GET /v1/invoices/:id` is one endpoint. */
  endpoints(): readonly EndpointCount[];
  readonly total: number;
  reset(): void;
}

export function createRequestLog(): RequestLog {
  const counts = new Map<string, EndpointCount>();
  return {
    count: (endpoint, bytesIn, bytesOut) => {
      const old = counts.get(endpoint) ?? { endpoint, requests: 0, bytesIn: 0, bytesOut: 0 };
      counts.set(endpoint, {
        endpoint,
        requests: old.requests + 1,
        bytesIn: old.bytesIn + bytesIn,
        bytesOut: old.bytesOut + bytesOut,
      });
    },
    endpoints: () => [...counts.values()],
    get total() {
      return [...counts.values()].reduce((sum, count) => sum + count.requests, 0);
    },
    reset: () => counts.clear(),
  };
}
