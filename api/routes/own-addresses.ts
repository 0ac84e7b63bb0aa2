// Addresses of our own: known by their keyed hash, so that conversations are not tied together by what everybody mentions.
import { createRoute, z } from '@hono/zod-openapi';
import type { OwnAddress } from '#db/model/mention.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findOwnAddresses } from '#db/store/own-addresses.ts';
import { removeOwnAddress, saveOwnAddress } from '#db/store/save-own-address.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { ownAddressesShape, ownAddressInput } from '../http/shapes/own-addresses.ts';
import { toIso } from '../http/to-iso.ts';

const tags = ['settings'];

const list = createRoute({
  method: 'get',
  path: '/api/own-addresses',
  tags,
  summary: 'Addresses of our own, which tie no conversations together',
  ...permit('settings:read'),
  responses: ok(ownAddressesShape, 'In the order in which they were added; the values themselves are not kept.'),
});

const add = createRoute({
  method: 'post',
  path: '/api/own-addresses',
  tags,
  summary: 'Tell an address, mail address, account or phone number of our own; one that is known gets the new label',
  ...permit('settings:write'),
  request: { body: jsonBody(ownAddressInput) },
  responses: ok(ownAddressesShape, 'All of them. Only the keyed hash of the value was kept.'),
});

const remove = createRoute({
  method: 'delete',
  path: '/api/own-addresses/{key}',
  tags,
  summary: 'Take one back: it ties conversations together again',
  ...permit('settings:write'),
  request: { params: z.strictObject({ key: z.string().min(1).max(100) }) },
  responses: ok(doneShape, 'It is gone.'),
});

const toJson = (addresses: readonly OwnAddress[]) => ({
  addresses: addresses.map(({ addedAt, ...address }) => ({ ...address, addedAt: toIso(addedAt) })),
});

export function ownAddressRoutes({ db, clock, scoring }: AppDeps) {
  return openRouter()
    .openapi(list, async (c) => c.json(toJson(await findOwnAddresses(db)), 200))
    .openapi(add, async (c) => {
      const { value, label } = c.req.valid('json');
      const mention = await scoring.soleMention(value);
      const at = clock();
      await saveOwnAddress(db, { ...mention, label: await scoring.redact(label), addedAt: at });
      await saveAudit(db, { at, ...actorOf(c), action: 'own_address_added', subject: mention.key, details: { kind: mention.kind } });
      return c.json(toJson(await findOwnAddresses(db)), 200);
    })
    .openapi(remove, async (c) => {
      const { key } = c.req.valid('param');
      await removeOwnAddress(db, key);
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'own_address_removed', subject: key, details: {} });
      return c.json({ done: true } as const, 200);
    });
}
