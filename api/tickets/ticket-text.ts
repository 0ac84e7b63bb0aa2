// What a ticket says of an issue: counts and places; words of customers only where somebody chose to show them.
import { escapeMarkdown } from '#api/faq/faq-markdown.ts';

type Counted = { readonly value: string; readonly customers: number };

export type TicketFacts = {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  readonly customers: number;
  readonly conversations: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly languages: readonly Counted[];
  readonly channels: readonly Counted[];
  readonly versions: readonly Counted[];
  readonly quotes: readonly { readonly text: string; readonly language: string }[];
};

const mostTitle = 200;
const mostValues = 8;
const mostQuote = 1000;
const invisible = '\u200b';

/** Text that calls nobody and refers to nothing: `@somebody` and `#12` are broken by a space that nobody sees. */
function inert(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/g, ' '))
    .replaceAll('@', `@${invisible}`)
    .replaceAll(/#(?=\d)/g, `#${invisible}`)
    .replaceAll('://', `:${invisible}//`);
}

/** A block in which signs mean nothing and addresses are no links; its fence is longer than any in the text. */
function block(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.slice(0, mostQuote)}\n${fence}`;
}

const dayOf = (at: string | null): string => at?.slice(0, 10) ?? '-';
const listed = (values: readonly Counted[]): string =>
  values.length === 0
    ? '-'
    : values
        .slice(0, mostValues)
        .map(({ value, customers }) => `${inert(value)} (${customers})`)
        .join(', ');

/** Title and body. `pageUrl` null: the house has no address that others could open. */
export function ticketText(
  facts: TicketFacts,
  { withQuotes, pageUrl }: { readonly withQuotes: boolean; readonly pageUrl: string | null },
): { readonly title: string; readonly body: string } {
  const { id, label, summary, quotes } = facts;
  const lines = [
    summary === label ? inert(label) : inert(summary),
    '',
    '| | |',
    '| --- | --- |',
    `| Customers | ${facts.customers} |`,
    `| Conversations | ${facts.conversations} |`,
    `| First and last | ${dayOf(facts.firstAt)} – ${dayOf(facts.lastAt)} (UTC) |`,
    `| Languages (customers) | ${listed(facts.languages)} |`,
    `| Channels (customers) | ${listed(facts.channels)} |`,
    `| Versions named (customers) | ${listed(facts.versions)} |`,
    '',
  ];
  if (withQuotes && quotes.length > 0) {
    lines.push('In customers’ words; secrets and personal details were taken out:', '');
    for (const { text } of quotes) lines.push(block(text), '');
  }
  lines.push(pageUrl === null ? `Counted by Huiyin, ${id}.` : `Counted by Huiyin: [${id}](${pageUrl})`);
  return { title: label.replaceAll(/\s+/g, ' ').slice(0, mostTitle), body: lines.join('\n') };
}
