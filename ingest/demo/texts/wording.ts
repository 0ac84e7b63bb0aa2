// What a language has to bring along to be spoken in the demo. `{slots}` are filled from the facts of a conversation.
import type { Category, TopicGroup } from '../company.ts';
import type { Story } from '../story.ts';

export type Lines = readonly string[];

/** First messages by what they are about. */
export type Openers = Readonly<Record<Category, Lines>>;

export type ByGroup = Readonly<Record<TopicGroup, Lines>>;

/** By tone: calm, annoyed, furious. */
export type ByTone = readonly [Lines, Lines, Lines];

/** What customers say besides their first sentence. */
export type CustomerWords = {
  /** One more fact, after the first sentence. */
  readonly context: ByGroup;
  /** What they tried already. */
  readonly tried: ByGroup;
  /** What they want. */
  readonly asks: ByGroup;
  /** A line of feeling; the calm list may be empty. */
  readonly moods: ByTone;
  readonly hellos: { readonly chat: Lines; readonly letter: Lines; readonly call: Lines };
  /** Ends of letters, `{customer}` is a first name. */
  readonly closings: Lines;
  /** A second chat message right after the first. */
  readonly more: ByGroup;
  readonly nudges: { readonly live: ByTone; readonly letter: ByTone };
  /** `solved` says that it worked, which not every thank-you can. */
  readonly thanks: { readonly plain: Lines; readonly solved: Lines };
  readonly withdraws: Lines;
  readonly reopens: ByGroup;
  readonly formalComplaints: Lines;
  readonly publicComplaints: Lines;
  /** Begins a second ticket about the same thing. */
  readonly duplicates: Lines;
  readonly voicemails: Lines;
  readonly protests: Lines;
  /** Ends of app-store reviews: good, middling, bad. */
  readonly verdicts: readonly [Lines, Lines, Lines];
  /** Other members of the forum. */
  readonly fellows: { readonly any: Lines; readonly problem: Lines };
  /** Sentences that carry a secret in `{secret}`, by what it is. */
  readonly leaks: Readonly<Record<'phrase' | 'key' | 'card' | 'contact', Lines>>;
};

/** What customers write with a rating, by what decided it. */
export type RatingWords = {
  /** Good ratings; `goodBut` praises the people and not the product. */
  readonly quick: Lines;
  readonly kind: Lines;
  readonly good: Lines;
  readonly goodBut: Lines;
  readonly middling: Lines;
  /** Bad ones: waited long, had to ask again, a ready-made answer, not solved after all, another language, anything else. */
  readonly slow: Lines;
  readonly asked: Lines;
  readonly readyMade: Lines;
  readonly reopened: Lines;
  readonly foreign: Lines;
  readonly bad: Lines;
  /** Only where money was on its way. */
  readonly money: { readonly good: Lines; readonly bad: Lines };
};

/** What our people and our machines say. */
export type AgentWords = {
  readonly greets: Lines;
  /** For customers who waited longer than promised. */
  readonly sorries: Lines;
  /** Kind words of a first answer: each shows that the matter is understood and that somebody sees to it. */
  readonly kindnesses: Lines;
  /** Ready-made sentences, the same for everybody. */
  readonly macros: { readonly ask: Lines; readonly solve: ByGroup };
  readonly solves: Openers;
  readonly escalates: Lines;
  readonly holds: { readonly live: Lines; readonly letter: Lines };
  readonly goodbyes: Lines;
  readonly callBacks: Lines;
  readonly complaintAcks: Lines;
  readonly complaintDecisions: Lines;
  readonly reviewReplies: { readonly good: Lines; readonly bad: Lines };
  /** After a customer leaked a secret. */
  readonly warnings: Lines;
  readonly hellos: Lines;
  readonly signoffs: Lines;
  readonly botHellos: Lines;
  readonly botWaits: Lines;
  readonly autoAcks: Lines;
  readonly surveys: Lines;
  readonly campaigns: Lines;
};

/** A question of ours with the answers that fit it. */
export type Exchange = { readonly ask: string; readonly answers: Lines };

export type Exchanges = Readonly<Record<TopicGroup, readonly Exchange[]>>;

export type Wording = {
  readonly openers: Openers;
  /** First messages that only make sense during a happening. */
  readonly stories: Readonly<Partial<Record<Story, Lines>>>;
  /** Subjects of letters, forms and forum threads. */
  readonly subjects: Openers;
  readonly exchanges: Exchanges;
  readonly customer: CustomerWords;
  readonly agent: AgentWords;
  /** Absent where customers of a language rate without a word. */
  readonly ratings?: RatingWords;
  /** When something happened, seen from the message. */
  readonly whens: Lines;
  /** Since when something goes on, preposition included. */
  readonly sinces: Lines;
  /** Joins sentences of one paragraph: a space, or nothing in Chinese. */
  readonly joiner: string;
};
