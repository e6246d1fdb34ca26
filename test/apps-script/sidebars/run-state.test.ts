// The sidebar's states: where each answer and each failure leads, and that no click does anything twice.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainFailure } from '#addon/sidebars/call-server.ts';
import { nextState, type RunEvent, type RunState, startState } from '#addon/sidebars/run-state.ts';
import type { OpenAnswer, Preview } from '#lib/actions/screen.ts';
import { sidebar } from '#lib/text/fr/sidebar.ts';

const open: OpenAnswer = {
  run: { action: 'remove-stock', actionId: 'a-1', selection: null },
  form: { title: 'Perte', intro: null, hints: [], isReading: false, fields: [], initial: { quantity: '1' } },
  who: 'Léa',
};
const preview: Preview = {
  now: '2026-11-22T09:00:00Z',
  summary: 'Fait.',
  refusals: [],
  warnings: [],
  lines: [],
  changes: [],
  effects: [],
};
const refused: Preview = { ...preview, refusals: ['Impossible.'] };

const opened: RunEvent = { kind: 'opened', open };
const asked: RunEvent = { kind: 'preview-asked' };
const shown: RunEvent = { kind: 'previewed', answer: { kind: 'preview', preview } };
const confirmed: RunEvent = { kind: 'confirmed' };
const done: RunEvent = { kind: 'committed', answer: { kind: 'done', summary: 'Fait.', notes: [], effects: [] } };
const failed: RunEvent = { kind: 'call-failed', error: 'Coupé.' };

const stateAfter = (...events: readonly RunEvent[]): RunState => events.reduce(nextState, startState);

describe('where events lead', () => {
  test.each<[string, readonly RunEvent[], RunState['kind']]>([
    ['opens', [opened], 'filling'],
    ['asks who acts', [{ kind: 'opened', open: { ...open, who: '' } }], 'asking-who'],
    [
      'knows who acts',
      [
        { kind: 'opened', open: { ...open, who: '' } },
        { kind: 'who-said', who: 'Léa' },
      ],
      'filling',
    ],
    ['previews', [opened, asked], 'previewing'],
    ['shows', [opened, asked, shown], 'confirming'],
    ['finds mistakes', [opened, asked, { kind: 'previewed', answer: { kind: 'invalid', problems: [] } }], 'filling'],
    ['goes back', [opened, asked, shown, { kind: 'went-back' }], 'filling'],
    ['commits', [opened, asked, shown, confirmed], 'committing'],
    ['has done', [opened, asked, shown, confirmed, done], 'done'],
    [
      'does not commit what is refused',
      [opened, asked, { kind: 'previewed', answer: { kind: 'preview', preview: refused } }, confirmed],
      'confirming',
    ],
    [
      'shows again what changed',
      [opened, asked, shown, confirmed, { kind: 'committed', answer: { kind: 'changed', notice: 'Changé.', preview } }],
      'confirming',
    ],
    ['fails to open', [failed], 'failed'],
    ['tries again', [failed, { kind: 'restarted' }], 'opening'],
  ])('%s', (_, events, kind) => {
    expect(stateAfter(...events).kind).toBe(kind);
  });

  test('a failure goes back to where the person was, with the same run and what was typed', () => {
    const raw = { quantity: '3' };
    const typed = [opened, { kind: 'edited', raw }, asked] as const;
    expect(stateAfter(...typed, failed)).toMatchObject({ kind: 'filling', raw, error: 'Coupé.' });
    const failedCommit = stateAfter(...typed, shown, confirmed, failed);
    expect(failedCommit).toMatchObject({ kind: 'confirming', raw, preview, error: 'Coupé.', open: { run: open.run } });
  });
});

test('law: repeating an event right away changes nothing', () => {
  const event = fc.constantFrom(opened, asked, shown, confirmed, done, failed);
  fc.assert(
    fc.property(fc.array(event), event, (events, last) => {
      const once = stateAfter(...events, last);
      if (last !== failed) expect(nextState(once, last)).toEqual(once);
    }),
  );
});

describe('a failed call is explained', () => {
  test.each([
    [
      'ScriptError: We’re sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.',
      sidebar.severalAccounts,
    ],
    ['ScriptError: Authorization is required to perform that action.', sidebar.notAuthorised],
    ['Exceeded maximum execution time', sidebar.tookTooLong],
    ['NetworkError: Connection failure due to HTTP 0', sidebar.connection],
    ['Boum', sidebar.callFailed({ message: 'Boum' })],
  ])('%s', (message, sentence) => {
    expect(explainFailure(new Error(message))).toBe(sentence);
  });
});
