// What every command starts with: its options, where to print, and the settings, read and checked.

import type { Clock } from '#lib/kernel/clock.ts';
import { fr } from '#lib/text/fr.ts';
import { createClock } from '#sync/clock.ts';
import { type Config, type ConfigResult, loadConfig } from '#sync/config.ts';
import { Failure } from '#sync/failure.ts';
import type { Output } from '#sync/output.ts';
import { createSheetsClient, type SheetsClient } from '#sync/sheets/sheets-client.ts';
import { createStripeClient, type StripeClient } from '#sync/stripe/create-stripe-client.ts';
import { words } from '#sync/words.ts';
import { readWorldFile, WORLD_FILE } from '#sync/world-file.ts';

export interface CommandOptions {
  readonly json: boolean;
  readonly verbose: boolean;
  /** Work with the running local world instead of `.env`. */
  readonly local: boolean;
}

export interface CommandContext {
  readonly output: Output;
  readonly config: Config;
  readonly clock: Clock;
  readonly words: typeof fr;
  readonly sheets: SheetsClient;
  readonly stripe: StripeClient;
}

const ENV_FILE = '.env';

/** The settings of the real accounts, or of the local world; never a mixture. */
export function readCommandConfig({ local }: CommandOptions): ConfigResult {
  return local ? loadConfig(readWorldFile(WORLD_FILE), '') : loadConfig(process.env, ENV_FILE);
}

/** Where the settings come from, for people. */
export function configSource({ local }: CommandOptions): string {
  return local ? WORLD_FILE : ENV_FILE;
}

/** @throws Failure of kind config with every error in its text. */
export function createCommandContext(options: CommandOptions, output: Output): CommandContext {
  const result = readCommandConfig(options);
  for (const warning of result.warnings) output.warn(warning);
  if (!result.ok) {
    const lines = [words.config.title, ...result.errors.map((error) => `  • ${error}`)];
    throw new Failure('config', [...lines, words.config.source({ file: configSource(options) })].join('\n'));
  }
  return connect(result.config, output);
}

export function connect(config: Config, output: Output): CommandContext {
  output.hide(config.secrets);
  const { spreadsheetId, google: access, sheetsCallsPerMinute: callsPerMinute } = config;
  return {
    output,
    config,
    clock: createClock(config.now, config.timeZone),
    words: fr,
    sheets: createSheetsClient({ spreadsheetId, access, callsPerMinute }),
    stripe: createStripeClient(config.stripe, {
      callsPerSecond: config.stripeCallsPerSecond,
      onNotice: (text) => output.whisper(words.stripe.notice({ text })),
    }),
  };
}
