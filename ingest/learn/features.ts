// Features of a text in buckets: hashed words, pairs of words and runs of characters, each once with how often it occurs.
import { FeatureWalk } from './feature-walk.ts';
import { bucketOf } from './hash.ts';
import type { Counted } from './vocabulary.ts';

/** Two to the power of this many buckets, unless told otherwise. Collisions cost less than the memory of more. */
export const hashBits = 20;

/** Reads features into one growing list; reused from text to text. */
export class FeatureReader {
  private columns = new Uint32Array(4096);
  private counts = new Float32Array(4096);
  private size = 0;
  private readonly mask: number;
  /** By bucket, its place in the list and one: far cheaper than sorting. */
  private readonly places: Uint32Array;
  private readonly words: Uint32Array[] = [];
  private readonly features: FeatureWalk;

  /** Buckets are two to the power of `bits`; fewer make a smaller model. */
  constructor(bits = hashBits) {
    this.mask = (1 << bits) - 1;
    this.places = new Uint32Array(1 << bits);
    this.features = new FeatureWalk({
      meet: (word, own) => {
        this.words[word] = Uint32Array.from(own, (hash) => bucketOf(hash, this.mask));
      },
      word: (word) => {
        for (const bucket of this.words[word] ?? []) this.add(bucket);
      },
      other: (hash) => this.add(bucketOf(hash, this.mask)),
      forget: () => {
        this.words.length = 0;
      },
    });
  }

  /** Buckets of a text, each once, with how often it occurs. */
  read(text: string): Counted {
    this.size = 0;
    this.features.walk(text);
    const columns = this.columns.slice(0, this.size);
    for (const column of columns) this.places[column] = 0;
    return { columns, counts: this.counts.slice(0, this.size) };
  }

  private add(bucket: number): void {
    const place = this.places[bucket] ?? 0;
    if (place > 0) {
      this.counts[place - 1] = (this.counts[place - 1] ?? 0) + 1;
      return;
    }
    if (this.size === this.columns.length) this.grow();
    this.columns[this.size] = bucket;
    this.counts[this.size] = 1;
    this.size += 1;
    this.places[bucket] = this.size;
  }

  private grow(): void {
    const columns = new Uint32Array(this.columns.length * 2);
    columns.set(this.columns);
    const counts = new Float32Array(columns.length);
    counts.set(this.counts);
    [this.columns, this.counts] = [columns, counts];
  }
}
