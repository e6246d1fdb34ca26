/**
 * Tables of cell formats and validation rules: equal objects get one number, so that a row stores a small integer for each
 * cell. A table only grows, and numbers mean nothing outside this process: stored files hold the objects themselves.
 */
import type { CellFormat, ValidationRule } from './workbook.ts';

export interface InternTable<T extends object> {
  /** The number of an object; 0 for undefined or an object without members. */
  numberOf(value: T | undefined): number;
  /** The object of a number; undefined for 0. */
  at(number: number | undefined): T | undefined;
}

export const cellFormats: InternTable<CellFormat> = createInternTable();
export const validationRules: InternTable<ValidationRule> = createInternTable();

function createInternTable<T extends object>(): InternTable<T> {
  const values: (T | undefined)[] = [undefined];
  const numbers = new Map<string, number>([['{}', 0]]);
  return {
    numberOf: (value) => {
      if (value === undefined) return 0;
      const key = JSON.stringify(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      values.push(value);
      numbers.set(key, values.length - 1);
      return values.length - 1;
    },
    at: (number) => (number === undefined ? undefined : values[number]),
  };
}
