// What axe finds against WCAG 2.1 AA in a document of the page: the page itself, or the sidebar in its frame.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly passes: readonly unknown[];
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
type WithAxe = { readonly axe?: { run(at: string, options: object): Promise<AxeResult> } };

/** One line a fault. Throws when axe found nothing to look at. */
export async function accessibilityFaults(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => (globalThis as WithAxe).axe !== undefined))) await frame.evaluate(AXE);
  const found = await frame.evaluate(() =>
    (globalThis as WithAxe).axe?.run('body', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }),
  );
  if (found === undefined || found.passes.length < 4) throw new Error('axe saw an empty document');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Of the add-on's panel, which is a document of its own. */
export async function sidebarFaults(page: Page): Promise<string[]> {
  const frame = await (await page.locator('#sidebar-frame iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('No sidebar is open');
  return accessibilityFaults(frame);
}
