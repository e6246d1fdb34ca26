// The job's settings: from the environment, then from a `.env` file, known names only. Every error at once, in French, each
// with its cure, and never a value in an error: a value may be a secret. Nothing here talks to the outside world.
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { IANAZone } from 'luxon';
import { type Instant, instantFromMs } from '#lib/kernel/day.ts';
import { type GoogleAccess, readGoogleAccess } from './google-access.ts';
import { words } from './words.ts';

export interface Config {
  readonly spreadsheetId: string;
  readonly google: GoogleAccess;
  readonly stripe: StripeAccess;
  readonly timeZone: string;
  /** The moment to pretend it is; only in the local world. */
  readonly now: Instant | null;
  readonly stripeCallsPerSecond: number;
  readonly sheetsCallsPerMinute: number;
  /** Where the FAQ's page is written, by the night too; null: nowhere. */
  readonly faqFolder: string | null;
  /** Where the night writes the page of the week's review; null: nowhere. */
  readonly reviewFolder: string | null;
  /** What must never be printed. */
  readonly secrets: readonly string[];
}

export interface StripeAccess {
  readonly key: string;
  readonly mode: 'live' | 'test';
  /** null is Stripe itself. */
  readonly url: URL | null;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly errors: readonly string[]; readonly warnings: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

const configNames = [
  'SPREADSHEET_ID',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'STRIPE_KEY',
  'OPS_TIME_ZONE',
  'GOOGLE_SHEETS_URL',
  'STRIPE_API_URL',
  'OPS_NOW',
  'OPS_STRIPE_CALLS_PER_SECOND',
  'OPS_SHEETS_CALLS_PER_MINUTE',
  'OPS_FAQ_DIR',
  'OPS_REVIEW_DIR',
] as const;

type Name = (typeof configNames)[number];
type Values = Readonly<Partial<Record<Name, string>>>;
const { cures, whys } = words.config;

/** @param file a dotenv file; one that does not exist is as good as an empty one. The environment wins over it. */
export function loadConfig(environment: Environment, file: string): ConfigResult {
  const warnings: string[] = [];
  let fromFile: Environment = {};
  try {
    fromFile = parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      return { ok: false, errors: [words.config.fileUnreadable({ file })], warnings };
    }
  }
  for (const name of Object.keys(fromFile)) {
    if (!(configNames as readonly string[]).includes(name)) warnings.push(words.config.unknownName({ name, file }));
  }
  const result = readConfig({ ...fromFile, ...withoutEmpty(environment) });
  return { ...result, warnings: [...warnings, ...result.warnings] };
}

/** Checks the values alone; unknown names are not looked at. */
export function readConfig(environment: Environment): ConfigResult {
  const values = withoutEmpty(environment) as Values;
  const errors: string[] = [];
  const bad = (name: Name, why: string, cure: string) => errors.push(words.config.bad({ name, why, cure }));
  const missing = (name: Name, cure: string) => errors.push(words.config.missing({ name, cure }));

  const sheetsUrl = readLoopback(values, 'GOOGLE_SHEETS_URL', bad);
  const stripeUrl = readLoopback(values, 'STRIPE_API_URL', bad);
  const isLocal = values.GOOGLE_SHEETS_URL !== undefined || values.STRIPE_API_URL !== undefined;
  if (isLocal && values.STRIPE_API_URL === undefined) bad('GOOGLE_SHEETS_URL', whys.mixed, cures.bothLoopback);
  if (isLocal && values.GOOGLE_SHEETS_URL === undefined) bad('STRIPE_API_URL', whys.mixed, cures.bothLoopback);

  const spreadsheetId = spreadsheetIdOf(values.SPREADSHEET_ID ?? '', isLocal);
  if (values.SPREADSHEET_ID === undefined) missing('SPREADSHEET_ID', cures.spreadsheetId);
  else if (spreadsheetId === null) bad('SPREADSHEET_ID', whys.spreadsheetId, cures.spreadsheetId);

  const google = readGoogleAccess(values.GOOGLE_APPLICATION_CREDENTIALS, sheetsUrl, isLocal);
  if ('why' in google) {
    if (google.why === null) missing('GOOGLE_APPLICATION_CREDENTIALS', cures.credentials);
    else bad('GOOGLE_APPLICATION_CREDENTIALS', google.why, cures.credentials);
  }

  const keyProblem = stripeKeyProblem(values.STRIPE_KEY ?? '', isLocal);
  if (values.STRIPE_KEY === undefined) missing('STRIPE_KEY', cures.stripeKey);
  else if (keyProblem !== null) bad('STRIPE_KEY', keyProblem, cures.stripeKey);

  const timeZone = values.OPS_TIME_ZONE ?? 'Europe/Paris';
  if (!IANAZone.isValidZone(timeZone)) bad('OPS_TIME_ZONE', whys.timeZone, cures.timeZone);
  const now = readNow(values.OPS_NOW, isLocal, (why) => bad('OPS_NOW', why, cures.now));
  const stripeCallsPerSecond = readRate(values, 'OPS_STRIPE_CALLS_PER_SECOND', { min: 1, max: 25, fallback: 20 }, bad);
  const sheetsCallsPerMinute = readRate(values, 'OPS_SHEETS_CALLS_PER_MINUTE', { min: 1, max: 60, fallback: 55 }, bad);

  const warnings = values.STRIPE_KEY?.startsWith('sk_live_') ? [words.config.liveSecretKey] : [];
  if (errors.length > 0 || 'why' in google || spreadsheetId === null || values.STRIPE_KEY === undefined) {
    return { ok: false, errors, warnings };
  }
  const key = values.STRIPE_KEY;
  const mode = /^[sr]k_live_/.test(key) ? 'live' : 'test';
  const config = {
    spreadsheetId,
    google,
    stripe: { key, mode, url: stripeUrl },
    timeZone,
    now,
    stripeCallsPerSecond,
    sheetsCallsPerMinute,
    faqFolder: values.OPS_FAQ_DIR ?? null,
    reviewFolder: values.OPS_REVIEW_DIR ?? null,
    secrets: [key],
  } as const;
  return { ok: true, config, warnings };
}

type Bad = (name: Name, why: string, cure: string) => void;

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(
    configNames.flatMap((name) => {
      const value = environment[name]?.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}

/** People paste the whole address; only the id is kept. A real id has 44 characters, a local one may be short. */
function spreadsheetIdOf(text: string, isLocal: boolean): string | null {
  const id = /\/spreadsheets\/d\/([\w-]+)/.exec(text)?.[1] ?? text;
  return /^[\w-]+$/.test(id) && (isLocal || id.length >= 20) ? id : null;
}

function stripeKeyProblem(key: string, isLocal: boolean): string | null {
  if (key.startsWith('pk_')) return whys.publishable;
  if (key.startsWith('whsec_')) return whys.webhookSecret;
  if (!/^[rs]k_(live|test)_\w{4,}$/.test(key)) return whys.notStripeKey;
  return isLocal && key.includes('_live_') ? whys.liveOnLoopback : null;
}

function readLoopback(values: Values, name: 'GOOGLE_SHEETS_URL' | 'STRIPE_API_URL', bad: Bad): URL | null {
  const text = values[name];
  if (text === undefined) return null;
  const url = URL.parse(text);
  // URL writes every spelling of an IPv4 loopback address as 127.x.y.z, so a comparison of text is enough.
  const isLoopback =
    url !== null && (['localhost', '[::1]'].includes(url.hostname) || /^127(\.\d+){3}$/.test(url.hostname));
  if (isLoopback && url.protocol === 'http:' && url.username === '' && url.password === '') return url;
  bad(name, whys.loopback, cures.loopback);
  return null;
}

function readNow(text: string | undefined, isLocal: boolean, bad: (why: string) => void): Instant | null {
  if (text === undefined) return null;
  const ms = Date.parse(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(text) && Number.isFinite(ms);
  if (!isInstant) bad(whys.now);
  else if (!isLocal) bad(whys.nowOutside);
  return isInstant ? instantFromMs(ms) : null;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
}

function readRate(values: Values, name: Name, { min, max, fallback }: Bounds, bad: Bad): number {
  const text = values[name];
  if (text === undefined) return fallback;
  const rate = Number(text);
  if (Number.isInteger(rate) && rate >= min && rate <= max) return rate;
  bad(name, whys.rate, cures.rate({ min: String(min), max: String(max), fallback: String(fallback) }));
  return fallback;
}
