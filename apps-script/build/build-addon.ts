// Builds the add-on: one `Code.js` of plain ES2019 with a top-level function for each name that Google or the sidebar calls,
// one `Sidebar.html` with its style and script inside, and the manifest. Nothing else is uploaded.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { actions } from '#lib/actions/registry.ts';
import { globalStubs } from './global-stubs.ts';
import { leaveOutTexts } from './leave-out-texts.ts';

const ROOT = join(import.meta.dirname, '..');
const TARGET = 'es2019';
/** The object that the server's bundle leaves behind; the stubs call into it. */
const GLOBAL_NAME = 'addOn';

export interface BuiltAddon {
  readonly code: string;
  readonly sidebar: string;
  readonly manifest: string;
  /** Every top-level function of `code`. */
  readonly functionNames: readonly string[];
  /** The source files that `code` was made of, as esbuild names them. */
  readonly modules: readonly string[];
}

export async function buildAddon(): Promise<BuiltAddon> {
  const [server, sidebar] = await Promise.all([bundleServer(), bundleSidebar()]);
  const { stubs, functionNames } = globalStubs(
    server.exportNames,
    actions.map(({ id }) => id),
    GLOBAL_NAME,
  );
  return {
    code: `${server.text}\n${stubs}`,
    sidebar,
    manifest: readFileSync(join(ROOT, 'appsscript.json'), 'utf8'),
    functionNames,
    modules: server.modules,
  };
}

export function writeAddon({ code, sidebar, manifest }: BuiltAddon, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Code.js'), code);
  writeFileSync(join(folder, 'Sidebar.html'), sidebar);
  writeFileSync(join(folder, 'appsscript.json'), manifest);
}

interface ServerBundle {
  readonly text: string;
  readonly exportNames: readonly string[];
  readonly modules: readonly string[];
}

async function bundleServer(): Promise<ServerBundle> {
  const entryPoints = [join(ROOT, 'main.ts')];
  const code = await build({
    entryPoints,
    bundle: true,
    write: false,
    target: TARGET,
    minify: true,
    plugins: [leaveOutTexts],
    charset: 'utf8',
    format: 'iife',
    globalName: GLOBAL_NAME,
    metafile: true,
    absWorkingDir: join(ROOT, '..'),
  });
  // Only an esm build tells the names that main.ts exports.
  const names = await build({
    entryPoints,
    bundle: true,
    write: false,
    format: 'esm',
    metafile: true,
    outfile: 'main.js',
  });
  return {
    text: code.outputFiles[0]?.text ?? '',
    exportNames: Object.values(names.metafile.outputs)[0]?.exports ?? [],
    modules: Object.keys(code.metafile.inputs),
  };
}

async function bundleSidebar(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'sidebars', 'main.tsx'), join(ROOT, 'sidebars', 'sidebar.css')],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    target: TARGET,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: 'out',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  // `</script` inside a string of the script would end the element.
  const script = textOf('.js').replace(/<\/(script)/gi, '<\\/$1');
  const page = readFileSync(join(ROOT, 'sidebars', 'sidebar.html'), 'utf8');
  return page.replace('/* style */', () => textOf('.css').trim()).replace('/* script */', () => script.trim());
}
