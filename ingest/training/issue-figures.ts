// Figures of the grouping on labelled sets, beside k-means on latent semantics that is told the right number of groups.
import { groupBy } from '#db/store/group-by.ts';
import { groupMessages, leastLikeness } from '../issues/group-messages.ts';
import { openMessageSpace, type SpaceModel } from '../issues/message-space.ts';
import { type ClusterFigures, clusterFigures } from '../learn/cluster-figures.ts';
import { seededRandom } from '../learn/seeded.ts';
import type { IssueText, LabelledText } from './issue-sources.ts';
import { latentKMeans } from './latent-k-means.ts';

type Asked = { readonly grouped: readonly IssueText[]; readonly say: (words: string) => void };

const sample = 4000;

const written = ({ nmi, ari, found }: ClusterFigures) => `NMI ${nmi.toFixed(3)}, ARI ${ari.toFixed(3)}, groups ${found}`;

/** Prints one line a set: ours, which is told nothing, then the baseline, which is told how many groups there are. */
export function measureIssues(model: SpaceModel, sets: Readonly<Record<string, readonly LabelledText[]>>, { grouped, say }: Asked): void {
  const space = openMessageSpace(model);
  const byGroup = groupBy(grouped, ({ group }) => group ?? '');
  const all = {
    ...sets,
    ...Object.fromEntries([...byGroup].map(([name, rows]) => [name, rows.map(({ text, cluster }) => ({ text, label: cluster ?? '' }))])),
  };
  for (const [name, rows] of Object.entries(all)) {
    const truth = rows.map(({ label }) => label);
    const texts = rows.map(({ text }) => text);
    const found = groupMessages(
      texts.map((text) => space.place(text)),
      { leastLikeness, sample, random: seededRandom(1) },
    );
    const told = new Set(truth).size;
    const baseline = latentKMeans(texts, told, seededRandom(7));
    say(
      `${name} (n ${rows.length}, groups ${told}): ${written(clusterFigures(truth, found))} | baseline ${written(clusterFigures(truth, baseline))}`,
    );
  }
}
