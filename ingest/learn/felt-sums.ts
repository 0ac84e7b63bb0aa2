// Sums up the words of feeling of a text as they come: good and bad, the strongest, the first and the last, and those after a turn.

/** A negated word of feeling says the opposite, but less of it. */
const negatedShare = -0.6;
/** How much more a word says behind one such as `very`. */
const strengthenedShare = 1.3;
/** From this strength on, of 1 to 4, a word is a strong one. */
const leastStrong = 2.5;
/** Of a shorter text a word is no larger a part. */
const shortestText = 4;

/** Views of a mixture that the sums are said in. */
export const feltViewCount = 17;
/** Labels that a view has a margin for: neg, neu and pos. */
export const feltLabels = 3;

export class FeltSums {
  private good = 0;
  private bad = 0;
  private strongGood = 0;
  private strongBad = 0;
  private mostGood = 0;
  private mostBad = 0;
  private goodAfter = 0;
  private badAfter = 0;
  private hasTurned = false;
  private first = 0;
  private last = 0;
  private count = 0;

  clear(): void {
    this.good = this.bad = this.strongGood = this.strongBad = this.mostGood = this.mostBad = 0;
    this.goodAfter = this.badAfter = this.first = this.last = this.count = 0;
    this.hasTurned = false;
  }

  /** A word of feeling with its strength, -4 to 4. */
  add(strength: number, isNegated: boolean, isStrengthened: boolean): void {
    const felt = strength * (isStrengthened ? strengthenedShare : 1) * (isNegated ? negatedShare : 1);
    if (felt > 0) {
      this.good += felt;
      this.mostGood = Math.max(this.mostGood, felt);
      if (felt >= leastStrong) this.strongGood += 1;
      if (this.hasTurned) this.goodAfter += felt;
    } else {
      this.bad -= felt;
      this.mostBad = Math.max(this.mostBad, -felt);
      if (felt <= -leastStrong) this.strongBad += 1;
      if (this.hasTurned) this.badAfter -= felt;
    }
    if (this.count === 0) this.first = felt;
    this.last = felt;
    this.count += 1;
  }

  /** A word such as `but`: what comes behind the last one counts once more. */
  turn(): void {
    this.hasTurned = true;
    this.goodAfter = 0;
    this.badAfter = 0;
  }

  /** Writes margins for neg, neu and pos into views. `length`: how many words, or characters of a language without spaces, the text has. */
  write(into: readonly Float64Array[], length: number): void {
    const { good, bad, first, last } = this;
    const share = 1 / Math.sqrt(Math.max(shortestText, length));
    const lean = (good - bad) / (good + bad + 1);
    pair(into, 0, Math.log1p(bad), Math.log1p(good));
    pair(into, 2, bad * share, good * share);
    pair(into, 4, Math.log1p(this.strongBad), Math.log1p(this.strongGood));
    pair(into, 6, this.mostBad / 2, this.mostGood / 2);
    pair(into, 8, Math.max(0, -last) / 2, Math.max(0, last) / 2);
    pair(into, 10, Math.max(0, -first) / 2, Math.max(0, first) / 2);
    pair(into, 12, Math.log1p(this.badAfter), Math.log1p(this.goodAfter));
    put(into[14], 1, this.count === 0 ? 1 : 0);
    put(into[15], 1, good > 0 && bad > 0 ? 1 : 0);
    put(into[16], 0, -lean);
    put(into[16], 2, lean);
  }
}

function put(view: Float64Array | undefined, label: number, value: number): void {
  if (view !== undefined) view[label] = value;
}

/** One view towards bad, and the next one towards good. */
function pair(into: readonly Float64Array[], view: number, bad: number, good: number): void {
  put(into[view], 0, bad);
  put(into[view + 1], 2, good);
}
