// A small invented network with a memory: threads of customers and of us, which stand-ins of vendors tell in their own words.
import type { Instant } from '#db/model/instant.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { Vendor } from '../vendor.ts';

export type WorldPost = {
  readonly id: string;
  readonly parent: string | null;
  readonly root: string;
  /** `brand`, `anna` (our staff) or a customer. */
  readonly by: string;
  readonly at: Instant;
  text: string;
  readonly callsUs: boolean;
  isGone: boolean;
  isSpoiled: boolean;
  editedAt: Instant | null;
};

type Words = { readonly by: string; readonly text: string; readonly at?: Instant; readonly callsUs?: boolean };

export type World = {
  readonly posts: readonly WorldPost[];
  /** What can be seen now. */
  readonly live: () => readonly WorldPost[];
  readonly find: (id: string) => WorldPost | undefined;
  readonly say: (words: Words, parent?: WorldPost) => WorldPost;
  readonly edit: (post: WorldPost, text: string) => void;
  /** The vendor that the contract suite wants, over the network told by `upstream`. */
  readonly toVendor: (upstream: Upstream) => Vendor;
};

type Placed = { readonly at: Instant; readonly by: string; readonly parent: string | null };

const gap = 20_000;
const begin = virtualStart - 6 * 3_600_000;

/** `count` threads: a customer calls us, and we answer every second one. */
export function openWorld(count: number, idOf: (index: number, post: Placed) => string): World {
  const posts: WorldPost[] = [];
  const say = ({ by, text, at = begin + posts.length * gap, callsUs = false }: Words, parent?: WorldPost): WorldPost => {
    const id = idOf(posts.length, { at, by, parent: parent?.id ?? null });
    const state = { isGone: false, isSpoiled: false, editedAt: null };
    const post = { id, parent: parent?.id ?? null, root: parent?.root ?? id, by, at, text, callsUs, ...state };
    posts.push(post);
    return post;
  };
  const open = (index: number): WorldPost => {
    const root = say({ by: `customer-${index}`, text: `Where is withdrawal ${index}, @acme?`, callsUs: true });
    if (index % 2 === 0) say({ by: 'anna', text: `We are looking into number ${index}.` }, root);
    return root;
  };
  for (let index = 0; index < count; index += 1) open(index);
  const roots = () => posts.filter(({ id, root, callsUs }) => id === root && callsUs);
  const rootAt = (index: number): WorldPost => roots()[index] ?? open(index);
  const edit = (post: WorldPost, text: string) => {
    post.text = text;
    post.editedAt = virtualStart - 60_000;
  };
  return {
    posts,
    live: () => posts.filter(({ isGone }) => !isGone),
    find: (id) => posts.find((post) => post.id === id && !post.isGone),
    say,
    edit,
    toVendor: (upstream) => ({
      upstream,
      ids: () => roots().flatMap(({ id, isSpoiled }) => (isSpoiled ? [] : id)),
      edit: () => {
        edit(rootAt(0), 'Where is it, @acme? It has been three days.');
        return { externalId: rootAt(0).id, text: rootAt(0).text };
      },
      remove: () => {
        rootAt(1).isGone = true;
        return rootAt(1).id;
      },
      spoil: () => {
        rootAt(2).isSpoiled = true;
        return rootAt(2).id;
      },
      mend: () => {
        rootAt(2).isSpoiled = false;
      },
      add: () => open(roots().length).id,
    }),
  };
}
