/**
 * The one error this server answers with: Google's error body. Whatever else is thrown is a bug of the server and is
 * answered as 500 INTERNAL.
 */

export type ApiStatus =
  | 'INVALID_ARGUMENT'
  | 'UNAUTHENTICATED'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'RESOURCE_EXHAUSTED'
  | 'INTERNAL'
  | 'UNAVAILABLE';

const httpCodes: Record<ApiStatus, number> = {
  INVALID_ARGUMENT: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

export class ApiError extends Error {
  readonly status: ApiStatus;
  readonly code: number;
  readonly details: readonly object[];

  constructor(status: ApiStatus, message: string, details: readonly object[] = []) {
    super(message);
    this.status = status;
    this.code = httpCodes[status];
    this.details = details;
  }

  /** The body as Google sends it. */
  toBody(): object {
    const { code, message, status, details } = this;
    return { error: { code, message, status, ...(details.length > 0 && { details }) } };
  }
}

/** A 400 whose message stands alone. */
export function invalid(message: string): ApiError {
  return new ApiError('INVALID_ARGUMENT', message);
}

/** A 400 with the violated field, as Google's JSON parser answers. */
export function invalidField(field: string, description: string, message = description): ApiError {
  const violation = { field, description };
  return new ApiError('INVALID_ARGUMENT', message, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [violation] },
  ]);
}
