// The FAQ over all issues: the ranked list, and the file of all that has an answer.
import { setImmediate } from 'node:timers/promises';
import type { FaqEntry } from '#db/model/issue-outcome.ts';
import type { Db } from '#db/open.ts';
import { type FaqDemand, findFaqDemand, findFaqEntries, findFaqTexts } from '#db/store/faq.ts';
import { findIssueLabels } from '#db/store/issues.ts';
import { toFaqMarkdown } from './faq-markdown.ts';
import { readFaqCandidate } from './read-candidate.ts';

export type FaqLine = FaqDemand &
  Pick<FaqEntry, 'state' | 'link' | 'publishedAt'> & { readonly label: string; readonly kept: readonly string[] };

/** Untouched issues with fewer customers than this are no candidates. */
export const fewestCustomers = 5;
/** Untouched candidates of a file of all: reading each takes some hundredths of a second. */
const mostExported = 50;

/** All candidates, most customers and returning customers first; with what people did to each. */
export async function readFaqList(db: Db): Promise<FaqLine[]> {
  const [demand, entries, texts, labels] = await Promise.all([
    findFaqDemand(db),
    findFaqEntries(db),
    findFaqTexts(db),
    findIssueLabels(db),
  ]);
  const kept = new Map<string, string[]>();
  for (const { issueId, language } of texts) kept.set(issueId, [...(kept.get(issueId) ?? []), language]);
  return demand.flatMap((one) => {
    const { state = 'candidate', link = null, publishedAt = null } = entries.get(one.issueId) ?? {};
    const own = kept.get(one.issueId) ?? [];
    if (one.customers < fewestCustomers && own.length === 0 && state === 'candidate') return [];
    return [{ ...one, state, link, publishedAt, label: labels.get(one.issueId) ?? one.issueId, kept: own }];
  });
}

/** One issue, or all that are not dismissed: those with kept texts, and the fifty most asked. `isKeptOnly`: what nobody has read stays out. */
export async function exportFaq(
  db: Db,
  { issueIds, isKeptOnly }: { readonly issueIds: readonly string[] | null; readonly isKeptOnly: boolean },
): Promise<string> {
  const all = await readFaqList(db);
  const wanted = all.filter(({ issueId, state, kept }, rank) =>
    issueIds === null ? state !== 'dismissed' && (kept.length > 0 || (!isKeptOnly && rank < mostExported)) : issueIds.includes(issueId),
  );
  const sections: string[] = [];
  for (const line of wanted) {
    const { drafts } = await readFaqCandidate(db, line.issueId);
    const told = drafts.filter(({ kept }) => kept !== null || !isKeptOnly);
    const section = toFaqMarkdown({ ...line, drafts: told });
    if (section !== '') sections.push(section);
    await setImmediate();
  }
  return `# FAQ\n\n${sections.join('\n')}`;
}
