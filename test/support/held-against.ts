// An other side whose every answer is held against the vendor's own description.
import type { Judge } from './official-schemas.ts';
import type { Reply, Upstream } from './virtual-http.ts';

export type HeldAgainst = {
  readonly upstream: Upstream;
  /** What does not fit, each once. */
  readonly problems: () => readonly string[];
  /** Paths that the description does not know, digits as N. */
  readonly unknown: () => readonly string[];
  /** Exchanges that were judged, one of each path of the description or more. */
  readonly judged: () => readonly Parameters<Judge['problems']>[0][];
};

export type HeldOptions = {
  /** The path as the description writes it. */
  readonly pathOf?: (pathname: string) => string;
  /** What the description speaks of in an answer. */
  readonly bodyOf?: (body: unknown) => unknown;
};

/** Answers other than 200 are left to tests of their own: descriptions rarely tell of refusals. */
export function heldAgainst(
  judge: Judge,
  upstream: Upstream,
  { pathOf = (path) => path, bodyOf = (body) => body }: HeldOptions = {},
): HeldAgainst {
  const problems = new Set<string>();
  const unknown = new Set<string>();
  const judged: Parameters<Judge['problems']>[0][] = [];
  const note = (exchanged: Parameters<Judge['problems']>[0]) => {
    const found = judge.problems(exchanged);
    if (found === null) unknown.add(exchanged.path.replaceAll(/\d+/g, 'N'));
    else judged.push(exchanged);
    for (const problem of found ?? []) problems.add(problem.replaceAll(/\/\d+/g, '/N'));
  };
  return {
    upstream: async (request, now) => {
      const reply: Reply | Error = await upstream(request, now);
      if (reply instanceof Error || (reply.status ?? 200) !== 200) return reply;
      const method = request.method === 'POST' ? 'post' : 'get';
      note({ method, path: pathOf(request.url.pathname), query: request.url.searchParams, body: bodyOf(reply.body) });
      return reply;
    },
    problems: () => [...problems],
    unknown: () => [...unknown],
    judged: () => judged,
  };
}
