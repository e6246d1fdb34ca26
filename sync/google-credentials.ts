// The two forms of credentials file the job takes, as Google writes them. Their addresses must be Google's: the library
// that uses the file trusts them (docs.cloud.google.com/docs/authentication/external/externally-sourced-credentials).
import { z } from 'zod';

const httpsAt = (isHost: (host: string) => boolean) =>
  z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && url.protocol === 'https:' && isHost(url.hostname);
  });
const isGoogle = (host: string) => host.endsWith('.googleapis.com');

const schema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('service_account'),
    client_email: z.string().min(3),
    private_key: z.string().includes('PRIVATE KEY'),
  }),
  z.object({
    type: z.literal('external_account'),
    audience: z.string().startsWith('//iam.googleapis.com/'),
    token_url: httpsAt(isGoogle),
    // A token from a file, or from the address of the machine's own issuer; a command to run is refused.
    credential_source: z
      .looseObject({ file: z.string().optional(), url: httpsAt(() => true).optional() })
      .refine((source) => (source.file !== undefined || source.url !== undefined) && !('executable' in source)),
    service_account_impersonation_url: httpsAt(isGoogle).optional(),
  }),
]);

export type GoogleCredentials = z.infer<typeof schema>;

/** null when it is neither form, or names an address that is not Google's. */
export function parseCredentials(content: unknown): GoogleCredentials | null {
  return schema.safeParse(content).data ?? null;
}
