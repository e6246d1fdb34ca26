// The output's edge: every text the command line prints passes here and is redacted. With --json the standard output holds
// exactly one JSON object, the last thing printed; all that people read goes to the error stream then.
import { createProgress, type Progress } from './progress.ts';
import { redact } from './redact.ts';

export interface Output {
  readonly json: boolean;
  /** Whether the reader's side shows colours. */
  readonly colour: boolean;
  readonly columns: number;
  readonly say: (text: string) => void;
  readonly warn: (text: string) => void;
  /** Only with --verbose. */
  readonly whisper: (text: string) => void;
  /** Prints the object when --json asks for one. */
  readonly result: (value: object) => void;
  /** Texts that must never show from now on. */
  readonly hide: (secrets: readonly string[]) => void;
  readonly progress: Progress;
}

export interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export interface OutputOptions {
  readonly json: boolean;
  readonly verbose: boolean;
}

const USUAL_COLUMNS = 100;

export function createOutput({ stdout, stderr }: Streams, { json, verbose }: OutputOptions): Output {
  const secrets: string[] = [];
  const people = json ? stderr : stdout;
  const print = (stream: NodeJS.WriteStream, text: string) => void stream.write(redact(text, secrets));
  const columns = stderr.isTTY ? stderr.columns : null;
  const progress = createProgress((text) => print(stderr, text), columns, timeText);
  const line = (stream: NodeJS.WriteStream, text: string) => {
    progress.end();
    print(stream, `${text}\n`);
  };
  return {
    json,
    colour: people.isTTY === true && people.hasColors(),
    columns: people.isTTY ? people.columns : USUAL_COLUMNS,
    say: (text) => line(people, text),
    warn: (text) => line(stderr, text),
    whisper: (text) => (verbose ? line(stderr, text) : undefined),
    result: (value) => (json ? line(stdout, JSON.stringify(value)) : undefined),
    hide: (more) => void secrets.push(...more),
    progress,
  };
}

/** A log line's time is the machine's, whatever moment the command works with. */
function timeText(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
