// The Bluesky connector against a real network of the vendor's own servers: posts, answers, edits and deletions, compared whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day } from '#db/model/instant.ts';
import { bluesky } from '#ingest/connectors/bluesky.ts';
import { openAddressGuard } from '#ingest/http/address-guard.ts';
import { openTransport } from '#ingest/http/transport.ts';
import { goneAt, readSource } from '#test/support/read-source.ts';
import { startBlueskyNetwork } from './bluesky-network.ts';

type Account = { readonly did: string; readonly handle: string; readonly accessJwt: string };
type Reference = { readonly uri: string; readonly cid: string };

const started = await startBlueskyNetwork();
const network = 'network' in started ? started.network : null;
const name = `a real Bluesky network${'reason' in started ? ` (skipped: ${started.reason})` : ''}`;
const url = network?.url ?? 'http://localhost:1';
const transport = openTransport(openAddressGuard([new URL(url).host]));

afterAll(async () => {
  await transport.close();
  await network?.close();
});

async function call(path: string, body: unknown, account?: Account): Promise<unknown> {
  const response = await fetch(`${url}/xrpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(account === undefined ? {} : { authorization: `Bearer ${account.accessJwt}` }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

const accountShape = z.object({ did: z.string(), handle: z.string(), accessJwt: z.string() });
const openAccount = async (who: string): Promise<Account> =>
  accountShape.parse(
    await call('com.atproto.server.createAccount', { handle: `${who}.test`, email: `${who}@example.test`, password: 'a-password' }),
  );

const referenceShape = z.object({ uri: z.string(), cid: z.string() });
type Words = { readonly text: string; readonly calls?: Account; readonly under?: readonly [root: Reference, parent: Reference] };

function recordOf({ text, calls, under }: Words, createdAt: string) {
  const mention = calls === undefined ? null : { $type: 'app.bsky.richtext.facet#mention', did: calls.did };
  const place = text.indexOf('@walletco.test');
  const facets = mention === null ? {} : { facets: [{ index: { byteStart: place, byteEnd: place + 14 }, features: [mention] }] };
  const reply = under === undefined ? {} : { reply: { root: under[0], parent: under[1] } };
  return { $type: 'app.bsky.feed.post', text, createdAt, langs: ['en'], ...facets, ...reply };
}

const start = Date.now() - 60_000;
let clock = start;
async function say(account: Account, words: Words): Promise<Reference & { readonly at: number }> {
  clock += 1000;
  const record = recordOf(words, new Date(clock).toISOString());
  const body = { repo: account.did, collection: 'app.bsky.feed.post', record };
  return { ...referenceShape.parse(await call('com.atproto.repo.createRecord', body, account)), at: clock };
}

const keyOf = ({ uri }: Reference): string => uri.split('/').at(-1) ?? '';

describe.skipIf(network === null)(name, { timeout: 300_000 }, () => {
  const people = new Map<string, Account>();
  const person = (who: string): Account => people.get(who) ?? { did: '', handle: '', accessJwt: '' };
  const source = () => ({
    connector: bluesky,
    settings: { url, identifier: 'walletco.test', password: 'a-password', terms: 'lost funds', staff: person('anna').did },
  });
  const read = (cursor: string | null = null) =>
    readSource(source(), ({ ...outgoing }) => viaNetwork(outgoing), { cursor, since: start - day, start: Date.now() });

  const viaNetwork = async (outgoing: Parameters<typeof transport.send>[0]) => {
    const { status, header, body } = await transport.send(outgoing, new AbortController().signal);
    return { status, headers: { date: header('date') ?? '' }, body };
  };

  beforeAll(async () => {
    for (const who of ['walletco', 'anna', 'kim', 'lee']) people.set(who, await openAccount(who));
  });

  it('gives whole conversations, and what was edited, deleted and added since', async () => {
    const [acme, anna, kim, lee] = [person('walletco'), person('anna'), person('kim'), person('lee')];
    const root = await say(kim, { text: 'My wallet is stuck, @walletco.test', calls: acme });
    const chime = await say(lee, { text: 'Same for me, @walletco.test', calls: acme, under: [root, root] });
    const toKim = await say(anna, { text: 'We look into it.', under: [root, root] });
    const news = await say(acme, { text: 'Maintenance tonight' });
    const question = await say(lee, { text: 'Until when?', under: [news, news] });
    const term = await say(lee, { text: 'I have lost funds' });
    await network?.takeIn();

    const first = await read();
    const brief = (one: Awaited<ReturnType<typeof read>>) =>
      one.conversations
        .map(({ externalId, customer, openedAt, status, coverage, messages }) => ({
          externalId,
          customer,
          openedAt,
          status,
          coverage,
          said: messages.map(({ externalId: id, actor, author, text, at, inReplyTo }) => [id, actor, author, text, at, inReplyTo]),
        }))
        .toSorted((a, b) => (a.openedAt ?? 0) - (b.openedAt ?? 0));
    const customer = (by: Account, post: typeof root, text: string, parent: Reference | null) => [
      post.uri,
      'customer',
      by.did,
      text,
      post.at,
      parent?.uri ?? null,
    ];
    const agent = (by: Account, post: typeof root, text: string, parent: Reference | null) => [
      post.uri,
      'agent',
      by.did,
      text,
      post.at,
      parent?.uri ?? null,
    ];
    const ofKim = {
      externalId: root.uri,
      customer: kim.did,
      openedAt: root.at,
      status: 'pending',
      coverage: 'whole',
      said: [customer(kim, root, 'My wallet is stuck, @walletco.test', null), agent(anna, toKim, 'We look into it.', root)],
    };
    const ofLee = {
      externalId: `${root.uri}>${chime.uri}`,
      customer: lee.did,
      openedAt: chime.at,
      status: 'open',
      coverage: 'whole',
      said: [customer(lee, chime, 'Same for me, @walletco.test', root)],
    };
    const asked = {
      externalId: `${news.uri}>${question.uri}`,
      customer: lee.did,
      openedAt: question.at,
      status: 'open',
      coverage: 'whole',
      said: [agent(acme, news, 'Maintenance tonight', null), customer(lee, question, 'Until when?', news)],
    };
    const found = { ...ofLee, externalId: term.uri, openedAt: term.at, said: [customer(lee, term, 'I have lost funds', null)] };
    expect([first.malformed, first.gaps]).toEqual([[], []]);
    expect(brief(first)).toEqual([ofKim, ofLee, asked, found]);
    expect(brief(await read(first.cursor))).toEqual([ofKim, ofLee, asked, found]);

    const edited = recordOf({ text: 'My wallet is stuck since May, @walletco.test', calls: acme }, new Date(root.at).toISOString());
    await call('com.atproto.repo.putRecord', { repo: kim.did, collection: 'app.bsky.feed.post', rkey: keyOf(root), record: edited }, kim);
    await call('com.atproto.repo.deleteRecord', { repo: lee.did, collection: 'app.bsky.feed.post', rkey: keyOf(chime) }, lee);
    const added = await say(anna, { text: 'Until six.', under: [news, question] });
    await network?.takeIn();

    const second = brief(await read(first.cursor));
    const said = [customer(kim, root, 'My wallet is stuck since May, @walletco.test', null), ...ofKim.said.slice(1)];
    const answered = { ...asked, status: 'pending', said: [...asked.said, agent(anna, added, 'Until six.', question)] };
    expect(second).toEqual([{ ...ofKim, said }, answered, found]);
    const ids = [root.uri, `${root.uri}>${chime.uri}`, `${news.uri}>${question.uri}`];
    expect(await goneAt(source(), ({ ...outgoing }) => viaNetwork(outgoing), ids)).toEqual([`${root.uri}>${chime.uri}`]);
  });
});
