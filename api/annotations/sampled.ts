// The answered tasks of a field, read anew only when somebody has said something, or once a minute for what the scorers say now.
import type { AnnotationField } from '#db/model/annotation.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { findSampledTasks, readAnnotationState, type SampledTask } from '#db/store/annotation-sample.ts';

export type Sampled = {
  readonly tasks: (field: AnnotationField, campaignId?: number | null) => Promise<readonly SampledTask[]>;
  /** What `compute` made of the tasks, kept as long as they are. `name` stands for one `compute`. */
  readonly derived: <T>(
    name: string,
    asked: { readonly field: AnnotationField; readonly campaignId: number | null },
    compute: (tasks: readonly SampledTask[]) => T,
  ) => Promise<T>;
};

type Kept = {
  readonly state: string;
  readonly at: Instant;
  readonly tasks: readonly SampledTask[];
  readonly derived: Map<string, unknown>;
};

/** More campaigns than this are not looked at in turns. */
const mostKept = 12;

export function openSampled({ db, clock }: { readonly db: Db; readonly clock: () => Instant }): Sampled {
  const kept = new Map<string, Kept>();
  const find = async (field: AnnotationField, campaignId: number | null): Promise<Kept> => {
    const name = `${field} ${campaignId ?? '-'}`;
    const state = await readAnnotationState(db);
    const found = kept.get(name);
    if (found !== undefined && found.state === state && clock() - found.at < minute) return found;
    const fresh = { state, at: clock(), tasks: await findSampledTasks(db, field, campaignId), derived: new Map<string, unknown>() };
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(name, fresh);
    return fresh;
  };
  return {
    tasks: async (field, campaignId = null) => (await find(field, campaignId)).tasks,
    derived: async <T>(
      name: string,
      asked: { field: AnnotationField; campaignId: number | null },
      compute: (tasks: readonly SampledTask[]) => T,
    ) => {
      const { tasks, derived } = await find(asked.field, asked.campaignId);
      const held = derived.get(name);
      const box: { readonly value: T } = isBox<T>(held) ? held : { value: compute(tasks) };
      derived.set(name, box);
      return box.value;
    },
  };
}

/** One name stands for one computation, so what is under it has its type. */
function isBox<T>(held: unknown): held is { readonly value: T } {
  return typeof held === 'object' && held !== null && 'value' in held;
}
