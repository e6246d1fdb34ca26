// The catalogue of texts is one object, so a bundler cannot see which parts the add-on never says: the template's, the night's
// and the starter rows'. They are left out here by file; test/apps-script/guards.test.ts refuses a bundle that reads one.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** Files of lib/text/fr that only the template or the night reads, and the catalogue's names they give. */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'billing-steps': ['billingSteps'],
  'kpi-texts': ['kpiTexts'],
  reconciliation: ['reconciliation'],
  settings: ['settingLabel', 'settingNote'],
  'starter-faq': ['starterFaq'],
  'starter-replies': ['starterReplies'],
  workbook: ['workbook'],
};

/** Notes of columns stand beside their headers; the template alone writes them. */
export const NOTES_NAME = 'note';
const HEADER_FILES = /lib\/text\/fr\/headers-\w+\.ts$/;
const NOTES = /^export const \w+Notes\b[^=]*= \{\n[\s\S]*?\n\};$/gm;

export const leaveOutTexts: Plugin = {
  name: 'leave-out-texts',
  setup(bundler) {
    const filter = new RegExp(`lib/text/fr/(${Object.keys(LEFT_OUT).join('|')})\\.ts$`);
    bundler.onLoad({ filter }, ({ path }) => {
      const names = [...readFileSync(path, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name]) => name,
      );
      return { contents: names.map((name) => `export const ${name} = undefined;`).join('\n'), loader: 'js' };
    });
    bundler.onLoad({ filter: HEADER_FILES }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(NOTES, (notes) => notes.replace(/=[\s\S]*$/, '= {};'));
      return { contents, loader: 'ts' };
    });
  },
};
