// A file that people exported, as text: UTF-8, or the Windows encoding that spreadsheets still write in France.
import { readFile } from 'node:fs/promises';
import { Failure } from '#sync/failure.ts';
import { importWords } from './import-words.ts';

/** @throws Failure of kind config when there is no such file. */
export async function readTextFile(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new Failure('config', importWords.unreadable({ file }), error);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
