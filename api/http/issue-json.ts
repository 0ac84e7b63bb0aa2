// Recurring issues as JSON: what the store knows of them with what the columns count.
import type { Engine } from '#api/engine/engine.ts';
import { minute } from '#db/model/instant.ts';
import type { Issue } from '#db/model/issue.ts';
import type { Db } from '#db/open.ts';
import { findConversations } from '#db/store/conversations.ts';
import { countIssueBy } from '#db/store/issue-counts.ts';
import { countPostings, findPlacedTexts } from '#db/store/issue-members.ts';
import { findIssueEdits } from '#db/store/issues.ts';
import { findSetting } from '#db/store/setting-values.ts';
import { type IssueFigures, type IssueQuestion, issueFigures } from './issue-figures.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

export const costKey = 'issue-minutes-per-reply';
const usualMinutes = 6;

/** What a substantive reply is reckoned at: no source tells how long people work on one. */
export async function minutesPerReply(db: Db): Promise<number> {
  const stored = await findSetting(db, costKey);
  return typeof stored === 'number' ? stored : usualMinutes;
}

export function toIssueRow(
  issue: Issue,
  figures: IssueFigures | undefined,
  { minutes, told }: { readonly minutes: number; readonly told: { readonly share: number; readonly n: number } | null },
) {
  return { ...headOf(issue), ...numbersOf(figures, minutes), told, trend: [...(figures?.trend ?? [])] };
}

function headOf({ id, label, labelBy, isIgnored, bornAt, state, owner, targetDay }: Issue) {
  return { id, label, labelBy, isIgnored, bornAt: toIso(bornAt), state, owner, targetDay };
}

function numbersOf(figures: IssueFigures | undefined, minutes: number) {
  const counts = figures?.counts ?? null;
  return {
    conversations: figures?.conversations ?? 0,
    before: figures?.before ?? null,
    customers: counts?.customers ?? 0,
    copies: counts?.copies ?? 0,
    sentiment: figures?.sentiment ?? null,
    firstAt: toIsoOrNull(figures?.firstAt ?? null),
    lastAt: toIsoOrNull(counts?.lastAt ?? null),
    replies: counts?.replies ?? 0,
    costMs: Math.round((counts?.replies ?? 0) * minutes * minute),
  };
}

/** The whole issue; quotes are read where they are stored, so a text that was deleted there is not shown here either. */
export async function toIssueJson(parts: { readonly db: Db; readonly engine: Engine }, issue: Issue, question: IssueQuestion) {
  const { db } = parts;
  const scope = { ...question, filters: { ...question.filters, issue: [issue.id] } };
  const [{ byIssue }, languages, channels, versions, quotes, history, minutes] = await Promise.all([
    issueFigures(parts, scope),
    countIssueBy(db, { issueId: issue.id, by: 'language' }, scope),
    countIssueBy(db, { issueId: issue.id, by: 'channel' }, scope),
    countIssueBy(db, { issueId: issue.id, by: 'version' }, scope),
    quotesOf(db, issue),
    findIssueEdits(db, issue.id),
    minutesPerReply(db),
  ]);
  return {
    ...headOf(issue),
    ...numbersOf(byIssue.get(issue.id), minutes),
    summary: issue.summary,
    languages,
    channels,
    versions,
    quotes,
    minutesPerReply: minutes,
    history: history.map(({ at, actor, action, details }) => ({ at: toIso(at), actor, action, details: { ...details } })),
  };
}

async function quotesOf(db: Db, { exemplars }: Issue) {
  const ids = exemplars.map(({ conversationId }) => conversationId);
  const [texts, postings, { conversations }] = await Promise.all([
    findPlacedTexts(db, ids),
    countPostings(db, ids),
    findConversations(db, { ids, limit: ids.length }),
  ]);
  const channelOf = new Map(conversations.map(({ id, channel }) => [id, channel]));
  return ids.flatMap((id) => {
    const text = texts.get(id);
    const channel = channelOf.get(id);
    if (text === undefined || channel === undefined) return [];
    return [
      {
        conversationId: String(id),
        text: text.body,
        language: text.language,
        at: toIsoOrNull(text.at),
        channel,
        postings: postings.get(id) ?? 1,
      },
    ];
  });
}
