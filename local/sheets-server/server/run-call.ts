/**
 * One API call from its URL and body text to its answer: route, checks, method, field mask. No sockets here.
 */
import { ApiError, invalid } from '../schema/api-error.ts';
import { checkPayload } from '../schema/check-payload.ts';
import { parseFieldMask, project } from '../schema/field-mask.ts';
import { type ApiMethod, apiMethods } from './api-methods.ts';
import { matchRoute, type Route } from './match-route.ts';
import { parseQuery } from './query-parameters.ts';
import type { WorkbookSession } from './workbook-session.ts';

export interface PreparedCall {
  readonly route: Route;
  readonly method: ApiMethod;
  /** Carries the call out; throws ApiError when it is refused. */
  run(): object;
}

/** Finds the method of a URL; throws ApiError 404 for a path or spreadsheet that is not here. */
export function prepareCall(session: WorkbookSession, verb: string, url: URL, bodyText: string): PreparedCall {
  const route = matchRoute(verb, url.pathname);
  const method = route && apiMethods[route.method];
  if (route === undefined || method === undefined) {
    throw new ApiError('NOT_FOUND', `The local server has no method for ${verb} ${url.pathname}`);
  }
  return {
    route,
    method,
    run: () => {
      if (route.spreadsheetId !== session.workbook().spreadsheetId) {
        throw new ApiError('NOT_FOUND', 'Requested entity was not found.');
      }
      const query = parseQuery(url.searchParams, method.parameters);
      const fields = query.text('fields') || undefined;
      const mask = fields === undefined ? 'all' : parseFieldMask(fields, method.answerType);
      const body = parseBody(bodyText, method);
      const call = { session, target: route.target, query, body: body as never, mask, hasMask: fields !== undefined };
      return project(method.run(call), mask) as object;
    },
  };
}

function parseBody(text: string, { bodyType }: ApiMethod): unknown {
  if (bodyType === undefined) return undefined;
  let body: unknown;
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch (error) {
    throw invalid(`Invalid JSON payload received. ${error instanceof Error ? error.message : String(error)}`);
  }
  checkPayload(body, bodyType);
  return body;
}
