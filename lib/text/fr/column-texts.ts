// The shape of the headers and notes of some tables: a column without a header is a type error.
import type { TableKey, Tables } from '#lib/tables/tables.ts';

export type HeadersOf<Keys extends TableKey> = {
  readonly [Key in Keys]: { readonly [Name in keyof Tables[Key]['columns']]: string };
};

export type NotesOf<Keys extends TableKey> = {
  readonly [Key in Keys]?: { readonly [Name in keyof Tables[Key]['columns']]?: string };
};
