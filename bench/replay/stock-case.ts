// The shape of a case of the family "stock": receipts and demands in one sequence, what each must give, what remains.
import { z } from 'zod';
import { type Day, isDay } from '#lib/kernel/day.ts';

const day = z.string().transform((text, context): Day => {
  if (isDay(text)) return text;
  context.addIssue({ code: 'custom', message: `${text} is no day` });
  return z.NEVER;
});

const lotSchema = z.object({
  id: z.string(),
  seq: z.number(),
  received: day,
  qty: z.number(),
  unitCost: z.number().nullable(),
  expiry: day.optional(),
});

const demandSchema = z.object({
  id: z.string(),
  seq: z.number(),
  date: day,
  type: z.enum(['out', 'return-vendor', 'return-customer', 'correct-receipt', 'count']),
  qty: z.number().optional(),
  counted: z.number().optional(),
  lot: z.string().optional(),
  of: z.string().optional(),
});

const finalSchema = z.object({
  qty: z.number(),
  value: z.number().optional(),
  lots: z.array(z.object({ id: z.string(), qty: z.number(), received: day.optional() })).optional(),
  ageBuckets: z.record(z.string(), z.number()).optional(),
});

const stockCaseSchema = z.looseObject({
  policy: z.looseObject({ pick: z.enum(['FIFO', 'FEFO', 'LIFO']), shortage: z.string().optional() }),
  lots: z.array(lotSchema),
  demands: z.array(demandSchema).optional(),
  expected: z
    .array(
      z.object({
        demand: z.string(),
        picks: z.array(z.object({ lot: z.string(), qty: z.number() })).optional(),
        cogs: z.number().optional(),
        short: z.number().optional(),
        adjust: z.number().optional(),
        error: z.string().optional(),
        warning: z.string().optional(),
      }),
    )
    .optional(),
  final: finalSchema.optional(),
  alternative: z.object({ policy: z.looseObject({}), final: finalSchema, why: z.string() }).optional(),
  mergeSameLot: z.boolean().optional(),
});

export type StockCase = z.infer<typeof stockCaseSchema>;
export type CaseLot = StockCase['lots'][number];
export type CaseDemand = NonNullable<StockCase['demands']>[number];

export function readStockCase(worked: unknown): StockCase {
  return stockCaseSchema.parse(worked);
}
