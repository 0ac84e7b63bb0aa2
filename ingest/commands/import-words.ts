// What `huiyin import` prints: for people as lines, for programs as one JSON value.
import type { IncomingConversation } from '#db/model/conversation.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Counts } from '../import-page.ts';
import type { SessionResult } from '../import-session.ts';

const previewMessages = 5;
const previewCharacters = 160;

/** `read 3 = inserted 1 + updated 0 + unchanged 1 + rejected 1`. */
export function countsLine({ read, inserted, updated, unchanged, rejected }: Readonly<Counts>): string {
  return `read ${read} = inserted ${inserted} + updated ${updated} + unchanged ${unchanged} + rejected ${rejected}`;
}

/** The JSON of an import; `preview` only in a rehearsal. */
export function importJson(source: string, result: SessionResult, isRehearsal: boolean) {
  const { counts, perFile, flags, rejects, report, preview, unscored } = result;
  return {
    ...counts,
    unscored,
    rejects,
    report,
    source,
    dryRun: isRehearsal,
    times: { ambiguous: flags.ambiguous_time, nonexistent: flags.nonexistent_time },
    files: perFile,
    ...(isRehearsal ? { preview: preview.map(toPreview) } : {}),
  };
}

const toIso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

function toPreview(conversation: IncomingConversation) {
  const { openedAt, statusChanges, messages, ratings, ...rest } = conversation;
  return {
    ...rest,
    openedAt: toIso(openedAt),
    statusChanges: statusChanges.map((change) => ({ ...change, at: toIso(change.at) })),
    messages: messages.map((message) => ({ ...message, at: toIso(message.at), deletedAt: toIso(message.deletedAt) })),
    ratings: ratings.map((rating) => ({ ...rating, at: toIso(rating.at) })),
  };
}

/** The lines of an import for people. */
export function importText(source: string, result: SessionResult, isRehearsal: boolean): string {
  const { counts, perFile, flags } = result;
  const lines = isRehearsal ? result.preview.flatMap(previewLines) : [];
  if (perFile.length > 1) lines.push(...perFile.map((file) => `${file.file}: ${countsLine(file)}`));
  lines.push(countsLine(counts));
  if (flags.ambiguous_time > 0)
    lines.push(`${flags.ambiguous_time} times occurred twice (clocks went back) and were taken as the first of the two`);
  if (flags.nonexistent_time > 0)
    lines.push(`${flags.nonexistent_time} times never occurred (clocks went forward) and were moved past the gap`);
  if (result.unscored > 0) lines.push(`${result.unscored} messages could not be scored and are kept without a score`);
  lines.push(isRehearsal ? `dry run: nothing was written to source "${source}"` : `source: ${source}`);
  if (result.report !== null) lines.push(`rejects: ${result.report}`);
  return lines.map((line) => `${line}\n`).join('');
}

function previewLines(conversation: IncomingConversation): string[] {
  const { externalId, channel, language, status, messages, subject } = conversation;
  const head = [externalId, channel, language, status, ...(conversation.team === null ? [] : [conversation.team])].join(' · ');
  const shown = messages.slice(0, previewMessages).map((message) => {
    const body = message.body.replaceAll(/\s+/g, ' ');
    const text = body.length > previewCharacters ? `${body.slice(0, previewCharacters)}…` : body;
    return `  ${toIso(message.at) ?? 'no time'}  ${message.actor}${message.visibility === 'private' ? ' (private)' : ''}: ${text}`;
  });
  const more = messages.length > previewMessages ? [`  … ${messages.length - previewMessages} more messages`] : [];
  return [head, ...(subject === null ? [] : [`  ${subject.slice(0, previewCharacters)}`]), ...shown, ...more, ''];
}

/** One line about what was rejected; null where nothing was. */
export function rejectsLine(result: SessionResult): string | null {
  const [first] = result.rejects;
  if (first === undefined) return null;
  const more = result.counts.rejected - 1;
  const place = result.report === null ? '' : `; all of them: ${result.report}`;
  return `${first.file}: line ${first.line}: ${first.reason}${more === 0 ? '' : ` (and ${more} more rejected${place})`}`;
}
