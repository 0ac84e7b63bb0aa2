// The manner of a text: what it is written with beside its words, such as its length, its signs and its capitals.

/** What is counted: each occurrence, or each run where it says so. */
export const mannerNames = [
  'length',
  'exclamation marks',
  'question marks',
  'tildes',
  'runs of full stops',
  'commas',
  'full stops',
  'words in capitals',
  'share of capitals',
  'links',
  'mentions',
  'tags',
  'numbers',
  'quotation marks',
  'passed on',
  'lines',
  'letters drawn out',
  'runs of marks',
  'pictures',
  'ends with a mark',
] as const;
const places = Object.fromEntries(mannerNames.map((name, place) => [name, place])) as Readonly<
  Record<(typeof mannerNames)[number], number>
>;

const signs: readonly (readonly [string, number])[] = [
  ['!！', places['exclamation marks']],
  ['?？', places['question marks']],
  ['~～', places.tildes],
  [',，', places.commas],
  ['.。', places['full stops']],
  ['@＠', places.mentions],
  ['#＃', places.tags],
  ['"“”«»「」', places['quotation marks']],
  ['\n', places.lines],
];
const endings = '.。!！?？…~';

// What a code unit is: its place among the counts, counted from 1, and these bits.
const letterBit = 64;
const capitalBit = 128;
const digitBit = 256;
const pictureBit = 512;
const spaceBit = 1024;
const endingBit = 2048;
const placeMask = 63;
const unasked = 0xffff;
const known = new Uint16Array(0x10000).fill(unasked);

const letter = /^\p{L}$/u;
const capital = /^\p{Lu}$/u;
const digit = /^\p{Nd}$/u;
const picture = /^\p{Extended_Pictographic}$/u;

function kindOf(code: number): number {
  const before = known[code] ?? 0;
  if (before !== unasked) return before;
  const character = String.fromCharCode(code);
  let kind = 0;
  signs.forEach(([some, place]) => {
    if (some.includes(character)) kind |= place + 1;
  });
  if (letter.test(character)) kind |= letterBit;
  if (capital.test(character)) kind |= capitalBit;
  if (digit.test(character)) kind |= digitBit;
  // Most pictures take two code units, of which the first is one of these three.
  if (picture.test(character) || (code >= 0xd83c && code <= 0xd83e)) kind |= pictureBit;
  if (/^\s$/.test(character)) kind |= spaceBit;
  if (endings.includes(character)) kind |= endingBit;
  known[code] = kind;
  return kind;
}

const ellipsis = 0x2026;
const slash = 0x2f;
const at = 0x40;
const colon = 0x3a;
const shortestShout = 3;
const drawnOut = 3;
const fullStops = (code: number): boolean => code === 0x2e || code === 0x3002;
const loudMarks = (code: number): boolean => code === 0x21 || code === 0x3f || code === 0xff01 || code === 0xff1f;

const shoutedAt = places['words in capitals'];
const drawnOutAt = places['letters drawn out'];

const addOne = (counts: Float64Array, place: number): void => {
  counts[place] = (counts[place] ?? 0) + 1;
};

/** What at a place is neither a letter nor a space. `same`: how many like it stand in a row up to there. */
function countSign(counts: Float64Array, text: string, index: number, same: number): void {
  const code = text.charCodeAt(index);
  const kind = kindOf(code);
  const before = index > 0 ? text.charCodeAt(index - 1) : 0;
  const earlier = index > 1 ? text.charCodeAt(index - 2) : 0;
  if ((kind & placeMask) > 0) addOne(counts, (kind & placeMask) - 1);
  if ((kind & digitBit) !== 0 && (kindOf(before) & digitBit) === 0) addOne(counts, places.numbers);
  if ((kind & pictureBit) !== 0) addOne(counts, places.pictures);
  if ((fullStops(code) && same === 2) || (code === ellipsis && same === 1)) addOne(counts, places['runs of full stops']);
  if (loudMarks(code) && loudMarks(before) && !loudMarks(earlier)) addOne(counts, places['runs of marks']);
  if (code === slash && before === slash && earlier === colon) addOne(counts, places.links);
  if (code === at && before === slash && earlier === slash) addOne(counts, places['passed on']);
}

/** Logarithm of the length of a usual text. */
const usualLength = 4;

/** How a text is written, in the order of `mannerNames`: logarithms of counts, a share, and a truth as 0 or 1; into an earlier answer if given. */
export function mannerOf(text: string, counts: Float64Array = new Float64Array(mannerNames.length)): Float64Array {
  counts.fill(0);
  let letters = 0;
  let capitals = 0;
  let word = 0;
  let shouted = 0;
  let same = 1;
  let before = 0;
  let isMarked = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const seen = known[code] ?? 0;
    const kind = seen === unasked ? kindOf(code) : seen;
    same = code === before ? same + 1 : 1;
    if ((kind & letterBit) !== 0) {
      letters += 1;
      word += 1;
      if ((kind & capitalBit) !== 0) {
        capitals += 1;
        shouted += 1;
      }
      if (same === drawnOut) counts[drawnOutAt] = (counts[drawnOutAt] ?? 0) + 1;
      isMarked = 0;
    } else {
      if (word >= shortestShout && shouted === word) counts[shoutedAt] = (counts[shoutedAt] ?? 0) + 1;
      word = 0;
      shouted = 0;
      if ((kind & spaceBit) === 0) isMarked = kind & endingBit;
      if (kind !== spaceBit) countSign(counts, text, index, same);
    }
    before = code;
  }
  if (word >= shortestShout && shouted === word) counts[shoutedAt] = (counts[shoutedAt] ?? 0) + 1;
  for (let place = 0; place < counts.length; place += 1) counts[place] = Math.log1p(counts[place] ?? 0);
  counts[places.length] = Math.log1p(text.length) - usualLength;
  counts[places['share of capitals']] = letters === 0 ? 0 : capitals / letters;
  counts[places['ends with a mark']] = isMarked === 0 ? 0 : 1;
  return counts;
}

/** Views of a mixture that the manner is said in: of each count one towards neutral, and one from bad to good. */
export const mannerViewCount = 2 * mannerNames.length;

const room = new Float64Array(mannerNames.length);

/** Writes the manner of a text as margins for neg, neu and pos, from the view `from` on. */
export function mannerViews(text: string, into: readonly Float64Array[], from: number): void {
  const counts = mannerOf(text, room);
  for (let place = 0; place < counts.length; place += 1) {
    const [value, neutral, lean] = [counts[place] ?? 0, into[from + 2 * place], into[from + 2 * place + 1]];
    if (neutral !== undefined) neutral[1] = value;
    if (lean === undefined) continue;
    lean[0] = -value;
    lean[2] = value;
  }
}
