// The Redmine connector against a real Redmine: counted, read again, answered, closed, deleted, refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import { changeConnection } from '#db/store/source-connections.ts';
import { redmine } from '#ingest/connectors/redmine.ts';
import { openAddressGuard } from '#ingest/http/address-guard.ts';
import { openTransport } from '#ingest/http/transport.ts';
import { houseSource, openSourceHouse } from '#test/support/source-house.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { type Redmine, redmineMissing, startRedmine } from './redmine.ts';

const missing = redmineMissing();
const issues = 130;

describe.skipIf(missing !== null)(`a real Redmine${missing === null ? '' : ` (skipped: ${missing})`}`, { timeout: 600_000 }, () => {
  let server: Redmine;
  let transport: ReturnType<typeof openTransport>;
  beforeAll(async () => {
    server = await startRedmine(issues);
    transport = openTransport(openAddressGuard([`127.0.0.1:${server.port}`]));
  }, 600_000);
  afterAll(async () => {
    await transport.close();
    await server.stop();
  });

  const upstream: Upstream = async (outgoing) => {
    const { status, header, body } = await transport.send(outgoing, new AbortController().signal);
    return { status, body, headers: { date: header('date') ?? '' } };
  };
  const houseOf = (key: string) => openSourceHouse({ connector: redmine, settings: { url: server.url, key }, upstream });
  const tell = async (method: string, path: string, key: string, body: unknown = {}) => {
    const headers = { 'content-type': 'application/json', 'x-redmine-api-key': key };
    const answer = await fetch(`${server.url}/${path}`, { method, headers, body: JSON.stringify(body) });
    expect([200, 201, 204]).toContain(answer.status);
  };

  it('reads every issue once, a hundred of them of the same second, and what is said, closed and deleted since', async () => {
    const house = await houseOf(server.keys.reader);
    expect(await house.run()).toMatchObject({ fetched: issues, inserted: issues, updated: 0, rejected: 0 });
    const stored = await house.stored();
    expect(Object.keys(stored)).toHaveLength(issues);
    expect([stored['1'], stored['2']]).toEqual([
      ['customer: Where is withdrawal 1?'],
      ['customer: Where is withdrawal 2?', 'agent: We look into 2.'],
    ]);
    expect(await house.run()).toMatchObject({ inserted: 0, updated: 0, rejected: 0 });
    await tell('PUT', 'issues/1.json', server.keys.anna, { issue: { notes: 'It is done.', status_id: 5 } });
    await tell('PUT', 'issues/2.json', server.keys.reader, { issue: { notes: 'Ask finance.', private_notes: true } });
    await tell('POST', 'issues.json', server.keys.jo, {
      issue: { project_id: 'support', tracker_id: 1, subject: 'Fees', description: 'Why so high?' },
    });
    await tell('DELETE', 'issues/3.json', server.keys.reader);
    expect(await house.run()).toMatchObject({ inserted: 1, updated: 2, rejected: 0 });
    house.later(2 * day);
    await changeConnection(house.db, houseSource, { checkedGoneAt: virtualStart });
    await house.run();
    const after = await house.stored();
    expect([after['1'], after['3'], after['131']]).toEqual([
      ['customer: Where is withdrawal 1?', 'agent: It is done.'],
      ['customer: '],
      ['customer: Why so high?'],
    ]);
    expect(after['2']?.at(-1)).toMatch(/: Ask finance\.$/);
  });

  it('is refused with a wrong key', async () => {
    const house = await houseOf('0123456789');
    const reason = await house.run().then(
      () => 'it worked',
      (error: Error) => error.message,
    );
    expect(reason).toMatch(/answered 401: the credentials are wrong or have expired$/);
  });
});
