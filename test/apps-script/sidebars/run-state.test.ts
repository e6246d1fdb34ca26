// The sidebar's states: where each answer and each failure leads, and that no click does anything twice.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainFailure } from '#addon/sidebars/call-server.ts';
import { nextState, type RunEvent, type RunState, startState } from '#addon/sidebars/run-state.ts';
import type { FieldDescription, OpenAnswer, Preview, RawInput } from '#lib/actions/screen.ts';
import { sidebar } from '#lib/text/fr/sidebar.ts';

const open: OpenAnswer = {
  run: { action: 'remove-stock', actionId: 'a-1', selection: null },
  form: {
    title: 'Perte',
    intro: null,
    hints: [],
    isReading: false,
    startsFromRow: false,
    fields: [],
    initial: { quantity: '1' },
  },
  who: 'Léa',
};
const choice: FieldDescription = {
  name: 'template',
  label: 'Modèle',
  note: null,
  kind: 'choice',
  required: true,
  refreshes: true,
  min: null,
  max: null,
  options: [],
  columns: [],
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
const done: RunEvent = {
  kind: 'committed',
  answer: { kind: 'done', summary: 'Fait.', notes: [], effects: [], isWritten: true },
};
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

describe('an action that only shows', () => {
  const field = (required: boolean): FieldDescription => ({
    ...choice,
    name: 'customerId',
    refreshes: false,
    required,
  });
  const reading = (initial: RawInput, ...fields: FieldDescription[]): RunEvent => ({
    kind: 'opened',
    open: { ...open, form: { ...open.form, isReading: true, fields, initial } },
  });

  test.each<[string, RunEvent, RunState['kind']]>([
    ['without fields is shown at once', reading({}), 'previewing'],
    ['whose row was selected is shown at once', reading({ customerId: 'CLI-1' }, field(true)), 'previewing'],
    ['that lacks what it must know asks for it', reading({ customerId: '' }, field(true)), 'filling'],
    ['that may be narrowed is shown whole', reading({ customerId: '' }, field(false)), 'previewing'],
  ])('%s', (_, event, kind) => {
    expect(stateAfter(event).kind).toBe(kind);
  });

  test('is read again on demand, and an action that writes is not', () => {
    expect(stateAfter(reading({}), shown, { kind: 'shown-again' }).kind).toBe('previewing');
    expect(stateAfter(opened, asked, shown, { kind: 'shown-again' }).kind).toBe('confirming');
  });
});

describe('a form prepared again while it is filled', () => {
  const template = (value: string) => ({ template: value, body: '', note: '' });
  const form = { ...open.form, fields: [choice], initial: template('') };
  const begun: RunEvent = { kind: 'opened', open: { ...open, form } };
  const chosen = template('A');
  const edited = (raw: RawInput): RunEvent => ({ kind: 'edited', raw });
  const settled: RunEvent = { kind: 'settled' };
  const answered = (asked: RawInput, body: string): RunEvent => ({
    kind: 'refreshed',
    asked,
    form: { ...form, initial: { ...asked, body } },
  });

  test('asks when the choice changed, once', () => {
    expect(stateAfter(begun, settled)).toMatchObject({ refresh: null });
    const once = stateAfter(begun, edited(chosen), settled);
    expect(once).toMatchObject({ kind: 'filling', refresh: { raw: chosen } });
    expect(nextState(once, settled)).toBe(once);
    const after = nextState(once, answered(chosen, 'Texte de A'));
    expect(after).toMatchObject({ raw: { template: 'A', body: 'Texte de A' }, refresh: null });
    expect(nextState(after, settled)).toBe(after);
  });

  test('an answer to an earlier choice is dropped, in whatever order they come', () => {
    const second = template('B');
    const both = stateAfter(begun, edited(chosen), settled, edited(second), settled);
    const late = nextState(nextState(both, answered(second, 'Texte de B')), answered(chosen, 'Texte de A'));
    expect(late).toMatchObject({ raw: { template: 'B', body: 'Texte de B' }, refresh: null });
    expect(nextState(both, answered(chosen, 'Texte de A'))).toBe(both);
  });

  test('what was typed meanwhile is kept', () => {
    const typed = { ...chosen, note: 'tapé pendant ce temps' };
    const after = stateAfter(begun, edited(chosen), settled, edited(typed), answered(chosen, 'Texte de A'));
    expect(after).toMatchObject({ raw: { template: 'A', body: 'Texte de A', note: typed.note } });
  });

  test('a preview asked meanwhile waits for it', () => {
    const waiting = stateAfter(begun, edited(chosen), asked);
    expect(waiting).toMatchObject({ kind: 'filling', refresh: { thenPreview: true } });
    expect(nextState(waiting, answered(chosen, 'Texte de A'))).toMatchObject({
      kind: 'previewing',
      raw: { template: 'A', body: 'Texte de A' },
    });
  });

  test('a refusal is said and the choice is kept; leaving the field tries again', () => {
    const after = stateAfter(begun, edited(chosen), settled, {
      kind: 'refresh-failed',
      asked: chosen,
      error: 'Coupé.',
    });
    expect(after).toMatchObject({ kind: 'filling', raw: chosen, error: 'Coupé.', refresh: null });
    expect(nextState(after, settled)).toMatchObject({ error: null, refresh: { raw: chosen } });
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
