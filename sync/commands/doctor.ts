// `ops doctor`: looks at everything a night rests on, says what it found and how to put it right. It goes as far as it can:
// what cannot be looked at, because something before it failed, is simply not in the list.
import { type Check, renderChecks, verdictOf } from '#sync/doctor/check.ts';
import { checkGoogle } from '#sync/doctor/check-google.ts';
import { checkStripe } from '#sync/doctor/check-stripe.ts';
import { checkWorkbook, type WorkbookChecks } from '#sync/doctor/check-workbook.ts';
import { doctorWords } from '#sync/doctor/doctor-words.ts';
import { exitCodes } from '#sync/failure.ts';
import type { Output } from '#sync/output.ts';
import { planTemplate } from '#sync/sheets/plan-template.ts';
import {
  type CommandContext,
  type CommandOptions,
  configSource,
  connect,
  readCommandConfig,
} from './command-context.ts';

export interface DoctorOptions extends CommandOptions {
  readonly probeWrites: boolean;
}

/** Type stripping without a flag: nodejs.org/api/typescript.html. */
const OLDEST_NODE = [22, 18] as const;

export async function runDoctor(options: DoctorOptions, output: Output): Promise<number> {
  const checks: Check[] = [checkNode(process.versions.node)];
  const result = readCommandConfig(options);
  for (const warning of result.warnings) checks.push(configCheck('warning', warning));
  let exitCode: number = exitCodes.ok;
  if (result.ok) {
    checks.push(configCheck('ok', doctorWords.config.good({ source: configSource(options) })));
    checks.push(...(await checkWorlds(connect(result.config, output), options.probeWrites)));
    if (checks.some(({ state }) => state === 'failed')) exitCode = exitCodes.checkFailed;
  } else {
    for (const error of result.errors) checks.push(configCheck('failed', error));
    exitCode = exitCodes.config;
  }
  output.say(doctorWords.title);
  output.say(renderChecks(checks, output.colour));
  output.say(`\n${verdictOf(checks)}`);
  output.result({ checks });
  return exitCode;
}

async function checkWorlds(context: CommandContext, probeWrites: boolean): Promise<readonly Check[]> {
  const { config, sheets, stripe, clock, words, output } = context;
  output.progress.step(doctorWords.groups.google);
  const google = await checkGoogle(sheets, config.google, probeWrites);
  const isReadable = google[0]?.state === 'ok';
  output.progress.step(doctorWords.groups.workbook);
  const workbook: WorkbookChecks = isReadable
    ? await checkWorkbook(sheets, {
        words,
        timeZone: config.timeZone,
        pendingChanges: (await planTemplate(sheets, words)).requests.length,
      })
    : { checks: [], settings: null };
  output.progress.step(doctorWords.groups.stripe);
  const onStripe = await checkStripe(stripe, {
    clock,
    retryDays: workbook.settings?.['billing.retryDays'] ?? null,
    machineTimeMs: config.stripe.url === null ? Date.now : null,
    isRestrictedKey: config.stripe.key.startsWith('rk_'),
  });
  return [...google, ...workbook.checks, ...onStripe];
}

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const { label, cure } = doctorWords.node;
  const state = isRecent ? 'ok' : 'failed';
  return {
    group: 'machine',
    label,
    state,
    found: version,
    cure: isRecent ? null : cure({ wanted: OLDEST_NODE.join('.') }),
  };
}

function configCheck(state: Check['state'], found: string): Check {
  return { group: 'machine', label: doctorWords.config.label, state, found, cure: null };
}
