// `npm run docs:actions`: writes docs/actions.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsPage } from './actions-page.ts';

writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'actions.md'), actionsPage());
