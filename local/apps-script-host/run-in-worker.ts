/**
 * One run of the add-on, in a worker of its own: a bare context without what Apps Script lacks, the services, the bundle,
 * one function called. Services block here on a shared flag while the host answers, as Google's do.
 */
import { createContext, runInContext } from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { RunData, ServiceAnswer, WorkerMessage } from './host-messages.ts';
import { scriptServices } from './script-globals.ts';
import { checkedForJson, isCallableName, removalScript, worldDateScript } from './script-limits.ts';

const data = workerData as RunData;
const host = parentPort;
if (host === null) throw new Error('run-in-worker.ts runs in a worker only');
const flag = new Int32Array(data.flag);
const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
runInContext(removalScript(), context);
runInContext(worldDateScript(data.nowMs), context);
const ownParse = runInContext('JSON.parse', context) as (text: string) => unknown;
const OwnError = runInContext('Error', context) as ErrorConstructor;

function send(message: WorkerMessage): void {
  host?.postMessage(message);
}

function ask(service: string, ...args: readonly unknown[]): unknown {
  Atomics.store(flag, 0, 0);
  send({ kind: 'service', call: { service, args: JSON.parse(JSON.stringify(args)) as unknown[] } });
  Atomics.wait(flag, 0, 0);
  const answer = (host === null ? undefined : receiveMessageOnPort(host)?.message) as ServiceAnswer;
  if ('error' in answer) {
    const { name, message, code } = answer.error;
    const error = new OwnError(message);
    error.name = name;
    throw Object.assign(error, code === undefined ? {} : { details: { code, message } });
  }
  // Values are made of the script's own Object and Array.
  return answer.value === undefined ? undefined : ownParse(JSON.stringify(answer.value));
}

function run(): unknown {
  Object.assign(context, scriptServices(data, ask));
  runInContext(data.code, context, { filename: 'Code.js' });
  const { functionName } = data;
  const target = isCallableName(functionName) ? (context as Record<string, unknown>)[functionName] : undefined;
  if (typeof target !== 'function') throw new Error(`Script function not found: ${functionName}`);
  const args = ownParse(JSON.stringify(data.args)) as unknown[];
  return checkedForJson((target as (...values: unknown[]) => unknown)(...args), 'returned value');
}

try {
  send({ kind: 'done', value: run() });
} catch (error) {
  const known = error as Partial<Error>;
  send({
    kind: 'failed',
    name: known.name ?? 'Error',
    message: known.message ?? String(error),
    stack: known.stack ?? '',
  });
}
