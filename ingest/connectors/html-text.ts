// Turns the HTML that forums, mail and social networks give into the plain text that a person would read.
import { convert, type HtmlToTextOptions } from 'html-to-text';

const options: HtmlToTextOptions = {
  wordwrap: false,
  // A link shows its address where that is not what it says: redaction and the search for scams must see where it leads.
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] } },
    { selector: 'img', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', options: { uppercaseHeaderCells: false } },
  ],
  limits: { maxInputLength: 4_000_000, maxDepth: 200, ellipsis: '' },
};

/** Text with its paragraphs, without images and scripts. Quotations stay, marked with `>`. */
export function htmlText(html: string): string {
  return convert(html, options)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
