// A model card's Markdown as blocks of text: headings, paragraphs, lists and tables. Nothing is ever parsed as HTML.

export type CardBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Marks of emphasis and code are taken away; what they held stays. */
const plain = (text: string) => text.replaceAll(/\*\*|`/g, '').trim();
const cells = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(plain);

/** The title is left out: the page has one. */
export function cardBlocks(text: string): readonly CardBlock[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('# '))
    .map(toBlock);
}

function toBlock(part: string): CardBlock {
  const lines = part.split('\n');
  const [first = '', second = ''] = lines;
  if (/^#{2,} /.test(first)) return { kind: 'heading', text: plain(first.replace(/^#+ /, '')) };
  if (first.startsWith('|') && /^\|[\s|:-]+$/.test(second)) return { kind: 'table', head: cells(first), rows: lines.slice(2).map(cells) };
  if (first.startsWith('- ')) {
    return { kind: 'list', items: part.split(/\n(?=- )/).map((item) => plain(item.replace(/^- /, '').replaceAll('\n', ' '))) };
  }
  return { kind: 'paragraph', text: plain(lines.join(' ')) };
}
