// The demo company in pages of conversations, ready for the pipeline.
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation } from '../fetched.ts';
import { type Channel, channels, demoSources, sourceOf } from './company.ts';
import { type ComposePlan, compose, type Leak } from './compose.ts';
import { type DemoPlan, liveThrough } from './demo-year.ts';
import { openRandom } from './random.ts';
import { spamConversation } from './spam.ts';
import { openSpeech } from './speech.ts';
import type { Happening } from './story.ts';

/** Some hundred conversations of one source, in order of time. */
export type DemoPage = {
  readonly sourceId: string;
  readonly conversations: readonly FetchedConversation[];
  readonly leaks: readonly Leak[];
};

export type Demo = {
  readonly startAt: Instant;
  readonly happenings: readonly Happening[];
  /** Exactly this many conversations come out of `pages`. */
  readonly conversations: number;
  /** Composes page after page; nothing is kept, so a demo of any size needs the memory of one page. */
  pages(size: number): Iterable<DemoPage>;
};

/** Lives through the demo's time and offers its conversations. Seed, `now` and the other options decide every character. */
export function generateDemo(plan: DemoPlan): Demo {
  const year = liveThrough(plan);
  const random = openRandom(`${plan.seed}/words`);
  const words: ComposePlan = { random, releases: year.timeline.releases, now: plan.now, speech: openSpeech() };
  const spam = spamByChannel(random.fork('spam'), year.spam, year.startAt, plan.now);
  function* ofChannel(channel: Channel): Iterable<{ readonly conversation: FetchedConversation; readonly leaks: readonly Leak[] }> {
    for (const trace of year.traces) {
      const composed = trace.channel === channel ? compose(words, trace) : null;
      if (composed !== null) yield composed;
    }
    for (const conversation of spam.get(channel) ?? []) yield { conversation, leaks: [] };
  }
  return {
    startAt: year.startAt,
    happenings: year.timeline.happenings,
    conversations: year.traces.length + year.spam,
    *pages(size) {
      for (const { channel } of demoSources) {
        let page: { conversations: FetchedConversation[]; leaks: Leak[] } = { conversations: [], leaks: [] };
        for (const { conversation, leaks } of ofChannel(channel)) {
          page.conversations.push(conversation);
          page.leaks.push(...leaks);
          if (page.conversations.length < size) continue;
          yield { sourceId: sourceOf(channel), ...page };
          page = { conversations: [], leaks: [] };
        }
        if (page.conversations.length > 0) yield { sourceId: sourceOf(channel), ...page };
      }
    },
  };
}

function spamByChannel(
  random: ReturnType<typeof openRandom>,
  count: number,
  startAt: Instant,
  endAt: Instant,
): Map<string, FetchedConversation[]> {
  const found = new Map<string, FetchedConversation[]>(channels.map((channel) => [channel, []]));
  for (let nth = 0; nth < count; nth += 1) {
    const conversation = spamConversation(random, nth, Math.floor(startAt + random.next() * (endAt - startAt)));
    found.get(conversation.channel)?.push(conversation);
  }
  return found;
}
