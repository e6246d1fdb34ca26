// `google.script.run`, typed and as promises: JSON text each way, and every failure as a sentence a person can act on.
import type { Answer, ServerCalls } from '#lib/actions/screen.ts';
import { words } from './words.ts';

interface Runner {
  readonly withSuccessHandler: (handle: (json: string) => void) => Runner;
  readonly withFailureHandler: (handle: (error: unknown) => void) => Runner;
}
type Functions = { readonly [Name in keyof ServerCalls]: (json: string) => void };

declare const google: {
  readonly script: {
    readonly run: Runner & Functions;
    readonly host: { readonly close: () => void };
  };
};

/** What went wrong, as it is to be shown. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
}

export function callServer<Name extends keyof ServerCalls>(
  name: Name,
  request: ServerCalls[Name]['request'],
): Promise<ServerCalls[Name]['value']> {
  return new Promise((resolve, reject) => {
    const run = google.script.run
      .withSuccessHandler((json) => {
        const answer = JSON.parse(json) as Answer<ServerCalls[Name]['value']>;
        if (answer.ok) resolve(answer.value);
        else reject(new CallFailure(answer.message));
      })
      .withFailureHandler((error) => reject(new CallFailure(explainFailure(error)))) as Runner & Functions;
    run[name](JSON.stringify(request));
  });
}

export function closeSidebar(): void {
  google.script.host.close();
}

/** Google's own failures, by the words it uses for them. */
export function explainFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/PERMISSION_DENIED|storage|drive\.google\.com|error code/i.test(message)) return words.severalAccounts;
  if (/authoriz|autoris|permission/i.test(message)) return words.notAuthorised;
  if (/Exceeded maximum execution time|durée d.exécution/i.test(message)) return words.tookTooLong;
  if (/NetworkError|network|réseau|HTTP 0/i.test(message)) return words.connection;
  return words.callFailed({ message });
}
