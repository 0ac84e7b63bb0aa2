// The address of a ticket in a tracker: whose it is, and the key under which people know it.

export type TrackerLink = { readonly tracker: 'github' | 'jira' | 'linear' | 'other'; readonly key: string | null };

type Shape = {
  readonly tracker: TrackerLink['tracker'];
  readonly isHost: (host: string) => boolean;
  readonly path: RegExp;
  readonly keyOf: (found: RegExpExecArray) => string;
};

const shapes: readonly Shape[] = [
  {
    tracker: 'github',
    isHost: (host) => host === 'github.com' || host === 'www.github.com',
    path: /^\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(\d+)\/?$/,
    keyOf: ([, repository = '', number = '']) => `${repository}#${number}`,
  },
  {
    tracker: 'jira',
    isHost: (host) => host.endsWith('.atlassian.net'),
    path: /^\/(?:jira\/.*\/)?browse\/([A-Z][A-Z0-9_]+-\d+)\/?$/,
    keyOf: ([, key = '']) => key,
  },
  {
    tracker: 'linear',
    isHost: (host) => host === 'linear.app',
    path: /^\/[\w-]+\/issue\/([A-Z][A-Z0-9]*-\d+)(?:\/[\w-]*)?\/?$/,
    keyOf: ([, key = '']) => key,
  },
];

/** Null for an address of a known tracker that names no ticket, and for what is no address. A tracker of one's own has no shape to know. */
export function readTrackerLink(address: string): TrackerLink | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const shape = shapes.find(({ isHost }) => isHost(hostname.toLowerCase()));
  if (shape === undefined) {
    const own = /\/browse\/([A-Z][A-Z0-9_]+-\d+)\/?$/.exec(pathname);
    return own === null ? { tracker: 'other', key: null } : { tracker: 'jira', key: own[1] ?? null };
  }
  const found = shape.path.exec(pathname);
  return found === null ? null : { tracker: shape.tracker, key: shape.keyOf(found) };
}
