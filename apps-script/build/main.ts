// `npm run build:addon`: writes apps-script/dist, ready for clasp, and says how large it is.
import { join } from 'node:path';
import { buildAddon, writeAddon } from './build-addon.ts';

const built = await buildAddon();
writeAddon(built, join(import.meta.dirname, '..', 'dist'));
const kilobytes = (text: string) => `${(Buffer.byteLength(text) / 1000).toFixed(1)} KB`;
process.stdout.write(`apps-script/dist: Code.js ${kilobytes(built.code)}, Sidebar.html ${kilobytes(built.sidebar)}\n`);
