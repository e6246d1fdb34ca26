/**
 * Objects that are a range with an id: bands, protections, named ranges; and the basic filter, one a sheet.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { mergeByMask } from '../schema/field-mask.ts';
import { parseCells, resolveGridRange, type Span } from '../workbook/a1.ts';
import { objectIds } from '../workbook/object-ids.ts';
import type { BandedRange, GridRange, NamedRange, ProtectedRange, Sheet } from '../workbook/workbook.ts';
import { type RequestContext, type RequestHandler, refuse, required, requiredMask } from './request-context.ts';

export const addBanding: RequestHandler<sheets_v4.Schema$AddBandingRequest> = (request, context) => {
  const given = required(request.bandedRange, 'banded_range', context);
  const taken = objectIds(context.draft).bandedRanges;
  const bandedRangeId = chooseId(given.bandedRangeId, taken, 'banded range', context);
  const banded = { ...given, bandedRangeId };
  checkBanding(banded, context);
  context.draft.writableSheet(given.range?.sheetId).bandedRanges.push(banded);
  return { addBanding: { bandedRange: banded } };
};

export const updateBanding: RequestHandler<sheets_v4.Schema$UpdateBandingRequest> = (request, context) => {
  const mask = requiredMask(request.fields, 'BandedRange', context);
  const update = required(request.bandedRange, 'banded_range', context);
  const { sheet, index, object } = findBanding(update.bandedRangeId, context);
  const next = { ...mergeByMask(object, update, mask), bandedRangeId: object.bandedRangeId ?? 0 };
  sheet.bandedRanges.splice(index, 1);
  checkBanding(next, context);
  const target = context.draft.writableSheet(next.range?.sheetId);
  target.bandedRanges.splice(target === sheet ? index : target.bandedRanges.length, 0, next);
  return {};
};

export const deleteBanding: RequestHandler<sheets_v4.Schema$DeleteBandingRequest> = (request, context) => {
  const { sheet, index } = findBanding(request.bandedRangeId, context);
  sheet.bandedRanges.splice(index, 1);
  return {};
};

export const addProtectedRange: RequestHandler<sheets_v4.Schema$AddProtectedRangeRequest> = (request, context) => {
  const given = required(request.protectedRange, 'protected_range', context);
  const taken = objectIds(context.draft).protectedRanges;
  const protectedRangeId = chooseId(given.protectedRangeId, taken, 'protected range', context);
  const range = checkProtection(given, context);
  const protectedRange = storedProtection({ ...given, range, protectedRangeId });
  context.draft.writableSheet(range.sheetId).protectedRanges.push(protectedRange);
  return { addProtectedRange: { protectedRange } };
};

export const updateProtectedRange: RequestHandler<sheets_v4.Schema$UpdateProtectedRangeRequest> = (
  request,
  context,
) => {
  const mask = requiredMask(request.fields, 'ProtectedRange', context);
  const update = required(request.protectedRange, 'protected_range', context);
  const { sheet, index, object } = findProtection(update.protectedRangeId, context);
  const merged = { ...mergeByMask(object, update, mask), protectedRangeId: object.protectedRangeId ?? 0 };
  const range = checkProtection(merged, context);
  const next = storedProtection({ ...merged, range });
  sheet.protectedRanges.splice(index, 1);
  const target = context.draft.writableSheet(range.sheetId);
  target.protectedRanges.splice(target === sheet ? index : target.protectedRanges.length, 0, next);
  return {};
};

export const deleteProtectedRange: RequestHandler<sheets_v4.Schema$DeleteProtectedRangeRequest> = (
  request,
  context,
) => {
  const { sheet, index } = findProtection(request.protectedRangeId, context);
  sheet.protectedRanges.splice(index, 1);
  return {};
};

export const addNamedRange: RequestHandler<sheets_v4.Schema$AddNamedRangeRequest> = (request, context) => {
  const { draft } = context;
  const given = required(request.namedRange, 'named_range', context);
  const taken = objectIds(draft).namedRanges;
  if (given.namedRangeId && taken.has(given.namedRangeId)) {
    throw refuse(context, `A named range with ID ${given.namedRangeId} already exists.`);
  }
  const namedRangeId = given.namedRangeId ?? String(draft.newId((id) => taken.has(String(id))));
  const namedRange = { ...given, namedRangeId };
  checkNamedRange(namedRange, context);
  draft.namedRanges.push(namedRange);
  return { addNamedRange: { namedRange } };
};

export const updateNamedRange: RequestHandler<sheets_v4.Schema$UpdateNamedRangeRequest> = (request, context) => {
  const { draft } = context;
  const mask = requiredMask(request.fields, 'NamedRange', context);
  const update = required(request.namedRange, 'named_range', context);
  const index = indexOfName(update.namedRangeId, context);
  const before = draft.namedRanges[index] ?? {};
  const next = { ...mergeByMask(before, update, mask), namedRangeId: before.namedRangeId ?? '' };
  checkNamedRange(next, context);
  draft.namedRanges[index] = next;
  return {};
};

export const deleteNamedRange: RequestHandler<sheets_v4.Schema$DeleteNamedRangeRequest> = (request, context) => {
  context.draft.namedRanges.splice(indexOfName(request.namedRangeId, context), 1);
  return {};
};

export const setBasicFilter: RequestHandler<sheets_v4.Schema$SetBasicFilterRequest> = (request, context) => {
  const filter = required(request.filter, 'filter', context);
  const range = required(filter.range, 'filter.range', context);
  const sheet = context.draft.writableSheet(range.sheetId);
  resolveGridRange(sheet, range, `${context.label}.filter.range`);
  sheet.basicFilter = filter;
  return {};
};

export const clearBasicFilter: RequestHandler<sheets_v4.Schema$ClearBasicFilterRequest> = (request, context) => {
  context.draft.writableSheet(request.sheetId).basicFilter = undefined;
  return {};
};

/** The id given, unless it is in use (which refuses the batch), or a fresh one. */
export function chooseId(
  given: number | null | undefined,
  taken: ReadonlySet<number>,
  noun: string,
  context: RequestContext,
): number {
  if (typeof given !== 'number') return context.draft.newId((id) => taken.has(id));
  if (taken.has(given)) throw refuse(context, `A ${noun} with ID ${given} already exists.`);
  return given;
}

function checkBanding(banded: BandedRange, context: RequestContext): void {
  const range = required(banded.range, 'banded_range.range', context);
  if (!banded.rowProperties && !banded.columnProperties) {
    throw refuse(context, 'Must specify at least one of row_properties and column_properties.');
  }
  const sheet = context.draft.sheet(range.sheetId);
  const span = resolveGridRange(sheet, range, `${context.label}.bandedRange.range`);
  const others = sheet.bandedRanges.filter(({ bandedRangeId }) => bandedRangeId !== banded.bandedRangeId);
  if (others.some((other) => other.range && overlaps(span, resolveGridRange(sheet, other.range)))) {
    throw refuse(
      context,
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
}

/** Editors are ignored, says the documentation, where a protection only warns. */
function storedProtection({ editors, ...given }: ProtectedRange): ProtectedRange {
  return { ...given, ...(editors && !given.warningOnly && { editors }), requestingUserCanEdit: true };
}

/** The protected range, also when it is given by a named range; throws when it names none or both. */
function checkProtection(given: ProtectedRange, context: RequestContext): GridRange {
  const named = context.draft.namedRanges.find(({ namedRangeId }) => namedRangeId === given.namedRangeId);
  if (given.tableId) throw refuse(context, 'The local server does not implement tables.');
  if (given.namedRangeId && named === undefined) throw refuse(context, `No named range with ID: ${given.namedRangeId}`);
  const range = required(given.range ?? named?.range, 'protected_range.range', context);
  const sheet = context.draft.sheet(range.sheetId);
  const span = resolveGridRange(sheet, range, `${context.label}.protectedRange.range`);
  for (const open of given.unprotectedRanges ?? []) {
    const isWhole = span.bottom - span.top === sheet.rowCount && span.right - span.left === sheet.columnCount;
    if (!isWhole) throw refuse(context, 'Unprotected ranges can only be set on protected sheets.');
    resolveGridRange(context.draft.sheet(open.sheetId), open, `${context.label}.protectedRange.unprotectedRanges`);
  }
  return range;
}

function checkNamedRange(named: NamedRange, context: RequestContext): void {
  const { name, range, namedRangeId } = named;
  const isReference = name !== null && name !== undefined && parseCells(name) !== undefined;
  if (!name || !/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || isReference || /^(true|false)$/i.test(name)) {
    throw refuse(context, `Invalid name: ${name ?? ''}`);
  }
  const grid = required(range, 'named_range.range', context);
  resolveGridRange(context.draft.sheet(grid.sheetId), grid, `${context.label}.namedRange.range`);
  const holder = context.draft.namedRanges.find((other) => other.name?.toLowerCase() === name.toLowerCase());
  if (holder !== undefined && holder.namedRangeId !== namedRangeId) {
    throw refuse(context, `A named range with name "${name}" already exists.`);
  }
}

function indexOfName(namedRangeId: string | null | undefined, context: RequestContext): number {
  const index = context.draft.namedRanges.findIndex((named) => named.namedRangeId === namedRangeId);
  if (index < 0) throw refuse(context, `No named range with ID: ${namedRangeId ?? ''}`);
  return index;
}

interface Found<T> {
  readonly sheet: Sheet;
  readonly index: number;
  readonly object: T;
}

function findBanding(id: number | null | undefined, context: RequestContext): Found<BandedRange> {
  for (const { sheetId, bandedRanges } of context.draft.sheets) {
    const index = bandedRanges.findIndex(({ bandedRangeId }) => bandedRangeId === (id ?? 0));
    const object = bandedRanges[index];
    if (object !== undefined) return { sheet: context.draft.writableSheet(sheetId), index, object };
  }
  throw refuse(context, `No banded range with ID: ${id ?? 0}`);
}

function findProtection(id: number | null | undefined, context: RequestContext): Found<ProtectedRange> {
  for (const { sheetId, protectedRanges } of context.draft.sheets) {
    const index = protectedRanges.findIndex(({ protectedRangeId }) => protectedRangeId === (id ?? 0));
    const object = protectedRanges[index];
    if (object !== undefined) return { sheet: context.draft.writableSheet(sheetId), index, object };
  }
  throw refuse(context, `No protected range with ID: ${id ?? 0}`);
}

export function overlaps(a: Span, b: Span): boolean {
  return a.sheetId === b.sheetId && a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
}
