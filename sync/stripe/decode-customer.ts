// Stripe's customer → fact. A deleted customer keeps its id only.
import { z } from 'zod';
import type { CustomerFact } from '#lib/billing/stripe-facts.ts';
import { type Decoded, decodeObject, seconds, type ToDay } from './decode-object.ts';

export const customerSchema = z.union([
  z.object({ id: z.string(), deleted: z.literal(true) }),
  z.object({
    id: z.string(),
    deleted: z.literal(false).optional(),
    created: seconds,
    name: z.string().nullish(),
    email: z.string().nullish(),
  }),
]);

export type CustomerShape = z.infer<typeof customerSchema>;

export function decodeCustomer(object: unknown, toDay: ToDay): Decoded<CustomerFact> {
  return decodeObject('customer', customerSchema, object, (customer) => customerFact(customer, toDay));
}

export function customerFact(customer: CustomerShape, toDay: ToDay): CustomerFact {
  if (customer.deleted) return deletedCustomerFact(customer.id);
  return {
    stripeId: customer.id,
    name: customer.name ?? null,
    email: customer.email ?? null,
    createdOn: toDay(customer.created),
    deleted: false,
  };
}

export function deletedCustomerFact(stripeId: string): CustomerFact {
  return { stripeId, name: null, email: null, createdOn: null, deleted: true };
}
