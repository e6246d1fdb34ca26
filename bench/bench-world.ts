// Starts and steers the world process of a benchmark.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface BenchWorld {
  /** What points the job at this world, with the moment its clock shows. */
  readonly environment: () => Readonly<Record<string, string>>;
  readonly passOneDay: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const MAIN = fileURLToPath(new URL('./world-process.ts', import.meta.url));
// Twenty thousand subscriptions' rows in one stand-in take more than Node's default heap.
const NODE_OPTIONS = ['--max-old-space-size=12000', '--disable-warning=ExperimentalWarning'];

export async function startBenchWorld(subscriptions: number): Promise<BenchWorld> {
  const child = spawn(process.execPath, [...NODE_OPTIONS, MAIN, String(subscriptions)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const readEnvironment = async () => {
    const line = await lines.next();
    if (line.done) throw new Error('the world of the benchmark ended');
    // No quota on this machine: the job may send as fast as the stand-ins answer.
    return { ...z.record(z.string(), z.string()).parse(JSON.parse(line.value)), OPS_STRIPE_CALLS_PER_SECOND: '25' };
  };
  let environment: Record<string, string> = await readEnvironment();
  return {
    environment: () => environment,
    async passOneDay() {
      child.stdin.write('\n');
      environment = await readEnvironment();
    },
    async close() {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}
