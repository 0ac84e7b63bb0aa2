// The conversations of the columns by number: the id in the store and the id in the source of each.
import { grown } from './grown.ts';
import { TextPool } from './text-pool.ts';

type Ids = { readonly id: number; readonly externalId: string };

export class RecordIndex {
  private ids = new Float64Array(0);
  private numberOfId = new Int32Array(0);
  private count = 0;
  readonly externalIds = new TextPool();

  get size(): number {
    return this.count;
  }

  /** The number of a conversation by its id in the store; -1 where it has none yet. */
  find(id: number): number {
    return (this.numberOfId[id] ?? 0) - 1;
  }

  /** The same, the next number for one that has none yet. */
  numberFor({ id, externalId }: Ids): number {
    const known = this.find(id);
    if (known >= 0) return known;
    const number = this.count;
    this.count += 1;
    this.ids = grown(this.ids, this.count);
    this.ids[number] = id;
    this.numberOfId = grown(this.numberOfId, id + 1);
    this.numberOfId[id] = this.count;
    this.externalIds.push(externalId);
    return number;
  }

  idOf(number: number): number {
    return this.ids[number] ?? 0;
  }

  externalIdOf(number: number): string {
    return this.externalIds.at(number);
  }

  /** Ids in the store, by number. */
  savedIds(): Float64Array {
    return this.ids.subarray(0, this.count);
  }

  /** Takes up numbers that were saved, in an index that has none yet. */
  restore(ids: Float64Array<ArrayBuffer>, external: Parameters<TextPool['restore']>[0]): void {
    this.externalIds.restore(external);
    this.ids = ids;
    this.count = ids.length;
    const numberOfId = new Int32Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
    for (let number = 0; number < ids.length; number += 1) numberOfId[ids[number] ?? 0] = number + 1;
    this.numberOfId = numberOfId;
  }

  get byteLength(): number {
    return this.ids.byteLength + this.numberOfId.byteLength + this.externalIds.byteLength;
  }
}
