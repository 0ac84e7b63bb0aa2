// Many short texts in one block of memory: a million ids as strings would cost the collector a million objects.
import { grown } from './grown.ts';

export class TextPool {
  private bytes = new Uint8Array(1024);
  private ends = new Float64Array(64);
  private count = 0;
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  /** Adds a text; its number is the count of texts before it. */
  push(text: string): void {
    const start = this.end(this.count - 1);
    // A UTF-16 unit never takes more than three bytes of UTF-8.
    this.bytes = grown(this.bytes, start + text.length * 3);
    const { written } = this.encoder.encodeInto(text, this.bytes.subarray(start));
    this.ends = grown(this.ends, this.count + 1);
    this.ends[this.count] = start + written;
    this.count += 1;
  }

  at(index: number): string {
    return this.decoder.decode(this.bytes.subarray(this.end(index - 1), this.end(index)));
  }

  /** The bytes of all texts one after another, and where each ends. */
  saved(): { readonly bytes: Uint8Array; readonly ends: Float64Array } {
    return { bytes: this.bytes.subarray(0, this.end(this.count - 1)), ends: this.ends.subarray(0, this.count) };
  }

  /** Takes up texts that were saved, in a pool that has none yet. */
  restore({ bytes, ends }: { readonly bytes: Uint8Array<ArrayBuffer>; readonly ends: Float64Array<ArrayBuffer> }): void {
    this.bytes = bytes;
    this.ends = ends;
    this.count = ends.length;
  }

  get byteLength(): number {
    return this.bytes.byteLength + this.ends.byteLength;
  }

  private end(index: number): number {
    return index < 0 ? 0 : (this.ends[index] ?? 0);
  }
}
