// The bench of recurring issues: agreement with labelled groups beside the baseline, time for 100,000 messages, time to place one.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { centreOf, packCentre } from '#ingest/issues/centres.ts';
import { groupMessages, leastLikeness } from '#ingest/issues/group-messages.ts';
import { openMessageSpace, type Point, unpackSpaceModel } from '#ingest/issues/message-space.ts';
import { openPlacer } from '#ingest/issues/placer.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';
import { measureIssues } from '#ingest/training/issue-figures.ts';
import { readIssueSources } from '#ingest/training/issue-sources.ts';

const folder = path.resolve(import.meta.dirname, process.argv[2] ?? '../../../shared/data');
const say = (words: string) => process.stdout.write(`${words}\n`);
const model = unpackSpaceModel(readFileSync(new URL('../../ingest/models/issues/weights.bin', import.meta.url)));

if (!existsSync(folder)) {
  say(`no data at ${folder}: name the folder of the labelled sets`);
  process.exitCode = 1;
} else {
  const sources = await readIssueSources(folder);
  // Their intents were learned from: what the model does on unseen ones is printed by train-issues.ts --held-out.
  const banking = sources.banking.filter((_, at) => at % 4 === 0);
  measureIssues(model, { 'Banking77, learned from': banking }, { grouped: sources.grouped, say });
  const space = openMessageSpace(model);
  const texts = [...sources.banking, ...sources.modules, ...sources.own].map(({ text }) => text).concat(sources.reviews);
  const many = Array.from({ length: 100_000 }, (_, at) => `${texts[(at * 7919) % texts.length]} ${at % 977}`);
  const seconds = () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
  const start = seconds();
  const points = many.map((text) => space.place(text));
  const placed = seconds();
  const groups = groupMessages(points, { leastLikeness, sample: 4000, random: seededRandom(1) });
  const end = seconds();
  say(
    `100,000 messages: ${(end - start).toFixed(1)} s of processor time (placing ${(placed - start).toFixed(1)} s), groups ${new Set(groups).size}`,
  );
  const byGroup = new Map<number, Point[]>();
  points.forEach((point, at) => {
    if (point !== null) byGroup.set(groups[at] ?? 0, [...(byGroup.get(groups[at] ?? 0) ?? []).slice(-200), point]);
  });
  const issues = [...byGroup].slice(0, 1000).map(([id, list]) => ({ id: String(id), centres: [packCentre(centreOf(list))], repelled: [] }));
  const placer = openPlacer(issues, space.size);
  const times = many.slice(0, 2000).map((text) => {
    const from = performance.now();
    const point = space.place(text);
    if (point !== null) placer.place(point);
    return performance.now() - from;
  });
  times.sort((a, b) => a - b);
  say(`one message into ${issues.length} issues: median ${times[1000]?.toFixed(2)} ms, 99 % under ${times[1980]?.toFixed(2)} ms`);
}
