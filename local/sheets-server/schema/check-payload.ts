/**
 * Checks a JSON body against Google's message types, naming what is unknown or of a wrong type the way Google's JSON
 * parser does. In place, it also drops null members (protocol buffers read them as "absent"; members typed `any`, the cells
 * of a values list, keep theirs) and completes pairs of colours.
 */
import { invalid, invalidField } from './api-error.ts';
import { pairColors } from './pair-colors.ts';
import { type FieldType, messageType } from './parse-message-types.ts';

/** Throws ApiError 400 unless `body` is a message of that type. Paths are Google's: snake_case, list indexes. */
export function checkPayload(body: unknown, typeName: string): void {
  checkMessage(body, typeName, '');
}

function checkMessage(value: unknown, typeName: string, path: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrongType(path, `type.googleapis.com/google.apps.sheets.v4.${typeName}`, value);
  }
  const type = messageType(typeName);
  const message = value as Record<string, unknown>;
  for (const name in message) {
    const field = type.get(name);
    if (field === undefined) throw unknownName(name, path);
    const member = message[name];
    if (member === null) {
      delete message[name];
      continue;
    }
    // Scalars first and without building a path: a 2 MB batch has a hundred thousand of them.
    if (field.kind === 'string' && typeof member === 'string') continue;
    if (field.kind === 'number' && typeof member === 'number') continue;
    if (field.kind === 'boolean' && typeof member === 'boolean') continue;
    checkField(member, field, path === '' ? snakeCase(name) : `${path}.${snakeCase(name)}`);
  }
  pairColors(message, type);
}

function checkField(value: unknown, type: FieldType, path: string): void {
  switch (type.kind) {
    case 'any':
      return;
    case 'message':
      checkMessage(value, type.name, path);
      return;
    case 'list': {
      if (!Array.isArray(value)) throw wrongType(path, 'TYPE_LIST', value);
      const { item } = type;
      value.forEach((member: unknown, index) => {
        checkField(member, item, `${path}[${index}]`);
      });
      return;
    }
    case 'map':
      if (typeof value !== 'object') throw wrongType(path, 'TYPE_MAP', value);
      return;
    case 'enum':
      if (typeof value !== 'string' || !type.values.has(value)) throw wrongType(path, 'TYPE_ENUM', value);
      return;
    case 'refused':
      throw invalid(`The local server does not implement '${path}' (see local/sheets-server/COVERAGE.md).`);
    case 'string':
    case 'mask':
      if (typeof value !== 'string') throw wrongType(path, 'TYPE_STRING', value);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(path, 'TYPE_BOOL', value);
      return;
    case 'integer':
      if (!Number.isInteger(value) || Math.abs(value as number) > 0x7fffffff) {
        throw wrongType(path, 'TYPE_INT32', value);
      }
      return;
    case 'number':
      if (typeof value !== 'number') throw wrongType(path, 'TYPE_DOUBLE', value);
  }
}

function unknownName(name: string, path: string): Error {
  const where = path === '' ? '' : ` at '${path}'`;
  return invalidField(path, `Invalid JSON payload received. Unknown name "${name}"${where}: Cannot find field.`);
}

function wrongType(path: string, type: string, value: unknown): Error {
  const shown = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return invalidField(path, `Invalid value at '${path}' (${type}), ${shown}`);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
