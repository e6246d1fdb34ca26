/**
 * The local Sheets server as a process of its own:
 * `node local/sheets-server/main.ts --file shop.sqlite --id local-shop [--port 8780] [--now 2026-01-05T08:00:00Z]`.
 * Prints one JSON line with its url once it listens. Without --now it runs on the system clock; with it the clock stands.
 */
import { parseArgs } from 'node:util';
import { createWorldClock, systemClock } from '../clock.ts';
import { startSheetsServer } from './start-sheets-server.ts';

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    id: { type: 'string', default: 'local' },
    port: { type: 'string', default: '0' },
    now: { type: 'string' },
    title: { type: 'string' },
    locale: { type: 'string' },
    'time-zone': { type: 'string' },
  },
});
if (values.file === undefined) throw new Error('--file is missing: a path, or :memory:');

const server = await startSheetsServer({
  file: values.file,
  port: Number(values.port),
  spreadsheetId: values.id,
  clock: values.now === undefined ? systemClock : createWorldClock(Date.parse(values.now)),
  ...(values.title !== undefined && { title: values.title }),
  ...(values.locale !== undefined && { locale: values.locale }),
  ...(values['time-zone'] !== undefined && { timeZone: values['time-zone'] }),
});
process.stdout.write(
  `${JSON.stringify({ url: server.url, port: server.port, spreadsheetId: server.spreadsheetId })}\n`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
}
