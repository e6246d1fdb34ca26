/**
 * The add-on's files as they would be deployed: `apps-script/dist`, built first so that it is never an old
 * one. The build runs as a process of its own, like anybody's; nothing of the add-on is loaded into this one.
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { AddOnFiles } from './start-add-on.ts';

const ADD_ON = fileURLToPath(new URL('../../apps-script/', import.meta.url));

export async function builtAddOn(): Promise<AddOnFiles> {
  const dist = join(ADD_ON, 'dist');
  const build = join(ADD_ON, 'build', 'main.ts');
  await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', build]);
  return readAddOn(dist);
}

/** Reads a folder of a deployed script: Code.js, its manifest and any number of HTML files. */
function readAddOn(folder: string): AddOnFiles {
  const html = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return {
    code: readFileSync(join(folder, 'Code.js'), 'utf8'),
    manifest: readFileSync(join(folder, 'appsscript.json'), 'utf8'),
    htmlFiles: Object.fromEntries(
      html.map((name) => [basename(name, '.html'), readFileSync(join(folder, name), 'utf8')]),
    ),
  };
}
