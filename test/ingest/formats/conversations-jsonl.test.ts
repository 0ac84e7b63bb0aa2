// The conversations-jsonl format: what each field becomes, and a clear reason for everything that cannot be taken.
import { describe, expect, it } from 'vitest';
import { parseConversation } from '#ingest/formats/conversations-jsonl.ts';
import { defaultLimits } from '#ingest/formats/limits.ts';
import { importNow } from '#test/support/import-files.ts';

const parse = (value: unknown) => parseConversation(value, { now: importNow, limits: defaultLimits });
const reasonFor = (value: unknown): string => {
  try {
    parse(value);
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
  return 'accepted';
};

const message = { at: '2026-03-01T10:00:00Z', role: 'customer', author: 'u1', text: 'Where is my order?' };
const small = { conversation_id: 'c1', channel: 'email', messages: [message] };
const withMessage = (change: object) => ({ ...small, messages: [{ ...message, ...change }] });

describe('a line of conversations-jsonl', () => {
  it('becomes a conversation with its messages, ratings and languages', () => {
    const line = {
      ...small,
      lang: 'pt',
      brand: 'acme',
      country: 'BR',
      source: 'appstore',
      csat_stars: 1,
      something_else: { nested: true },
      messages: [
        { ...message, message_id: '18', reply_to: null },
        { at: '2026-03-01T12:30:00+02:00', role: 'agent', author: 'acme-support', text: 'On its way.', message_id: 17, reply_to: '18' },
      ],
    };
    expect(parse(line)).toEqual({
      externalId: 'c1',
      channel: 'email',
      subject: null,
      openedAt: Date.parse('2026-03-01T10:00:00Z'),
      status: 'open',
      statusChanges: [],
      customer: 'u1',
      languageHint: 'pt',
      category: null,
      team: 'acme',
      country: 'BR',
      tags: [],
      exclusion: null,
      mergedInto: null,
      isComplaint: false,
      messages: [
        {
          externalId: '18',
          at: Date.parse('2026-03-01T10:00:00Z'),
          actor: 'customer',
          author: 'u1',
          authorName: null,
          visibility: 'public',
          kind: 'message',
          text: 'Where is my order?',
          inReplyTo: null,
          deletedAt: null,
        },
        {
          externalId: '17',
          at: Date.parse('2026-03-01T10:30:00Z'),
          actor: 'agent',
          author: 'acme-support',
          authorName: 'acme-support',
          visibility: 'public',
          kind: 'message',
          text: 'On its way.',
          inReplyTo: '18',
          deletedAt: null,
        },
      ],
      ratings: [{ externalId: 'csat', kind: 'csat', value: 1, scaleMin: 1, scaleMax: 5, at: Date.parse('2026-03-01T10:00:00Z') }],
    });
  });

  it('gives messages without an id one from their place, so that a second import finds them again', () => {
    const line = { ...small, messages: [message, { ...message, message_id: 'x' }, message] };
    expect(parse(line).messages.map((one) => one.externalId)).toEqual(['#0', 'x', '#2']);
  });

  it('keeps messages without a time, and a reply that precedes the review', () => {
    expect(parse(withMessage({ at: null }))).toMatchObject({ openedAt: null, messages: [{ at: null }] });
    const backwards = { ...small, messages: [message, { ...message, role: 'agent', at: '2026-02-01T10:00:00Z' }] };
    expect(parse(backwards).openedAt).toBe(Date.parse('2026-02-01T10:00:00Z'));
  });

  it('takes the common words for roles, and refuses the others', () => {
    const actors = ['user', 'Assistant', 'operator', 'BOT', 'third-party', 'campaign', 'system'].map(
      (role) => parse(withMessage({ role })).messages[0]?.actor,
    );
    expect(actors).toEqual(['customer', 'bot', 'agent', 'bot', 'third_party', 'campaign', 'system']);
    expect(reasonFor(withMessage({ role: 'zzz secret' }))).toBe(
      'messages[0].role is a text of 10 characters, expected one of customer, agent, bot, system, campaign, third_party',
    );
  });

  it('treats names that only say the role as nobody, so that all anonymous customers do not become one', () => {
    expect(parse(withMessage({ author: 'customer' }))).toMatchObject({ customer: null, messages: [{ author: null }] });
  });

  it('reads notes, kinds, deletions and attachments', () => {
    const parsed = parse({
      ...small,
      messages: [
        message,
        { ...message, role: 'agent', private: true },
        { ...message, role: 'agent', visibility: 'internal' },
        { ...message, role: 'agent', public: false },
        { ...message, role: 'system', kind: 'auto-reply' },
        { at: null, role: 'customer', attachments: [{ file: 'a.png' }] },
        { ...message, deleted_at: '2026-03-02T00:00:00Z', text: '' },
      ],
    });
    expect(parsed.messages.map(({ visibility, kind, deletedAt }) => [visibility, kind, deletedAt])).toEqual([
      ['public', 'message', null],
      ['private', 'message', null],
      ['private', 'message', null],
      ['private', 'message', null],
      ['public', 'auto_reply', null],
      ['public', 'attachment', null],
      ['public', 'message', Date.parse('2026-03-02T00:00:00Z')],
    ]);
  });

  it('reads the course of a conversation from changes, or from when it was solved and closed', () => {
    const at = (text: string) => Date.parse(text);
    expect(parse({ ...small, solved_at: '2026-03-02T00:00:00Z', closed_at: '2026-03-06T00:00:00Z' })).toMatchObject({
      status: 'closed',
      statusChanges: [
        { at: at('2026-03-02T00:00:00Z'), status: 'solved', by: 'agent' },
        { at: at('2026-03-06T00:00:00Z'), status: 'closed', by: 'system' },
      ],
    });
    const changes = [
      { at: '2026-03-03T00:00:00Z', status: 'reopened', by: 'user' },
      { at: '2026-03-02T00:00:00Z', status: 'resolved', by: 'timer' },
    ];
    expect(parse({ ...small, status: 'pending', status_changes: changes })).toMatchObject({
      status: 'pending',
      statusChanges: [
        { at: at('2026-03-02T00:00:00Z'), status: 'solved', by: 'system' },
        { at: at('2026-03-03T00:00:00Z'), status: 'open', by: 'customer' },
      ],
    });
  });

  it('reads exclusions and complaints', () => {
    expect(
      [{ spam: true }, { merged_into: 'c9' }, { exclusion: 'test' }, { deleted: 1 }].map(
        (change) => parse({ ...small, ...change }).exclusion,
      ),
    ).toEqual(['spam', 'merged_into', 'test', 'deleted']);
    expect(parse({ ...small, is_complaint: 'yes', tags: 'vip, refund' })).toMatchObject({ isComplaint: true, tags: ['vip', 'refund'] });
  });

  it('reads what was written with a rating, from its own field or the one beside it', () => {
    const written = (change: object) => parse({ ...small, ...change }).ratings.map(({ kind, comment }) => [kind, comment]);
    expect(written({ csat: 2, csat_comment: ' Too slow. ', nps: 9, nps_comment: '', ces: 3 })).toEqual([
      ['csat', 'Too slow.'],
      ['nps', undefined],
      ['ces', undefined],
    ]);
    expect(written({ csat: { value: 4, comment: 'Fine' }, csat_comment: 'not this one' })).toEqual([['csat', 'Fine']]);
    expect(written({ ratings: [{ kind: 'nps', value: 3, comment: 'No.' }] })).toEqual([['nps', 'No.']]);
    expect(reasonFor({ ...small, csat: 2, csat_comment: { text: 'a secret' } })).toBe('csat.comment is an object, expected a text');
  });

  it('reads ratings on their own scales', () => {
    const values = (change: object) =>
      parse({ ...small, ...change }).ratings.map(({ kind, value, scaleMin, scaleMax }) => [kind, value, scaleMin, scaleMax]);
    expect(values({ csat_mean_1to5: 2.474 })).toEqual([['csat', 2.474, 1, 5]]);
    expect(values({ csat_mean_1to5: null })).toEqual([]);
    expect(values({ csat: 'good', nps: 9, ces: '6' })).toEqual([
      ['csat', 1, 0, 1],
      ['nps', 9, 0, 10],
      ['ces', 6, 1, 7],
    ]);
    expect(values({ csat: { score: 80, scale_min: 0, scale: 100 }, csat_stars: 2 })).toEqual([['csat', 80, 0, 100]]);
    expect(values({ ratings: [{ kind: 'nps', value: 3 }] })).toEqual([['nps', 3, 0, 10]]);
    expect(reasonFor({ ...small, csat_stars: 6 })).toBe('csat_stars is a whole number, expected a number from 1 to 5');
    expect(reasonFor({ ...small, ratings: [{ kind: 'nps' }] })).toBe('ratings[0].value is missing, expected a number');
  });

  it('takes a language only where the label names one', () => {
    const hints = ['zh', 'zh-TW', 'zh_CN', 'und', 'pt-or-en', 'EN-us', 'Chinese'].map((lang) => parse({ ...small, lang }).languageHint);
    expect(hints).toEqual(['zh', 'zh-Hant', 'zh-Hans', null, null, 'en', null]);
  });
});

describe('a line that cannot be taken', () => {
  const huge = 2 ** 60;
  const cases: readonly (readonly [what: string, value: unknown, reason: string])[] = [
    ['a list', [1], 'the line is a list of 1, expected an object'],
    ['no id', { ...small, conversation_id: undefined }, 'conversation_id is missing, expected an id'],
    ['an empty id', { ...small, conversation_id: ' ' }, 'conversation_id is a text of 1 character, expected an id of 1 to 512 characters'],
    [
      'an id that JSON has rounded',
      { ...small, conversation_id: huge },
      'conversation_id is a whole number, expected an id written as text: this number cannot be read exactly',
    ],
    ['no messages', { ...small, messages: undefined }, 'messages is missing, expected a list of messages'],
    ['an empty list of messages', { ...small, messages: [] }, 'messages is a list of 0, expected at least one message'],
    ['a message that is a text', { ...small, messages: ['hello there'] }, 'messages[0] is a text of 11 characters, expected an object'],
    ['no channel', { ...small, channel: null }, 'channel is null, expected the name of a channel'],
    [
      'no time field',
      { ...small, messages: [{ role: 'customer', text: 'x' }] },
      'messages[0].at is missing, expected a time, or null where it is not known',
    ],
    [
      'a time without zone',
      withMessage({ at: '2026-03-01T10:00:00' }),
      'messages[0].at is a text of 19 characters, expected a time with a zone (this one has none: add Z or an offset such as +08:00)',
    ],
    [
      'epoch seconds',
      withMessage({ at: 1772359200 }),
      'messages[0].at is a whole number, expected an ISO 8601 time with a zone, such as 2026-03-29T01:30:00Z',
    ],
    [
      'a day that does not exist',
      withMessage({ at: '2026-02-30T10:00:00Z' }),
      'messages[0].at is a text of 20 characters, expected an ISO 8601 time with a zone, such as 2026-03-29T01:30:00Z',
    ],
    [
      'the year 1970',
      withMessage({ at: '1970-01-01T00:00:00Z' }),
      'messages[0].at is before the year 2000: perhaps a zero or a two-digit year was exported',
    ],
    ['the day after tomorrow', withMessage({ at: '2026-11-25T00:00:00Z' }), 'messages[0].at is more than a day in the future'],
    ['no text', withMessage({ text: undefined }), 'messages[0].text is missing, expected a text'],
    ['a text that is a number', withMessage({ text: 5 }), 'messages[0].text is a whole number, expected a text'],
    [
      'one message id twice',
      {
        ...small,
        messages: [
          { ...message, message_id: 'a' },
          { ...message, message_id: 'a' },
        ],
      },
      'message 2 has the same message_id as message 1',
    ],
    [
      'an unknown status',
      { ...small, status: 'escalated' },
      'status is a text of 9 characters, expected one of open, pending, solved, closed',
    ],
  ];
  for (const [what, value, reason] of cases) {
    it(`is refused for ${what}`, () => {
      expect(reasonFor(value)).toBe(reason);
    });
  }

  it('is not refused without such a fault', () => {
    expect(reasonFor(small)).toBe('accepted');
  });

  it('is refused above the number of messages that a conversation may have', () => {
    const limits = { ...defaultLimits, messagesPerConversation: 2 };
    expect(() => parseConversation({ ...small, messages: [message, message, message] }, { now: importNow, limits })).toThrow(
      'messages is a list of 3, expected at most 2 entries',
    );
  });
});
