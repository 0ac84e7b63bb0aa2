// The mood of a conversation as a curve, and what is said of its course.
import { describe, expect, it } from 'vitest';
import type { ConversationMessage } from '../../../dashboard/src/lib/api/shapes.ts';
import { moodCurve, moodShift } from '../../../dashboard/src/lib/conversation/mood-curve.ts';

const scored = (id: string, sentimentScore: number | null, isAbstained = false): ConversationMessage => ({
  id,
  at: null,
  actor: 'customer',
  agent: null,
  author: null,
  visibility: 'public',
  kind: 'message',
  body: '',
  language: 'en',
  needsAnswer: true,
  needsAnswerReason: null,
  countsAsReply: false,
  replyReason: 'not_an_agent',
  inReplyTo: null,
  redactions: [],
  deletedAt: null,
  score: {
    scorer: 'x',
    sentiment: 'neu',
    sentimentScore,
    probabilities: null,
    isMixed: false,
    isAbstained,
    category: null,
    categoryConfidence: null,
    harm: null,
    harmReasons: [],
    risks: [],
    evidence: { sentiment: [], category: [], harm: [] },
  },
});
const shift = (...scores: number[]) => moodShift(moodCurve(scores.map((score, place) => scored(`m${place}`, score))));

describe('the mood curve', () => {
  it('has a point for each message that says something, best at the top', () => {
    const curve = moodCurve([scored('a', -1), scored('b', null), scored('c', 0), scored('d', 0.9, true), scored('e', 1)]);
    expect(curve).toEqual([
      { id: 'a', x: 0, y: 100, score: -1 },
      { id: 'c', x: 50, y: 50, score: 0 },
      { id: 'e', x: 100, y: 0, score: 1 },
    ]);
  });

  it('stands in the middle where it is one point, and is nothing without any', () => {
    expect(moodCurve([scored('a', 0.5)])).toEqual([{ id: 'a', x: 50, y: 25, score: 0.5 }]);
    expect(moodCurve([{ ...scored('a', 1), score: null }])).toEqual([]);
  });

  it('says what became of the mood, and nothing of small changes or single messages', () => {
    expect([shift(-0.8, 0.1, 0.6), shift(0.5, -0.5), shift(0.1, 0.25), shift(-0.9), shift()]).toEqual([
      'better',
      'worse',
      'same',
      null,
      null,
    ]);
  });
});
