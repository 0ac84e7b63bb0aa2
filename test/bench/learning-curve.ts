// The bench of learning: category accuracy on held-back texts after 0, 200 and 1,000 labels, by how these were chosen; several seeds.
import { type Choice, type CurvePoint, labelledSet, learningCurve } from '#test/support/learning-curve.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);
const choices: readonly Choice[] = ['random', 'leaning', 'doubt'];
const sets = [
  { name: 'intent_banking77_en', ownExamples: 3 },
  { name: 'intent_appreviews_en', ownExamples: 10 },
  { name: 'intent_appreviews_fr', ownExamples: 10 },
] as const;
const seeds = [1, 2, 3, 4, 5].slice(0, Number(process.argv[2] ?? 3));
const percent = (value: number) => (value * 100).toFixed(1);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function line(choice: Choice, curves: readonly (readonly CurvePoint[])[]): string {
  const cells = (curves[0] ?? []).map(({ labels }, at) => {
    const points = curves.flatMap((curve) => curve[at] ?? []);
    const right = points.map((point) => point.right);
    return `${labels}: ${percent(mean(right))} (${percent(Math.min(...right))}-${percent(Math.max(...right))}), answered ${percent(mean(points.map(({ answered }) => answered)))}`;
  });
  return `  ${choice.padEnd(8)} ${cells.join('   ')}`;
}

for (const { name, ownExamples } of sets) {
  const file = labelledSet(name);
  if (file === null) {
    say(`${name}: not there, left out`);
    continue;
  }
  say(
    `${name}: ${ownExamples} own examples a category, an annotator who errs in 5 %, right of 2,000 held-back texts in %, mean of ${seeds.length} seeds (least-most)`,
  );
  for (const choice of choices) {
    const curves = [];
    for (const seed of seeds)
      curves.push(await learningCurve({ file, seed, choice, at: [0, 200, 1000], ownExamples, heldBack: 2000, errorRate: 0.05 }));
    say(line(choice, curves));
  }
}
