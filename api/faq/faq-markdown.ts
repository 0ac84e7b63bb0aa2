// The FAQ as Markdown: texts are text there too, whatever signs they hold.
import type { FaqState } from '#db/model/issue-outcome.ts';
import type { FaqDraft } from './read-candidate.ts';

export type FaqSection = {
  readonly issueId: string;
  readonly customers: number;
  readonly state: FaqState;
  readonly link: string | null;
  readonly drafts: readonly FaqDraft[];
};

/** Signs of Markdown and of HTML lose their meaning; the text reads as it was written. */
export function escapeMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replaceAll('&', '&amp;')
        .replaceAll(/[\\`*_[\]<>|~]/g, '\\$&')
        .replace(/^([#+=-])(?=[\s#+=-]|$)/, '\\$1')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('\n');
}

/** A paragraph for each line, so that the lines of an answer stay apart. */
function paragraphs(text: string): string {
  return escapeMarkdown(text)
    .split('\n')
    .filter((line) => line !== '')
    .join('\n\n');
}

/** One issue: a section for each language that has an answer; empty where none has. */
export function toFaqMarkdown({ issueId, customers, state, link, drafts }: FaqSection): string {
  const told = drafts.filter(({ question, answer }) => question.trim() !== '' && answer.trim() !== '');
  return told
    .map(({ language, question, answer, kept }) => {
      const standing = kept === null ? 'proposal, not read by anybody yet' : state === 'published' ? 'published' : 'draft';
      const where = link === null ? '' : `; ${link.replaceAll('--', '%2D%2D')}`;
      return `## ${escapeMarkdown(question).replaceAll('\n', ' ')}\n\n<!-- ${issueId}; ${language}; ${standing}; ${customers} customers${where} -->\n\n${paragraphs(answer)}\n`;
    })
    .join('\n');
}
