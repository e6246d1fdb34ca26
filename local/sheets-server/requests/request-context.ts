/**
 * What each request of a batch gets: the draft, its own place in the body (for Google's wording), its answer's place.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type ApiError, invalid } from '../schema/api-error.ts';
import { type FieldMask, parseFieldMask } from '../schema/field-mask.ts';
import { pairColorsInMask } from '../schema/pair-colors.ts';
import type { Draft } from '../workbook/draft.ts';

export type Reply = sheets_v4.Schema$Response;

export interface RequestContext {
  readonly draft: Draft;
  /** `Invalid requests[3].addSheet`, the start of each refusal. */
  readonly label: string;
}

/** Carries out one kind of request; throws ApiError 400 to refuse the whole batch. */
export type RequestHandler<T> = (request: T, context: RequestContext) => Reply;

export function refuse(context: RequestContext, message: string): ApiError {
  return invalid(`${context.label}: ${message}`);
}

/** The mandatory `fields` of an update request, checked against the message it updates. */
export function requiredMask(fields: string | null | undefined, typeName: string, context: RequestContext): FieldMask {
  if (!fields)
    throw refuse(context, "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  return pairColorsInMask(parseFieldMask(fields, typeName));
}

/** `value`, or a refusal that names the missing member. */
export function required<T>(value: T | null | undefined, name: string, context: RequestContext): T {
  if (value === null || value === undefined) throw refuse(context, `No ${name} specified.`);
  return value;
}
