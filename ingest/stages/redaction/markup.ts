// Markup in feedback: HTML entities, tags, and transfer encodings that hide what a reader would see.
import { barrier } from './characters.ts';
import { redactionKinds, tokenOf } from './finding.ts';
import { type Edit, type Layer, rewrite } from './layer.ts';

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  commat: '@',
  period: '.',
  colon: ':',
  comma: ',',
  num: '#',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  lowbar: '_',
  equals: '=',
  sol: '/',
  NewLine: '\n',
  Tab: '\t',
  lpar: '(',
  rpar: ')',
  plus: '+',
  excl: '!',
  quest: '?',
  semi: ';',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ecirc: 'ê',
  ocirc: 'ô',
  ucirc: 'û',
  icirc: 'î',
  acirc: 'â',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  hellip: '...',
  rsquo: "'",
  lsquo: "'",
  rdquo: '"',
  ldquo: '"',
};

const entityPattern = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g;

function entityText(decimal: string | undefined, hex: string | undefined, name: string | undefined): string | null {
  if (name !== undefined) return namedEntities[name] ?? null;
  const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : null;
}

function editsOf(text: string, pattern: RegExp, replace: (match: RegExpMatchArray) => string | null): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const replacement = replace(match);
    if (replacement !== null) edits.push({ start: match.index, end: match.index + match[0].length, text: replacement });
  }
  return edits;
}

/** Entities as the characters they stand for; doubly escaped ones (`&amp;#97;`) too, because forwarded mail has them. */
export function decodeEntities(layer: Layer): Layer {
  let decoded = layer;
  for (let depth = 0; depth < 2 && decoded.text.includes('&'); depth++) {
    decoded = rewrite(
      decoded,
      editsOf(decoded.text, entityPattern, (match) => entityText(match[1], match[2], match[3])),
    );
  }
  return decoded;
}

// Each tag is at most 4,000 characters and holds no second "<", so the scan stays linear.
const tagPattern = /<(?:!--[^<>]{0,4000}-->|\/?([a-zA-Z][a-zA-Z0-9]{0,15})(?:[\s/][^<>]{0,4000})?>)/g;
const inlineTags: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'tt',
  'u',
  'var',
  'wbr',
]);

// Between the eight words that a part of a phrase has at least stand seven.
const leastParting = 7;

/**
 * Tags taken out, in each way that they can be read: inline ones leave nothing, so a word cut by `<b>` is whole again; and where there are many
 * of them, they leave a line break as all others do, because a page may give every word its own. Empty where there are none.
 */
export function withoutTags(layer: Layer): readonly Layer[] {
  if (!layer.text.includes('<')) return [];
  let inline = 0;
  const edits = editsOf(layer.text, tagPattern, (match) => {
    const name = match[1]?.toLowerCase();
    if (name !== undefined && !inlineTags.has(name)) return '\n';
    inline += 1;
    return '';
  });
  if (edits.length === 0) return [];
  const joined = rewrite(layer, edits);
  return inline < leastParting
    ? [joined]
    : [
        joined,
        rewrite(
          layer,
          edits.map((edit) => ({ ...edit, text: '\n' })),
        ),
      ];
}

const masks = [...redactionKinds.map(tokenOf), '__email__', '__phone__'];
const maskPattern = new RegExp(masks.map((mask) => mask.replace(/[[\]]/g, '\\$&')).join('|'), 'g');

/** Tokens of an earlier redaction and masks of the source become barriers of the same length: they hold nothing and give no context. */
export function shieldMasks(text: string): string {
  if (!text.includes('[') && !text.includes('__')) return text;
  return text.replace(maskPattern, (mask) => barrier.repeat(mask.length));
}

function decodeBytes(layer: Layer, run: RegExp, toBytes: (run: string) => Buffer): Layer {
  return rewrite(
    layer,
    editsOf(layer.text, run, (match) => toBytes(match[0]).toString('utf8')),
  );
}

// Runs are cut at 300 escapes so that one edit never spans a whole text.
const quotedRun = /(?:=[0-9A-Fa-f]{2}){1,300}/g;
const softBreak = /=[ \t]{0,4}\r?\n/g;
const percentRun = /(?:%[0-9A-Fa-f]{2}){1,300}/g;

/** A quoted-printable text decoded; null where it does not look like one (a soft line break, an escaped "=", or three escapes). */
export function decodeQuotedPrintable(layer: Layer): Layer | null {
  const { text } = layer;
  if (!text.includes('=')) return null;
  const breaks = editsOf(text, softBreak, () => '');
  // Two escapes in a row that make one letter are enough; alone they may be the end of an equation.
  if (breaks.length === 0 && !/=3D|=20$|=[C-F][0-9A-F]=[89AB][0-9A-F]/m.test(text) && (text.match(/=[0-9A-F]{2}/g)?.length ?? 0) < 3)
    return null;
  const joined = rewrite(layer, breaks);
  return decodeBytes(joined, quotedRun, (run) => Buffer.from(run.replaceAll('=', ''), 'hex'));
}

/** Percent escapes decoded, as in `mailto:` links and copied URLs; null where there are none. */
export function decodePercent(layer: Layer): Layer | null {
  if (!layer.text.includes('%') || !/%[0-9A-Fa-f]{2}/.test(layer.text)) return null;
  return decodeBytes(layer, percentRun, (run) => Buffer.from(run.replaceAll('%', ''), 'hex'));
}

// A long token that goes on in the next line, as mail clients wrap it; a quote mark may stand before the rest.
// Words at the end of a line and at the beginning of the next are left alone: a piece of a key shows a digit or a capital inside. The second case is a list of numbers that is broken inside one of them.
// With a character of a token before it: texts of line breaks alone are passed over.
const lineBreak = /\r?\n(?<=[A-Za-z0-9+/_-]\r?\n)[ \t]{0,8}(?:> ?){0,4}/g;
const tokenBefore = /(?:(?=[A-Za-z+/_-]{0,11}\d)[A-Za-z0-9+/_-]{12}|(?=[A-Za-z0-9+/_-]{0,14}(?:\d|[a-z][A-Z]))[A-Za-z0-9+/_-]{16})$/;
const tokenBehind = /^[A-Za-z+/_.-]{0,15}(?:\d|[a-z][A-Z]|[A-Z]{2})/;
const numberBefore = /[,;[ ]\d{1,2}$/;
const numberBehind = /^\d{1,2}[ ]?[,;\]]/;

/** Long tokens joined over line breaks; null where no line breaks one. */
export function joinWrapped(layer: Layer): Layer | null {
  const { text } = layer;
  if (!text.includes('\n')) return null;
  // What stands before is looked at behind each break: a pattern that looks back from every place of a text takes ten times as long.
  const edits = editsOf(text, lineBreak, ({ index = 0, 0: gap }) => {
    const before = text.slice(Math.max(0, index - 16), index);
    const behind = text.slice(index + gap.length, index + gap.length + 18);
    const isWrapped = (tokenBefore.test(before) && tokenBehind.test(behind)) || (numberBefore.test(before) && numberBehind.test(behind));
    return isWrapped ? '' : null;
  });
  return edits.length === 0 ? null : rewrite(layer, edits);
}

const escapedCharacter = /\\(?:u([0-9a-fA-F]{4})|(["/\\])|([nrt]))/g;

/** JSON escapes undone, so that a pasted `{\"crypto\": ...}` reads as JSON, twice where JSON holds JSON; null where there are none. */
export function unescapeJson(layer: Layer): Layer | null {
  const once = unescapedOnce(layer);
  return once === null ? null : (unescapedOnce(once) ?? once);
}

function unescapedOnce(layer: Layer): Layer | null {
  if (!layer.text.includes('\\')) return null;
  const edits = editsOf(layer.text, escapedCharacter, (match) => {
    if (match[1] !== undefined) return String.fromCharCode(Number.parseInt(match[1], 16));
    return match[2] ?? (match[3] === 't' ? '\t' : '\n');
  });
  return edits.length === 0 ? null : rewrite(layer, edits);
}
