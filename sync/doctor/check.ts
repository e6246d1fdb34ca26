// One thing that `ops doctor` looked at, and how it is shown. A check never throws for what it looks for: it tells.
import { styleText } from 'node:util';
import { doctorWords } from './doctor-words.ts';

export type CheckState = keyof typeof doctorWords.states;

export interface Check {
  readonly group: keyof typeof doctorWords.groups;
  readonly label: string;
  readonly state: CheckState;
  readonly found: string;
  /** null when there is nothing to do. */
  readonly cure: string | null;
}

const colours = { ok: 'green', warning: 'yellow', failed: 'red', skipped: 'dim' } as const;

/** @param colour whether the reader's side shows colours; the words carry the meaning without them. */
export function renderChecks(checks: readonly Check[], colour: boolean): string {
  const stateWidth = Math.max(...Object.values(doctorWords.states).map((text) => text.length));
  const labelWidth = Math.max(...checks.map(({ label }) => label.length));
  const lines: string[] = [];
  let group: Check['group'] | null = null;
  for (const check of checks) {
    if (check.group !== group) lines.push('', heading(doctorWords.groups[check.group], colour));
    group = check.group;
    const state = doctorWords.states[check.state].padEnd(stateWidth);
    const shown = colour ? styleText(colours[check.state], state, { validateStream: false }) : state;
    lines.push(`  ${shown}  ${check.label.padEnd(labelWidth)}  ${check.found}`);
    if (check.cure !== null) lines.push(`  ${' '.repeat(stateWidth + 2)}${doctorWords.cure({ cure: check.cure })}`);
  }
  return lines.join('\n');
}

export function verdictOf(checks: readonly Check[]): string {
  const count = (state: CheckState) => checks.filter((check) => check.state === state).length;
  if (count('failed') > 0) return doctorWords.verdicts.failed({ count: String(count('failed')) });
  if (count('warning') > 0) return doctorWords.verdicts.warnings({ count: String(count('warning')) });
  return doctorWords.verdicts.good;
}

function heading(text: string, colour: boolean): string {
  return colour ? styleText('bold', text, { validateStream: false }) : text;
}
