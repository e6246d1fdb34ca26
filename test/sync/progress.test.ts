// Where a command stands: one line on a terminal, dated lines in a log.
import { expect, test } from 'vitest';
import { createProgress } from '#sync/progress.ts';

function written(columns: number | null): string {
  let text = '';
  const progress = createProgress(
    (part) => (text += part),
    columns,
    () => '2026-11-22T03:00:00Z',
  );
  progress.step('Lecture de Stripe');
  progress.detail('factures 1200');
  progress.step('Écriture dans le classeur');
  progress.end();
  return text;
}

test('in a log, one dated line a step', () => {
  expect(written(null)).toBe(
    '2026-11-22T03:00:00Z Lecture de Stripe\n2026-11-22T03:00:00Z Écriture dans le classeur\n',
  );
});

test('on a terminal, one line that is written over, never wider than the terminal, cleared at the end', () => {
  const clear = '\r\u001b[2K';
  const lines = written(30).split(clear);
  expect(lines).toEqual([
    '',
    'Lecture de Stripe …',
    'Lecture de Stripe … factures ',
    'Écriture dans le classeur …',
    '',
  ]);
  for (const line of lines) expect(line.length).toBeLessThan(30);
});
