// An issue changed by a person: what was asked for, written with an entry of its history for each part.
import type { z } from '@hono/zod-openapi';
import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Issue, IssueAction } from '#db/model/issue.ts';
import { readTrackerLink } from '#db/model/tracker-link.ts';
import type { Db } from '#db/open.ts';
import { touchIssue } from '#db/store/issue-loop.ts';
import { changeIssue, saveIssueEdit } from '#db/store/issues.ts';
import type { issueChangeInput } from './shapes/issues.ts';

type Change = z.output<typeof issueChangeInput>;
export type Entry = { readonly action: IssueAction; readonly details: Readonly<Record<string, unknown>> };

/** Gives what was written into the history. `invalid` for a fix in the future, and for an address of a known tracker that names no ticket. */
export async function changeByHand(
  db: Db,
  issue: Issue,
  { change, actor, at }: { readonly change: Change; readonly actor: string; readonly at: Instant },
): Promise<readonly Entry[]> {
  const { label, isIgnored, state, owner, targetDay, link, fixedIn } = change;
  const given = change.fixedAt === undefined ? undefined : change.fixedAt === null ? null : Date.parse(change.fixedAt);
  if (given !== undefined && given !== null && given > at) throw new AppError('invalid', 'fixedAt: lies in the future');
  if (typeof link === 'string' && readTrackerLink(link) === null)
    throw new AppError('invalid', 'link: an address of GitHub, Jira or Linear has to name one ticket');
  const fixedAt = given ?? (state === 'fixed' && issue.fixedAt === null && given === undefined ? at : given);
  const entries: Entry[] = [];
  if (label !== undefined) entries.push({ action: 'renamed', details: { label } });
  if (isIgnored !== undefined) entries.push({ action: isIgnored ? 'ignored' : 'restored', details: {} });
  if (state !== undefined && state !== issue.state) entries.push({ action: 'state', details: { from: issue.state, to: state } });
  if (owner !== undefined) entries.push({ action: 'owner', details: { owner } });
  if (targetDay !== undefined) entries.push({ action: 'target', details: { to: targetDay } });
  if (link !== undefined) entries.push({ action: 'link', details: { link } });
  if (fixedAt !== undefined || fixedIn !== undefined)
    entries.push({ action: 'fixed', details: { version: fixedIn ?? issue.fixedIn, at: fixedAt ?? issue.fixedAt } });
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    await changeIssue(tx, issue.id, {
      ...(label === undefined ? {} : { label, labelBy: 'person' }),
      ...(isIgnored === undefined ? {} : { isIgnored }),
      ...(state === undefined ? {} : { state, stateAt: at }),
      ...(owner === undefined ? {} : { owner }),
      ...(targetDay === undefined ? {} : { targetDay }),
      ...(link === undefined ? {} : { link }),
      ...(fixedIn === undefined ? {} : { fixedIn }),
      ...(fixedAt === undefined ? {} : { fixedAt }),
      updatedAt: at,
    });
    for (const { action, details } of entries) await saveIssueEdit(tx, { issueId: issue.id, at, actor, action, details });
    // Who has to be told depends on when it was fixed.
    if (fixedAt !== undefined && fixedAt !== issue.fixedAt) await touchIssue(tx, issue.id);
  });
  return entries;
}
