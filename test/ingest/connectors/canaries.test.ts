// Secrets in every text that a vendor gives, for every connector: none is in what a sync leaves behind.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canaries, canariesIn, everything } from '#test/support/canaries.ts';
import { openSourceHouse } from '#test/support/source-house.ts';
import type { Reply, Upstream } from '#test/support/virtual-http.ts';
import { cases } from './cases.ts';

const secrets = Object.values(canaries);

/** What people wrote has a blank in it, or is Chinese; ids, states and addresses of pages are neither. */
const isProse = (text: string) =>
  (/\S\s\S/.test(text) || /\p{Script=Han}{4}/u.test(text)) && !/^\w{3},? (\w{3} )?\d|^\d{4}-\d\d-\d\d|charset=/.test(text);

function planter() {
  let planted = 0;
  const plantIn = (text: string): string => {
    // A step that is not in time with the texts of a record, or one field of a vendor would get the same kind always.
    const secret = secrets[(planted + Math.floor(planted / secrets.length)) % secrets.length];
    planted += 1;
    return `${text} ${secret}`;
  };
  return { plantIn };
}
type Planter = ReturnType<typeof planter>;

/** The text in base64; null where it is none. */
function inBase64(text: string): string | null {
  const decoded = Buffer.from(text, 'base64');
  return text.length >= 16 && decoded.toString('base64') === text ? decoded.toString('utf8') : null;
}

function plantedPart(part: string, { plantIn }: Planter): string {
  if (isProse(part)) return plantIn(part);
  const decoded = inBase64(part);
  return decoded !== null && isProse(decoded) && !decoded.includes('\uFFFD') ? Buffer.from(plantIn(decoded)).toString('base64') : part;
}

function plantedJson(value: unknown, planter: Planter): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => (typeof part === 'string' ? plantedPart(part, planter) : part));
}

function plantedText(text: string, planter: Planter): string {
  try {
    return JSON.stringify(plantedJson(JSON.parse(text), planter));
  } catch {
    // XML: what stands between two tags.
    return text.replace(/>([^<>]+)</g, (whole, between: string) => (isProse(between) ? `>${planter.plantIn(between)}<` : whole));
  }
}

/** A mail as base64: behind its text. */
const plantedMail = (source: string, { plantIn }: Planter) =>
  Buffer.from(`${Buffer.from(source, 'base64').toString('utf8').trimEnd()} ${plantIn('and')}\r\n`).toString('base64');

function plantedBody(body: unknown, planter: Planter): unknown {
  if (typeof body === 'string') return plantedText(body, planter);
  if (body instanceof Uint8Array) return Buffer.from(plantedText(Buffer.from(body).toString('utf8'), planter));
  if (!Array.isArray(body) || !body.some((item) => typeof item?.source === 'string')) return plantedJson(body, planter);
  return body.map((mail) => ({ ...mail, source: plantedMail(mail.source, planter) }));
}

const planted = (upstream: Upstream, planter: Planter): Upstream => {
  const change = (reply: Reply | Error) =>
    reply instanceof Error || reply.body === undefined ? reply : { ...reply, body: plantedBody(reply.body, planter) };
  return async (request, now) => change(await upstream(request, now));
};

describe('a secret that a source gives by', () => {
  it.each(cases.map((one) => [one.connector.card.id, one] as const))('%s is nowhere afterwards', async (_id, one) => {
    const house = await openSourceHouse({ connector: one.connector, settings: one.settings });
    const planting = planter();
    const result = await house.run({ upstream: planted(one.open().upstream, planting) });
    const bodies = Object.values(await house.stored()).flat();
    // Tokens in the texts are the proof that secrets came in by them.
    const tokens = ['[SEED_PHRASE]', '[PRIVATE_KEY]', '[CARD]', '[EMAIL]', '[PHONE]'];
    expect(tokens.filter((token) => !bodies.some((body) => body.includes(token)))).toEqual([]);
    expect({ inserted: result.inserted > 0, left: canariesIn(everything(path.dirname(house.location))) }).toEqual({
      inserted: true,
      left: [],
    });
  });

  it('a store that keeps what it is given would be noticed', () => {
    const planting = planter();
    const kept = Array.from(secrets, () => plantedText('{"text":"please help me","id":"a-7"}', planting)).join('\n');
    expect(canariesIn(kept)).toEqual(Object.keys(canaries));
    expect(plantedText('<p>please help</p><id>a-7</id>', planter())).toBe(`<p>please help ${canaries.phrase}</p><id>a-7</id>`);
  });
});
