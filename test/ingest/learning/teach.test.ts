// Teaching: new words of customers are learned and nothing is learned from noise; too little is told by name.
import { describe, expect, it } from 'vitest';
import { isHeldOut } from '#db/facts/held-out.ts';
import { unpackAdjustment } from '#ingest/learning/adjustment.ts';
import { openFieldModel } from '#ingest/learning/field-model.ts';
import { leastHeldOut, leastTaught, type Taught, teach } from '#ingest/learning/teach.ts';
import { plantedConversations } from '#test/support/planted-wording.ts';

const order = { field: 'category', taxonomy: null, live: null } as const;

async function taughtBy(options: Parameters<typeof plantedConversations>[0]): Promise<Taught> {
  const result = await teach({ ...order, conversations: plantedConversations(options) });
  if (result.outcome !== 'taught') throw new Error('too few');
  return result;
}

describe('a category model that is taught', () => {
  it('learns what customers call things here, and is better on customers that it learned nothing from', async () => {
    const { figures, weights, baseVersion } = await taughtBy({ count: 300 });
    const { overall, languages, isBetter, findings } = figures;
    expect([isBetter, findings]).toEqual([true, []]);
    expect(overall.old.right?.value).toBeLessThan(0.65);
    expect(overall.new.right?.value).toBeGreaterThan(0.95);
    expect(overall.gain?.interval[0]).toBeGreaterThan(0.2);
    expect([languages.length, languages[0]?.language, languages[0]?.n]).toEqual([1, 'en', overall.n]);
    expect(figures.taught + figures.heldOut).toBe(300);
    const model = await openFieldModel('category', null);
    expect(model.version).toBe(baseVersion);
    const [before, after] = [model.judge(null), model.judge({ version: 1, adjustment: unpackAdjustment(weights) })];
    const ask = (text: string) => [{ text, language: 'en' }];
    const stranger = ask('so where is the zorple of my glimbark');
    expect([before(stranger), after(stranger)]).toEqual([before(stranger), 'trade.staking']);
    expect(before(stranger)).not.toBe('trade.staking');
    // What it knew before it still knows.
    expect(after(ask('the app crashes when I open it'))).toBe('app.crash');
    expect(after(ask('withdrawal stuck since Friday, the deposit has not arrived'))).toBe(
      before(ask('withdrawal stuck since Friday, the deposit has not arrived')),
    );
  });

  it('never goes live by itself where the labels are those of others', async () => {
    const found = [];
    for (const seed of [1, 2, 3, 4, 5]) found.push(await taughtBy({ count: 200, isShuffled: true, seed }));
    expect(found.map(({ figures }) => figures.isBetter)).toEqual([false, false, false, false, false]);
    expect(found.map(({ figures }) => figures.findings[0])).toEqual(found.map(() => ({ kind: 'no-clear-gain' })));
  });

  it('is the same for the same labels', async () => {
    const [one, other] = [await taughtBy({ count: 150 }), await taughtBy({ count: 150 })];
    expect(other).toEqual(one);
  });

  it('is held against the taught model in force, not against the shipped one', async () => {
    const conversations = plantedConversations({ count: 300 });
    const first = await taughtBy({ count: 300 });
    const second = await teach({ ...order, live: { version: 4, baseVersion: first.baseVersion, weights: first.weights }, conversations });
    if (second.outcome !== 'taught') throw new Error('too few');
    expect([second.figures.against, second.figures.overall.old.right]).toEqual([4, first.figures.overall.new.right]);
    expect(second.figures.isBetter).toBe(false);
    const stale = await teach({ ...order, live: { version: 4, baseVersion: 'another', weights: first.weights }, conversations });
    expect(stale.outcome === 'taught' && stale.figures.against).toBe(0);
  });

  it('says which it has too few of, and teaches nothing', async () => {
    const conversations = plantedConversations({ count: 40 });
    const [taught, heldOut] = [conversations.filter((one) => !one.isHeldOut).length, conversations.filter((one) => one.isHeldOut).length];
    expect(await teach({ ...order, conversations })).toEqual({ outcome: 'too-few', taught, heldOut });
    expect([taught < leastTaught, heldOut < leastHeldOut]).toEqual([true, true]);
  });

  it('leaves out labels of categories that are gone, and counts them', async () => {
    const gone = plantedConversations({ count: 20, seed: 9 }).map((one, at) => ({
      ...one,
      id: 1000 + at,
      truth: new Map([['gone.long-ago', 1]]),
    }));
    const { figures } = await taughtBy({ count: 150 });
    const result = await teach({ ...order, conversations: [...plantedConversations({ count: 150 }), ...gone] });
    expect(result.outcome === 'taught' && [result.figures.taught, result.figures.leftOut]).toEqual([figures.taught, 20]);
  });
});

describe('a sentiment model that is taught', () => {
  it('learns a word of feeling that customers coined', async () => {
    const text = (at: number) => (at % 2 === 0 ? 'that was flurbed of you' : 'where do I find my invoice');
    const conversations = plantedConversations({ count: 260 }).map((one, at) => {
      const truth = new Map([[at % 2 === 0 ? 'neg' : 'neu', 1]]);
      return {
        ...one,
        truth,
        test: { truth, weight: 1 },
        messages: [{ text: `${text(at)} ${one.messages[0]?.text.split(' ')[0]}`, language: 'en' }],
      };
    });
    const result = await teach({ field: 'sentiment', taxonomy: null, live: null, conversations });
    if (result.outcome !== 'taught') throw new Error('too few');
    const model = await openFieldModel('sentiment', null);
    const [before, after] = [model.judge(null), model.judge({ version: 1, adjustment: unpackAdjustment(result.weights) })];
    const stranger = [{ text: 'flurbed, really', language: 'en' }];
    expect([before(stranger) === 'neg', after(stranger)]).toEqual([false, 'neg']);
    expect(result.figures.isBetter).toBe(true);
    expect(after([{ text: 'I love it, great work, thank you so much', language: 'en' }])).toBe('pos');
  });
});

describe('who is held out', () => {
  it('stays so from run to run, three in ten of all customers, all conversations of one alike', () => {
    const customers = Array.from({ length: 4000 }, (_, at) => `c1_${at}`);
    const held = customers.filter((customer) => isHeldOut({ customer, conversationId: 1 }));
    expect(held.length / customers.length).toBeGreaterThan(0.28);
    expect(held.length / customers.length).toBeLessThan(0.32);
    expect(customers.filter((customer) => isHeldOut({ customer, conversationId: 77 }))).toEqual(held);
  });
});
