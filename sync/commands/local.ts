// `ops local`: starts the world on this machine (workbook, Stripe, page) as a process of its own, or prints how to reach
// the one that runs. The job never loads that world's code.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readConfig } from '#sync/config.ts';
import { exitCodes, Failure } from '#sync/failure.ts';
import { words } from '#sync/words.ts';
import { readWorldFile } from '#sync/world-file.ts';

const MAIN = fileURLToPath(new URL('../../local/main.ts', import.meta.url));

/** Runs until the world is stopped; its exit code is the world's. */
export async function runLocal(worldArguments: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [MAIN, ...worldArguments], { stdio: 'inherit' });
  // The terminal sends an interrupt to the child as well: this process only waits for it to end.
  const wait = () => {};
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', wait).on('SIGTERM', pass);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? exitCodes.ok));
    });
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', pass);
  }
}

/**
 * NAME=value lines for a shell or a `.env` file. They go around the output's edge: a local key is made up, and a key with
 * its middle hidden would be of no use. A file that names anything but this machine is refused.
 */
export function localEnvironmentText(file: string): string {
  const environment = readWorldFile(file);
  const result = readConfig(environment);
  if (!result.ok || result.config.google.kind !== 'loopback') {
    throw new Failure('config', words.local.damaged({ file }));
  }
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
