// The file in which a running local world says how to reach it. Its keys are made up and its addresses are this machine's,
// which the configuration checks again.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Environment } from './config.ts';
import { Failure } from './failure.ts';
import { words } from './words.ts';

/** In the project's folder, wherever the command is run. */
export const WORLD_FILE = fileURLToPath(new URL('../.local/world.json', import.meta.url));

const worldSchema = z.object({ env: z.record(z.string(), z.string()) });

/** @throws Failure when no local world is running or its file is damaged. */
export function readWorldFile(file: string): Environment {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Failure('config', words.local.notRunning({ file }));
  }
  try {
    return worldSchema.parse(JSON.parse(text)).env;
  } catch (error) {
    throw new Failure('config', words.local.damaged({ file }), error);
  }
}
