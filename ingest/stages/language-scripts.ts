// Scripts: how many letters of which writing a text has, and which Chinese characters are simplified or traditional.
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

export const scripts = [
  'Zyyy',
  'Latn',
  'Grek',
  'Cyrl',
  'Armn',
  'Hebr',
  'Arab',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Thai',
  'Laoo',
  'Mymr',
  'Geor',
  'Ethi',
  'Khmr',
  'Kana',
  'Hang',
  'Hani',
] as const;
export type Script = (typeof scripts)[number];

// First and last code unit of the letters of each script; the blocks of the Unicode standard.
const blocks: readonly (readonly [Script, number, number])[] = [
  ['Latn', 0x41, 0x5a],
  ['Latn', 0x61, 0x7a],
  ['Latn', 0xc0, 0x24f],
  ['Latn', 0x1e00, 0x1eff],
  ['Latn', 0xff21, 0xff3a],
  ['Latn', 0xff41, 0xff5a],
  ['Grek', 0x370, 0x3ff],
  ['Grek', 0x1f00, 0x1fff],
  ['Cyrl', 0x400, 0x52f],
  ['Armn', 0x531, 0x587],
  ['Hebr', 0x5d0, 0x5ea],
  ['Arab', 0x620, 0x64a],
  ['Arab', 0x66e, 0x6d3],
  ['Arab', 0x6ee, 0x6ef],
  ['Arab', 0x6fa, 0x6ff],
  ['Arab', 0xfb50, 0xfdff],
  ['Arab', 0xfe70, 0xfefc],
  ['Deva', 0x900, 0x963],
  ['Beng', 0x980, 0x9e5],
  ['Guru', 0xa01, 0xa65],
  ['Gujr', 0xa81, 0xae5],
  ['Orya', 0xb01, 0xb65],
  ['Taml', 0xb82, 0xbe5],
  ['Telu', 0xc00, 0xc65],
  ['Knda', 0xc80, 0xce5],
  ['Mlym', 0xd00, 0xd65],
  ['Sinh', 0xd81, 0xdff],
  ['Thai', 0xe01, 0xe4e],
  ['Laoo', 0xe81, 0xece],
  ['Mymr', 0x1000, 0x103f],
  ['Geor', 0x10a0, 0x10ff],
  ['Ethi', 0x1200, 0x135a],
  ['Khmr', 0x1780, 0x17d3],
  ['Kana', 0x3041, 0x309f],
  ['Kana', 0x30a1, 0x30ff],
  ['Kana', 0x31f0, 0x31ff],
  ['Kana', 0xff66, 0xff9f],
  ['Hang', 0x1100, 0x11ff],
  ['Hang', 0x3131, 0x318e],
  ['Hang', 0xac00, 0xd7a3],
  ['Hani', 0x3007, 0x3007],
  ['Hani', 0x3400, 0x4dbf],
  ['Hani', 0x4e00, 0x9fff],
  ['Hani', 0xf900, 0xfaff],
];

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [script, first, last] of blocks) table.fill(scripts.indexOf(script), first, last + 1);
  // × and ÷ stand among the Latin letters.
  table[0xd7] = 0;
  table[0xf7] = 0;
  return table;
}

const table = buildTable();

/** The place in `scripts` of the script of a code unit; 0 for what is no letter. */
export function scriptPlaceAt(code: number): number {
  return table[code] ?? 0;
}

/** Letters of each script in a text; scripts without letters are absent. */
export function countScripts(text: string): ReadonlyMap<Script, number> {
  const counts = new Uint32Array(scripts.length);
  for (let index = 0; index < text.length; index++) {
    const script = table[text.charCodeAt(index)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  const found = new Map<Script, number>();
  scripts.forEach((script, index) => {
    const count = counts[index] ?? 0;
    if (index > 0 && count > 0) found.set(script, count);
  });
  return found;
}

/** Characters of a dictionary ("A B C|D E") that become others and never stay themselves. */
function changing(dictionary: string): readonly string[] {
  return dictionary.split('|').flatMap((entry) => {
    const [from = '', ...to] = entry.split(' ');
    return from.length === 1 && !to.includes(from) ? [from] : [];
  });
}

const onlySimplified = 1;
const onlyTraditional = 2;

function buildForms(): Uint8Array {
  const forms = new Uint8Array(0x10000);
  for (const character of changing(simplifiedToTraditional)) forms[character.charCodeAt(0)] = onlySimplified;
  // What one dictionary calls simplified and the other traditional (乾, 后) says nothing.
  for (const character of changing(traditionalToSimplified)) {
    const code = character.charCodeAt(0);
    forms[code] = forms[code] === onlySimplified ? 0 : onlyTraditional;
  }
  return forms;
}

const forms = buildForms();

/** How many characters of a text are used in only one of the two ways of writing Chinese. */
export function countChineseForms(text: string): { simplified: number; traditional: number } {
  let [simplified, traditional] = [0, 0];
  for (let index = 0; index < text.length; index++) {
    const form = forms[text.charCodeAt(index)];
    if (form === onlySimplified) simplified++;
    else if (form === onlyTraditional) traditional++;
  }
  return { simplified, traditional };
}
