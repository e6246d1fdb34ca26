/** Runs the real command line as a process of its own, as a person or a timer would; this world never loads its code. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const OPS = fileURLToPath(new URL('../../sync/ops.ts', import.meta.url));

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param show passes the CLI's output on as it comes, colours included, instead of collecting it. */
export async function runCli(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  show = false,
): Promise<CliRun> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', OPS, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  return { code, stdout, stderr };
}
