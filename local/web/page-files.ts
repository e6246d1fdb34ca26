/**
 * The files a page loads: ours, bundled from TypeScript when first asked for, and the spreadsheet library's own, served
 * from node_modules unmodified and each as its own file.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

const HERE = fileURLToPath(new URL('./page/', import.meta.url));
const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));
/** The only packages that are served. */
const PACKAGES = [
  '@odoo/o-spreadsheet',
  '@odoo/owl',
  'bootstrap',
  'font-awesome',
  'chart.js',
  'chartjs-adapter-luxon',
  'luxon',
];
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.xml': 'text/xml',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};
let bundled: Promise<Buffer> | undefined;

/** Undefined when there is no such file. */
export async function pageFile(path: string): Promise<PageFile | undefined> {
  if (path === '/page.js') {
    bundled ??= bundlePage();
    return { type: 'text/javascript', body: await bundled };
  }
  const file = fileOf(path);
  const type = TYPES[extname(file ?? '')];
  if (file === undefined || type === undefined) return undefined;
  try {
    return { type, body: await readFile(file) };
  } catch {
    return undefined;
  }
}

function fileOf(path: string): string | undefined {
  if (path === '/') return join(HERE, 'page.html');
  if (path === '/page.css') return join(HERE, 'page.css');
  const inModules = normalize(path.replace(/^\/modules\//, ''));
  const isServed = path.startsWith('/modules/') && PACKAGES.some((name) => inModules.startsWith(`${name}/`));
  return isServed ? join(MODULES, inModules) : undefined;
}

/** The library is not bundled: our code takes it from the page, where its own script put it. */
async function bundlePage(): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
    plugins: [
      {
        name: 'library-of-the-page',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^@odoo\/o-spreadsheet$/ }, () => ({ path: 'o-spreadsheet', namespace: 'page' }));
          onLoad({ filter: /.*/, namespace: 'page' }, () => ({
            contents: 'module.exports = globalThis.o_spreadsheet;',
          }));
        },
      },
    ],
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('esbuild wrote no page');
  return Buffer.from(output.contents);
}
