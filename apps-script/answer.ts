// The edge towards `google.script.run`: JSON text in, JSON text out, and no raw exception ever reaches a person.
import type { Answer, ServerCalls } from '#lib/actions/screen.ts';
import { Failure } from './failure.ts';
import { isRightMissing } from './google-errors.ts';
import { words } from './words.ts';

export function answering<Name extends keyof ServerCalls>(
  serve: (request: ServerCalls[Name]['request']) => ServerCalls[Name]['value'],
): (json: string) => string {
  return (json) => JSON.stringify(answerOf(() => serve(JSON.parse(json) as ServerCalls[Name]['request'])));
}

function answerOf<Value>(serve: () => Value): Answer<Value> {
  try {
    return { ok: true, value: serve() };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, message: error.message };
    if (isRightMissing(error)) return { ok: false, message: words.addon.rightMissing };
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, message: words.addon.unexpected({ message }) };
  }
}
