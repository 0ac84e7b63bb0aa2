// The reasons why single items and files could not be taken, as sentences with places: the second half of the closed list.
import type { Sentences } from './source-reasons.ts';

/** As in `reasonSentences`: what is stored stays the sentence, and its code is read from it. */
export const itemSentences = [
  // Feeds, calendars, prices.
  [
    'no_feed',
    [
      'this is no feed; is the address right?',
      'this is no RSS, Atom or JSON feed; is the address right?',
      'the App Store answered something that is no feed of reviews',
      'the feed cannot be read ({error})',
    ],
  ],
  [
    'feed_entities',
    ['the feed declares entities of its own, which is refused', 'the feed declares entities of its own, which is not read'],
  ],
  ['feed_gone', ['{host} says that the feed is gone for good', '{host} says that the feed is gone for good; it is no longer read']],
  ['feeds_gone', ['every feed of this source is gone for good']],
  ['no_calendar', ['this is no calendar file (.ics) that can be read']],
  ['calendar_full', ['the calendar has more than {count} events in this time']],
  ['event_time', ['its time or its rule cannot be read']],
  ['no_prices', ['the prices are no CSV that can be read']],
  ['prices_full', ['the prices have more than {count} rows']],
  ['price_column', ['the prices have no column "{column}"; there are: {names}']],
  ['price_day', ['row {row}: {column} is no day such as 2026-11-28']],
  ['price_value', ['row {row}: {column} is no positive number such as 91234.5']],
  // Single items.
  ['asked_again', ['it was listed, but not found when it was asked for; it is asked for again in the next runs']],
  [
    'given_up',
    [
      'it was listed, but not found {count} times since {since}; it is not asked for any more: deleted at the source, or hidden from this account',
    ],
  ],
  ['too_many', ['topic {item}: has more than {count} posts', '{what}: more than {count} of them', 'a topic of more than {count} pages']],
  ['too_many_messages', ['more than {count} messages in one conversation']],
  ['no_words', ['an entry without title and text']],
  ['no_date', ['has no date']],
  ['no_status', ['ticket {item}: has no status']],
  ['no_sender', ['the mail names no sender']],
  ['thread_gone', ['a thread that a feed names is not found']],
  ['unreadable', ['cannot be read ({error})']],
  ['stage_failed', ['the stage {stage} failed ({error})']],
  ['same_id', ['{field}: has the same id as {other}']],
  [
    'redaction',
    [
      'redaction failed in detector {detector}; nothing was kept of the text',
      'redaction did not come to rest; nothing was kept of the text',
    ],
  ],
  ['too_many_secrets', ['more than {count} secrets in one text; nothing was kept of it']],
  [
    'item_shape',
    [
      ': Invalid {problem}',
      ': Too {problem}',
      ': Unrecognized {problem}',
      ': has no text of a user',
      ': holds no posts, and does not say why',
      ': is no list of YouTube',
      ': is not valid',
    ],
  ],
  [
    'field_shape',
    [
      '{field}: Invalid {problem}',
      '{field}: Too {problem}',
      '{field}: Unrecognized {problem}',
      '{field}: not a time',
      '{field}: has no text of a user',
      '{field}: is not valid',
    ],
  ],
  // Files and what is pushed.
  ['not_json', ['not valid JSON', 'not valid JSON (it ends too early)', 'not valid JSON (at character {place} of the line)']],
  ['field_missing', ['{column} is missing, expected {expected}']],
  ['field_value', ['{column} is {found}, expected {expected}']],
  ['too_early', ['{column} is before the year 2000: perhaps a zero or a two-digit year was exported']],
  ['too_late', ['{column} is more than a day in the future']],
  ['no_zone', ['{column} is a time without a zone; declare "zone" in the mapping file, for example Asia/Shanghai']],
  ['same_message', ['message {number} has the same message_id as message {earlier}']],
  ['abandoned_answered', ['answered_at is given for a call that was abandoned']],
  ['answered_untimed', ['an answered call needs answered_at or wait']],
  ['abandoned_untimed', ['an abandoned call needs ended_at or wait']],
  ['answered_early', ['answered_at is before at']],
  ['ended_early', ['ended_at is before the call was answered or came in']],
  ['rounded_id', ['conversation_id is a number that a spreadsheet has rounded; export the column as text']],
  ['ragged', ['the row has {cells} cells, the header has {width}']],
  ['file_empty', ['{file}: is empty', '{file}: holds no records']],
  [
    'file_changed',
    ['{file}: changed while it was being read; import it again when it is complete', '{file}: changed while it was being read'],
  ],
  ['file_bomb', ['{file}: unpacks to more than {count} times its size; refused as a gzip bomb']],
  ['file_damaged', ['{file}: the gzip data is damaged or ends too early']],
  ['file_bytes', ['{file}: line {line}: bytes that are not {encoding}; {advice}']],
  ['file_binary', ['{file}: is not a text file (it holds zero bytes)']],
  [
    'file_quotes',
    [
      '{file}: line {line}: a quoted cell {problem}',
      '{file}: line {line}: a quote stands inside a cell {problem}',
      '{file}: line {line}: a row is longer than allowed; perhaps a quoted cell never ends',
      '{file}: line {line}: cannot be read as CSV',
      '{file}: a quoted cell {problem}',
      '{file}: a quote stands inside a cell {problem}',
      '{file}: a row is longer than allowed; perhaps a quoted cell never ends',
      '{file}: cannot be read as CSV',
    ],
  ],
  ['file_column', ['{file}: line 1: no column is called "{column}"; there are: {names}']],
  ['file_columns', ['{file}: line 1: two columns are called "{column}"']],
] as const satisfies Sentences;
