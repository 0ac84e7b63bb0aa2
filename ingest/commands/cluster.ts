// `huiyin cluster`: texts in, the group of each out, with a label in the words of its customers; nothing is stored.
import type { Command } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { centreOf } from '../issues/centres.ts';
import { describeGroup, type Spoken } from '../issues/describe-group.ts';
import { groupMessages, leastLikeness } from '../issues/group-messages.ts';
import { openShippedSpace } from '../issues/message-space.ts';
import { seededRandom } from '../learn/seeded.ts';
import { redactText } from '../stages/redact.ts';
import type { CommandContext } from './context.ts';
import { answerLines } from './json-questions.ts';

/** So many messages are compared each with each; of more, samples of this size. */
const sample = 4000;
const mostLabelled = 200;

export function registerCluster(program: Command, context: CommandContext): void {
  program
    .command('cluster')
    .description(
      'JSON Lines {id, text, language?} on standard input to {id, cluster, label} on standard output; groups tell of one problem',
    )
    .action(() => clusterCommand(context));
}

type Asked = { readonly id: unknown; readonly text: string; readonly language: string };

/** Lines that cannot be read are named on stderr and make the command fail at the end. */
export async function clusterCommand(context: Pick<CommandContext, 'stdin' | 'stdout' | 'stderr'>): Promise<void> {
  const asked: Asked[] = [];
  const reading = { ...context, stdout: () => undefined };
  const failed = await answerLines(
    reading,
    ({ id, text, language }) =>
      asked.push({ id: id ?? null, text: redactText(text).text, language: typeof language === 'string' ? language : '' }),
    'the redactor failed',
  );
  const space = openShippedSpace();
  const points = asked.map(({ text }) => space.place(text));
  const groups = groupMessages(points, { leastLikeness, sample, random: seededRandom(1) });
  const members = new Map<number, Spoken[]>();
  points.forEach((point, at) => {
    const list = members.get(groups[at] ?? 0) ?? [];
    if (point !== null && list.length < mostLabelled)
      list.push({ conversationId: at, message: '', text: asked[at]?.text ?? '', language: asked[at]?.language ?? '', point });
    members.set(groups[at] ?? 0, list);
  });
  const labels = new Map([...members].map(([group, list]) => [group, labelOf(list)]));
  let piece = '';
  asked.forEach(({ id, text }, at) => {
    const cluster = groups[at] ?? 0;
    piece += `${JSON.stringify({ id, cluster, label: labels.get(cluster) || text.slice(0, 64) })}\n`;
  });
  context.stdout(piece);
  if (failed > 0) throw new AppError('invalid', `${failed} ${failed === 1 ? 'line was' : 'lines were'} not grouped`);
}

function labelOf(members: readonly Spoken[]): string {
  return members.length === 0 ? '' : describeGroup(members, centreOf(members.map(({ point }) => point)), openShippedSpace()).label;
}
