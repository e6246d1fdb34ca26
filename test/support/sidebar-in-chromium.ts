// The built sidebar in headless Chromium, as wide as Google makes it, calling the built add-on: what a person clicks and
// reads there. What stands between them in Google's page is a function of the window here.
import { type Browser, chromium, type Page } from 'playwright-core';
import type { AddOnHost } from './add-on-host.ts';
import { built } from './built-add-on.ts';
import { systemProgram } from './system-packages.ts';

export interface SidebarBrowser {
  /** Opens the sidebar as a menu item would. @param action an action's id, `undo` or `identity`. */
  readonly open: (host: AddOnHost, action: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** `google.script.run` over a function that the test gives the window; each call takes as long as it takes. */
const SHIM = `
  const runner = (handlers) => new Proxy({}, { get: (_, name) => {
    if (name === 'withSuccessHandler') return (success) => runner({ ...handlers, success });
    if (name === 'withFailureHandler') return (failure) => runner({ ...handlers, failure });
    return (json) => callAddOn(name, json).then(handlers.success, handlers.failure);
  } });
  window.google = { script: { run: runner({}), host: { close: () => { document.body.dataset.closed = 'true'; } } } };
`;

export async function startSidebarBrowser(): Promise<SidebarBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: systemProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=fr-FR'],
  });
  const context = await browser.newContext({ viewport: { width: 300, height: 900 }, locale: 'fr-FR' });
  return {
    open: async (host, action) => {
      const page = await context.newPage();
      await page.exposeFunction('callAddOn', (name: string, json: string) => String(host.run(name, json)));
      const start = JSON.stringify({ action });
      const html = built.sidebar
        .replace('"__START__"', () => start)
        .replace('<head>', () => `<head><script>${SHIM}</script>`);
      await page.setContent(html);
      return page;
    },
    close: () => browser.close(),
  };
}
