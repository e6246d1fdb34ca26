/**
 * Turns the text tables of this folder into message types. Notation, one message a paragraph (continuation lines are
 * indented): `Message field:type …`; types are s (string), b (boolean), i (32-bit integer), n (number), any, mask
 * (a field mask), (A|B) an enum, map<Type>, refused (known to Google, not implemented here), another message's name;
 * each `[]` after a type makes a list of it.
 */
import { cellTypes } from './cell-types.ts';
import { chartTypes } from './chart-types.ts';
import { requestTypes } from './request-types.ts';
import { responseTypes } from './response-types.ts';
import { sheetTypes } from './sheet-types.ts';
import { valuesTypes } from './values-types.ts';

export type FieldType =
  | { readonly kind: 'string' | 'boolean' | 'integer' | 'number' | 'any' | 'mask' | 'refused' }
  | { readonly kind: 'enum'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'message'; readonly name: string }
  | { readonly kind: 'list'; readonly item: FieldType }
  | { readonly kind: 'map'; readonly item: FieldType };

export type MessageType = ReadonlyMap<string, FieldType>;

const scalarKinds = {
  s: 'string',
  b: 'boolean',
  i: 'integer',
  n: 'number',
  any: 'any',
  mask: 'mask',
  refused: 'refused',
} as const;

/** The message type of that name; an unknown name is a bug of this server and throws. */
export function messageType(name: string): MessageType {
  const type = messageTypes.get(name);
  if (type === undefined) throw new Error(`No message type ${name}`);
  return type;
}

const messageTypes = new Map<string, MessageType>(
  [cellTypes, chartTypes, sheetTypes, valuesTypes, requestTypes, responseTypes].flatMap(parseTable),
);

function parseTable(table: string): [string, MessageType][] {
  return table
    .trim()
    .split(/\n(?! )/)
    .map((paragraph) => {
      const [name = '', ...fields] = paragraph.split(/\s+/);
      return [name, new Map(fields.map(parseField))];
    });
}

function parseField(text: string): [string, FieldType] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), parseType(text.slice(colon + 1))];
}

function parseType(text: string): FieldType {
  if (text.endsWith('[]')) return { kind: 'list', item: parseType(text.slice(0, -2)) };
  if (text.startsWith('(')) return { kind: 'enum', values: new Set(text.slice(1, -1).split('|')) };
  if (text.startsWith('map<')) return { kind: 'map', item: parseType(text.slice(4, -1)) };
  if (Object.hasOwn(scalarKinds, text)) return { kind: scalarKinds[text as keyof typeof scalarKinds] };
  return { kind: 'message', name: text };
}
