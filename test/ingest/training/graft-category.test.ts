// An edited copy of the shipped taxonomy: what was not edited is told as the shipped model tells it, new leaves take their own, removed ones go where they were sent.
import { beforeAll, describe, expect, it } from 'vitest';
import type { CategoryScore } from '#db/model/score.ts';
import type { CategoryMove } from '#db/model/taxonomy-change.ts';
import { openCategoryScorer, readShippedTaxonomy } from '#ingest/scores/category.ts';
import { openOwnCategoryScorer } from '#ingest/scores/own-category.ts';
import type { Scorer } from '#ingest/scores/scorer.ts';
import { inheritFrom } from '#ingest/taxonomy/inherit.ts';
import { type Taxonomy, taxonomyShape } from '#ingest/taxonomy/taxonomy.ts';
import { learnTaxonomy, trainOwnTaxonomy } from '#ingest/training/train-own-taxonomy.ts';
import { goldenLines } from '#test/support/golden-lines.ts';

let shipped: Taxonomy;
let base: Scorer<CategoryScore>;
beforeAll(async () => {
  [shipped, base] = await Promise.all([readShippedTaxonomy(), openCategoryScorer()]);
});

const texts = (['en', 'zh', 'fr', 'de'] as const).flatMap((language) =>
  goldenLines(`category/golden-${language}.txt`).map(({ text }) => ({ text, language })),
);
const ask = (by: Scorer<CategoryScore>, { text, language }: { text: string; language: string }) =>
  by.score({ text, language, channel: null, actor: 'customer', redactions: [] });
const english = (text: string) => ({ text, language: 'en' });

async function edited(document: Taxonomy, moves: readonly CategoryMove[] = []) {
  const { model, inherited, figures } = await learnTaxonomy(document, moves);
  return { scorer: openOwnCategoryScorer({ document, model, version: 1 }), inherited, figures };
}

/** Every golden message that another leaf gets, as from where to where. */
function changes(by: Scorer<CategoryScore>): string[] {
  return texts.flatMap((one) => {
    const [was, is] = [ask(base, one).id, ask(by, one).id];
    return was === is ? [] : [`${was} > ${is}`];
  });
}
const ways = (by: Scorer<CategoryScore>): string[] => [...new Set(changes(by))];

/** A leaf beside the others takes a little of every share: what was barely sure enough may fall silent, and nothing else may happen. */
const isTouchedOnly = (by: Scorer<CategoryScore>): boolean => {
  const all = changes(by);
  return all.every((way) => way.endsWith(' > null')) && all.length <= texts.length / 50;
};

const withLeaf = (leaf: object): Taxonomy => taxonomyShape.parse({ ...shipped, leaves: [...shipped.leaves, leaf] });
const nft = {
  id: 'trade.nft',
  names: 'NFT',
  keywords: { en: ['nft*'] },
  examples: {
    en: ['my nft does not show up in the gallery', 'I cannot send my nft to another wallet', 'the collectible I bought is missing'],
  },
};

describe('an edited copy of the shipped taxonomy', () => {
  it('says what the shipped model says where only a name is another; learned from its own words alone it does not', async () => {
    const leaves = shipped.leaves.map((leaf) => (leaf.id === 'trade.swap' ? { ...leaf, names: { ...leaf.names, en: 'Exchange' } } : leaf));
    const renamed = { ...shipped, leaves };
    const { scorer, inherited } = await edited(renamed);
    const asked = texts.map((one) => [ask(base, one), ask(scorer, one)] as const);
    expect([inherited, asked.filter(([was, is]) => JSON.stringify(was) !== JSON.stringify(is))]).toEqual([29, []]);
    const alone = openOwnCategoryScorer({ document: renamed, model: trainOwnTaxonomy(renamed).model, version: 1 });
    expect([changes(alone).length / texts.length > 0.1, isTouchedOnly(alone)]).toEqual([true, false]);
  });

  it('gives a new leaf its own texts and leaves the others where they are', async () => {
    const { scorer, inherited } = await edited(withLeaf(nft));
    const said = ['my nft is gone', 'NFT gallery is empty', 'the swap failed'].map((text) => ask(scorer, english(text)).id);
    expect([inherited, said, isTouchedOnly(scorer)]).toEqual([29, ['trade.nft', 'trade.nft', 'trade.swap'], true]);
  });

  it('learns a new leaf from sentences alone, too', async () => {
    const { scorer } = await edited(withLeaf({ ...nft, keywords: {} }));
    expect([ask(scorer, english('my nft is not in the gallery')).id, isTouchedOnly(scorer)]).toEqual(['trade.nft', true]);
  });

  it('sends what a removed leaf found to where it was mapped, and nothing else', async () => {
    const leaves = shipped.leaves.filter(({ id }) => id !== 'account.2fa');
    const { scorer, inherited } = await edited({ ...shipped, leaves }, [{ was: 'account.2fa', becomes: 'account.login' }]);
    const code = ask(scorer, english('the code of my authenticator app is refused'));
    expect([inherited, code.id, code.evidence.length > 0, ways(scorer)]).toEqual([
      28,
      'account.login',
      true,
      ['account.2fa > account.login'],
    ]);
  });

  it('serves a leaf that went to another group under its new id, without being told', async () => {
    const leaves = shipped.leaves.map((leaf) => (leaf.id === 'account.2fa' ? { ...leaf, id: 'security.2fa' } : leaf));
    const { scorer, inherited } = await edited({ ...shipped, leaves });
    expect([inherited, ways(scorer)]).toEqual([29, ['account.2fa > security.2fa']]);
  });

  it('hears examples that are added to a leaf that stayed', async () => {
    const added = ['the spread is a rip-off', 'such a spread, rip-off', 'rip-off spread on small amounts'];
    const leaves = shipped.leaves.map((leaf) => (leaf.id === 'fees' ? { ...leaf, examples: { ...leaf.examples, und: added } } : leaf));
    const { scorer } = await edited({ ...shipped, leaves });
    const asked = english('what a rip-off, this spread');
    const [was, is] = [ask(base, asked), ask(scorer, asked)];
    expect([is.id, was.id === 'fees' ? is.confidence > was.confidence : true, isTouchedOnly(scorer)]).toEqual(['fees', true, true]);
  });
});

describe('a taxonomy that is no edited copy', () => {
  it('inherits nothing, though one of its ids is shipped too', async () => {
    const shop = taxonomyShape.parse({
      id: 'shop',
      leaves: [
        { id: 'late', names: 'Late', examples: { en: ['my parcel is late', 'still waiting for the parcel'] } },
        { id: 'other', names: 'Other', examples: { en: ['just saying hello', 'good morning'] } },
      ],
    });
    const moves = shipped.leaves.flatMap(({ id }) => (id === 'other' ? [] : [{ was: id, becomes: 'other' }]));
    expect([inheritFrom(shipped, shop, moves), (await learnTaxonomy(shop, moves)).inherited]).toEqual([null, 0]);
  });
});
