// JSON of addresses of our own: what they are called, and the keyed hash by which they are known.
import { z } from '@hono/zod-openapi';
import { instantText, lineInput } from './scalars.ts';

export const ownAddressesShape = z
  .object({ addresses: z.array(z.object({ key: z.string(), kind: z.string(), label: z.string(), addedAt: instantText })) })
  .openapi('OwnAddresses');

export const ownAddressInput = z.strictObject({
  value: lineInput(300).openapi({ description: 'As customers write it; only its keyed hash is kept.' }),
  label: lineInput(120).openapi({ description: 'What people call it: "Support mail", "Hot wallet, Tron".' }),
});
