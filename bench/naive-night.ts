// The night as one would write it first, for comparison, against the same servers: one retrieve per invoice of the window,
// one write per changed row through the google-spreadsheet package. It mirrors invoices only: no points, no reconciliation,
// no journal, no fence. A process of its own; prints one JSON object.
import { GoogleSpreadsheet } from 'google-spreadsheet';
import Stripe from 'stripe';
import { z } from 'zod';

const environment = z
  .object({
    SPREADSHEET_ID: z.string(),
    GOOGLE_SHEETS_URL: z.string(),
    STRIPE_API_URL: z.string(),
    STRIPE_KEY: z.string(),
    OPS_NOW: z.string(),
  })
  .parse(process.env);
const WINDOW_DAYS = 45;
const INVOICES = 'Factures';
const KEY_ROW = 1;

const startedMs = performance.now();
const url = new URL(environment.STRIPE_API_URL);
const stripe = new Stripe(environment.STRIPE_KEY, {
  protocol: 'http',
  host: url.hostname,
  port: url.port,
  telemetry: false,
});
let stripeCalls = 0;
let bytes = 0;
stripe.on('response', () => {
  stripeCalls += 1;
});

const workbook = new GoogleSpreadsheet(environment.SPREADSHEET_ID, { token: 'local' });
let sheetsReads = 0;
let sheetsWrites = 0;
const toServer = (request: Request): Request =>
  new Request(request.url.replace('https://sheets.googleapis.com', environment.GOOGLE_SHEETS_URL), request);
const sheetsApi = workbook.sheetsApi.extend({
  hooks: {
    beforeRequest: [
      ({ request }: { readonly request: Request }) => {
        if (request.method === 'GET') sheetsReads += 1;
        else sheetsWrites += 1;
        return toServer(request);
      },
    ],
    afterResponse: [
      async ({ response }: { readonly response: Response }) => {
        bytes += (await response.clone().arrayBuffer()).byteLength;
      },
    ],
  },
});

// The package knows Google's address only; its own client is replaced by one that goes to this machine.
Object.defineProperty(workbook, 'sheetsApi', { value: sheetsApi });

const nowSeconds = Math.floor(Date.parse(environment.OPS_NOW) / 1000);
const ids: string[] = [];
for await (const invoice of stripe.invoices.list({ limit: 100, created: { gte: nowSeconds - WINDOW_DAYS * 86_400 } })) {
  if (invoice.id !== undefined) ids.push(invoice.id);
}

await workbook.loadInfo();
const tab = workbook.sheetsByTitle[INVOICES];
if (tab === undefined) throw new Error(`no tab ${INVOICES}`);
await tab.loadHeaderRow(KEY_ROW);
const rowById = new Map((await tab.getRows()).map((row) => [row.get('id'), row]));
for (const id of ids) {
  const invoice = await stripe.invoices.retrieve(id, { expand: ['payments'] });
  bytes += JSON.stringify(invoice).length;
  const cells = {
    id,
    number: invoice.number,
    paid: invoice.amount_paid / 100,
    total: invoice.total / 100,
    attempts: invoice.attempt_count,
  };
  const row = rowById.get(id);
  if (row === undefined) await tab.addRow(cells as never);
  else if (Number(row.get('attempts')) !== invoice.attempt_count) {
    row.assign(cells);
    await row.save();
  }
}

process.stdout.write(
  `${JSON.stringify({
    calls: { stripe: stripeCalls, sheetsRead: sheetsReads, sheetsWrite: sheetsWrites },
    bytes,
    seconds: (performance.now() - startedMs) / 1000,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  })}\n`,
);
