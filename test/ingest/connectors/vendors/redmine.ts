// A stand-in for Redmine: issues ordered by whole seconds of change, journals, memberships; its answers shaped after recorded ones.
import { minute, second } from '#db/model/instant.ts';
import { redmine } from '#ingest/connectors/redmine.ts';
import { type Reply, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';
import { deskVendor } from './desk.ts';

export type MineIssue = {
  readonly id: number;
  updated: number;
  readonly created: number;
  description: string;
  status: number;
  journals: object[];
  isGone: boolean;
  isSpoiled: boolean;
};

const jo = { id: 30, name: 'Jo Customer' };
const anna = { id: 4, name: 'Anna Agent' };
const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const whole = (at: number) => Math.floor(at / second) * second;

export function openMine(count: number, options: { canSeeMembers?: boolean } = {}) {
  const issues: MineIssue[] = [];
  let at = virtualStart - 3000 * minute;
  let journalId = 500;
  const note = (issue: MineIssue, user: object, notes: string, more: { status?: number; private_notes?: boolean } = {}) => {
    at += minute;
    journalId += 1;
    const { status, ...rest } = more;
    const details =
      status === undefined ? [] : [{ property: 'attr', name: 'status_id', old_value: String(issue.status), new_value: String(status) }];
    issue.journals.push({ id: journalId, user, notes, private_notes: false, created_on: iso(at), details, ...rest });
    issue.status = status ?? issue.status;
    issue.updated = whole(at);
    return { id: String(journalId), at: whole(at) };
  };
  const open = (from = at): MineIssue => {
    at = Math.max(at, from) + minute;
    const created = whole(at);
    const id = issues.length + 1;
    const issue: MineIssue = {
      id,
      updated: created,
      created,
      description: `Where is withdrawal ${id}?`,
      status: 1,
      journals: [],
      isGone: false,
      isSpoiled: false,
    };
    issues.push(issue);
    note(issue, anna, `We look into ${id}.`);
    return issue;
  };
  for (let n = 0; n < count; n += 1) open();
  const present = () => issues.filter(({ isGone }) => !isGone);
  const head = (issue: MineIssue) => ({
    id: issue.id,
    project: { id: 91, name: 'Support' },
    tracker: { id: 1, name: 'Question' },
    status: { id: issue.status, name: 'x' },
    priority: { id: 4, name: 'Normal' },
    author: jo,
    category: { id: 2, name: 'Withdrawals' },
    subject: 'Withdrawal',
    description: issue.description,
    created_on: issue.isSpoiled ? 'last week' : iso(issue.created),
    updated_on: iso(issue.updated),
    closed_on: null,
  });
  const list = (query: URLSearchParams): Reply => {
    const since = Date.parse((query.get('updated_on') ?? '').replace('>=', ''));
    const limit = Math.min(100, Number(query.get('limit') ?? 25));
    const offset = Number(query.get('offset') ?? 0);
    const found = present()
      .filter(({ updated, status }) => (Number.isNaN(since) || updated >= since) && (query.get('status_id') === '*' || status !== 5))
      .sort((a, b) => a.updated - b.updated || a.id - b.id);
    return { body: { issues: found.slice(offset, offset + limit).map(head), total_count: found.length, offset, limit } };
  };
  const answer = (path: string, query: URLSearchParams): Reply => {
    if (path === '/users/current.json') return { body: { user: { id: 9, login: 'reader' } } };
    if (path === '/issue_statuses.json')
      return { body: { issue_statuses: [1, 2, 3, 5].map((id) => ({ id, name: 'x', is_closed: id === 5 })) } };
    if (path === '/issues.json') return list(query);
    if (path === '/projects/91/memberships.json') {
      if (options.canSeeMembers === false) return { status: 403 };
      const roles = (name: string) => [{ id: 3, name }];
      const memberships = [
        { id: 1, user: anna, roles: roles('Developer') },
        { id: 2, user: jo, roles: roles('Reporter') },
        { id: 3, group: { id: 7, name: 'All' }, roles: roles('Developer') },
      ];
      return { body: { memberships, total_count: 3, offset: 0, limit: 100 } };
    }
    const found = present().find(({ id }) => path === `/issues/${id}.json`);
    if (found === undefined) return { status: 404 };
    return {
      body: { issue: { ...head(found), attachments: [], journals: query.get('include')?.includes('journals') ? found.journals : [] } },
    };
  };
  return {
    issues,
    open,
    note,
    jo,
    anna,
    upstream: ({ url, headers }: { url: URL; headers: Readonly<Record<string, string>> }, now: number): Reply => {
      if (headers['x-redmine-api-key'] !== 'a-secret-key') return { status: 401 };
      return { headers: { date: new Date(now).toUTCString() }, ...answer(url.pathname, url.searchParams) };
    },
  };
}

function openDesk(count: number): Vendor {
  const mine = openMine(count);
  return deskVendor({
    upstream: mine.upstream,
    rows: mine.issues,
    open: () => mine.open(),
    add: () => mine.open(virtualStart - 10 * minute),
    idOf: ({ id }) => String(id),
    say: (issue, text) => {
      issue.description = text;
    },
    touch: (issue) => {
      issue.updated = virtualStart - minute;
    },
  });
}

export const redmineCase: ConnectorCase = {
  connector: redmine,
  settings: { url: 'https://redmine.acme.example', key: 'a-secret-key' },
  open: () => openDesk(230),
  openEmpty: () => openDesk(0),
};
