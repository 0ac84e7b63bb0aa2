// The bench of learning moods: the right sentiment of held-back real conversations after 0, 200 and 1,000 labels of annotators who err, with shuffled labels as control.
import { type MoodPoint, type MoodSet, sentimentCurve } from '#test/support/sentiment-curve.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);
const sets: readonly (MoodSet & { readonly heldBack: number })[] = [
  { name: 'conv_stc3_csat_zh', language: 'zh', heldBack: 1500 },
  { name: 'intent_appreviews_en', language: 'en', heldBack: 2000 },
];
const crews = [
  { who: 'errs in 5 %', errorRate: 0.05 },
  { who: 'errs in 15 %', errorRate: 0.15 },
  { who: 'labels shuffled', errorRate: 0, isShuffled: true },
];
const seeds = [1, 2, 3, 4, 5].slice(0, Number(process.argv[2] ?? 3));
const percent = (value: number) => (value * 100).toFixed(1);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function cell(points: readonly MoodPoint[]): string {
  const right = points.map((point) => point.right);
  const live = points.filter(({ isBetter }) => isBetter === true).length;
  const spread = `${percent(Math.min(...right))}-${percent(Math.max(...right))}`;
  const gate = points[0]?.isBetter === null ? '' : `, live ${live} of ${points.length}`;
  return `${points[0]?.labels}: ${percent(mean(right))} (${spread}), macro-F1 ${percent(mean(points.map(({ macroF1 }) => macroF1)))}${gate}`;
}

for (const { heldBack, ...set } of sets) {
  say(
    `${set.name}: right of ${heldBack} held-back conversations in %, silence counts as wrong; mean of ${seeds.length} seeds (least-most)`,
  );
  for (const { who, ...crew } of crews) {
    const curves = [];
    for (const seed of seeds) curves.push(await sentimentCurve({ ...set, ...crew, seed, at: [0, 200, 1000], heldBack }));
    const known = curves.flatMap((curve) => (curve === null ? [] : [curve]));
    if (known.length === 0) say('  not there, left out');
    else say(`  ${who.padEnd(15)} ${[0, 1, 2].map((at) => cell(known.flatMap((curve) => curve[at] ?? []))).join('   ')}`);
  }
}
