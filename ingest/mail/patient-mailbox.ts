// A mailbox with manners: connects when it is first asked, keeps to a budget, connects anew where the line breaks, gives up in time.
import { AppError } from '#db/model/errors.ts';
import type { Breaker } from '../http/breaker.ts';
import type { RateBudget } from '../http/rate-budget.ts';
import { jitterMs } from '../http/retry-delay.ts';
import type { Mailbox, MailConnect, MailServer } from './mailbox.ts';

export type MailManners = {
  readonly connect: MailConnect;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly breaker: Breaker;
  readonly budget: RateBudget;
  readonly signal: AbortSignal;
};

const mostTries = 6;

type Line = { mailbox: Mailbox | null };

/** Every question may be asked again: none of them changes anything. */
export function openPatientMailbox(manners: MailManners, server: MailServer): Mailbox {
  const line: Line = { mailbox: null };
  const ask = <Answer>(question: (mailbox: Mailbox) => Promise<Answer>) => askPatiently(manners, { server, line }, question);
  return {
    folders: () => ask((mailbox) => mailbox.folders()),
    stateOf: (folder) => ask((mailbox) => mailbox.stateOf(folder)),
    list: (folder, listed) => ask((mailbox) => mailbox.list(folder, listed)),
    read: (folder, uids) => ask((mailbox) => mailbox.read(folder, uids)),
    find: (folder, messageId) => ask((mailbox) => mailbox.find(folder, messageId)),
    // A list that breaks off half-way is begun again from its start, so it is handed on only when it is whole.
    async *ties(folder) {
      yield* await ask(async (mailbox) => {
        const found: string[] = [];
        for await (const tie of mailbox.ties(folder)) found.push(tie);
        return found;
      });
    },
    close: async () => {
      await hangUp(line);
    },
  };
}

type Place = { readonly server: MailServer; readonly line: Line };

async function askPatiently<Answer>(manners: MailManners, place: Place, question: (mailbox: Mailbox) => Promise<Answer>): Promise<Answer> {
  const { breaker, budget, pause, random, signal } = manners;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    const openUntil = breaker.openUntil();
    const { host } = place.server;
    if (openUntil !== null)
      throw new AppError('unavailable', `${host} failed too often; it is left alone until ${new Date(openUntil).toISOString()}`);
    const budgetPause = budget.takeMs();
    if (budgetPause > 0) await pause(budgetPause, signal);
    try {
      place.line.mailbox ??= await manners.connect(place.server, signal);
      const answer = await question(place.line.mailbox);
      breaker.succeed();
      return answer;
    } catch (error) {
      if (signal.aborted || !(error instanceof AppError) || error.code !== 'unavailable') throw error;
      breaker.fail();
      await hangUp(place.line);
      if (attempt >= mostTries || breaker.openUntil() !== null) throw error;
      await pause(jitterMs(attempt, random), signal);
    }
  }
}

/** A line that is broken cannot be closed properly, and need not be. */
async function hangUp(line: Line): Promise<void> {
  const { mailbox } = line;
  line.mailbox = null;
  await mailbox?.close().catch(() => undefined);
}
