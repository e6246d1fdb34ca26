// A worked case as the file gives it: only what every family has is typed; the rest each adapter reads with its own schema.
import { z } from 'zod';

const caseSchema = z.looseObject({
  id: z.string(),
  family: z.string(),
  title: z.string(),
  source: z.looseObject({ repo: z.string(), basis: z.string() }),
});

const fileSchema = z.looseObject({ schema: z.literal(1), cases: z.array(caseSchema) });

export type WorkedCase = z.infer<typeof caseSchema>;

export function parseCases(json: string): readonly WorkedCase[] {
  return fileSchema.parse(JSON.parse(json)).cases;
}
