// Replays every case of a file and renders one line a case, then a count by verdict.
import { adapters, laterFamilies } from './adapters.ts';
import { parseCases, type WorkedCase } from './case.ts';
import { outOfScope, stable, type Verdict } from './verdict.ts';

export interface ReplayedCase {
  readonly worked: WorkedCase;
  readonly verdict: Verdict;
}

export function replayCases(json: string): readonly ReplayedCase[] {
  return parseCases(json).map((worked) => ({ worked, verdict: replay(worked) }));
}

function replay(worked: WorkedCase): Verdict {
  const adapter = adapters[worked.family];
  if (adapter !== undefined) return adapter(worked);
  const because = laterFamilies[worked.family];
  return because === undefined
    ? { kind: 'differs', differences: [{ what: 'family', expected: 'an adapter', actual: worked.family }] }
    : outOfScope(because);
}

export function renderReplay(replayed: readonly ReplayedCase[]): string {
  const lines = replayed.map(({ worked, verdict }) => {
    const head = `${worked.id.padEnd(4)} ${worked.family.padEnd(14)} ${verdict.kind.padEnd(12)} ${worked.title}`;
    return [head, ...detailsOf(verdict).map((detail) => `       ${detail}`)].join('\n');
  });
  const kinds = ['pass', 'otherwise', 'differs', 'out of scope'] as const;
  const count = (kind: string) => replayed.filter(({ verdict }) => verdict.kind === kind).length;
  return [...lines, '', `${replayed.length} cases: ${kinds.map((kind) => `${count(kind)} ${kind}`).join(', ')}`].join(
    '\n',
  );
}

function detailsOf(verdict: Verdict): string[] {
  const differences = 'differences' in verdict ? verdict.differences : [];
  const because = 'because' in verdict && verdict.because !== undefined ? [verdict.because] : [];
  const shown = differences.map(
    ({ what, expected, actual }) => `${what}: the case says ${stable(expected)}, lib gives ${stable(actual)}`,
  );
  return [...because, ...shown];
}
