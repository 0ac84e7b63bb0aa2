// A stand-in for GitHub's interface of issues: order of change, pages by Link, marks of lists, pull requests among the issues.
import { createHash } from 'node:crypto';
import { github } from '#ingest/connectors/github.ts';
import { type Reply, type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';

const second = 1000;
const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
export const repositoryId = 4321;
const api = 'https://api.github.com';

export type Person = { id: number; login: string; type: 'User' | 'Bot'; association: string };
export const staff: Person = { id: 7, login: 'anna', type: 'User', association: 'MEMBER' };
export const customer = (n: number): Person => ({ id: 100 + n, login: `jo${n}`, type: 'User', association: 'NONE' });

type Spoken = { id: number; by: Person | null; at: number; updated: number; text: string };
export type Comment = Spoken & { issue: number };
export type Issue = Spoken & { number: number; isPull: boolean; isClosed: boolean; reason: string | null; closedAt: number | null } & {
  isSpoiled: boolean;
  /** 410 deleted, 301 gone to another repository. */
  fate: 200 | 301 | 404 | 410;
};

const userOf = (by: Person | null) =>
  by === null
    ? null
    : {
        login: by.login,
        id: by.id,
        node_id: `U_${by.id}`,
        avatar_url: `${api}/avatar`,
        gravatar_id: '',
        url: `${api}/users/${by.login}`,
        html_url: `https://github.com/${by.login}`,
        followers_url: api,
        following_url: api,
        gists_url: api,
        starred_url: api,
        subscriptions_url: api,
        organizations_url: api,
        repos_url: api,
        events_url: api,
        received_events_url: api,
        type: by.type,
        site_admin: false,
      };

/** The repository behind the stand-in, for tests of its hard cases. */
export function openRepository() {
  const issues: Issue[] = [];
  const comments: Comment[] = [];
  const events: { issue: number; event: string; at: number; by: Person; reason: string | null }[] = [];
  let at = virtualStart - 60 * 86_400 * second;
  let ids = 1000;
  const tick = (seconds = 1): number => {
    at += seconds * second;
    return at;
  };
  const open = (more: Partial<Issue> = {}): Issue => {
    const number = issues.length + 1;
    ids += 1;
    const fresh = { id: ids, number, by: customer(number), at, updated: at, text: `Where is withdrawal ${number}?`, isPull: false };
    const issue: Issue = { ...fresh, isClosed: false, reason: null, closedAt: null, isSpoiled: false, fate: 200, ...more };
    issues.push(issue);
    return issue;
  };
  const say = (issue: Issue, by: Person | null, text: string): Comment => {
    ids += 1;
    const comment = { id: ids, issue: issue.number, by, at, updated: at, text };
    comments.push(comment);
    issue.updated = at;
    return comment;
  };
  const close = (issue: Issue, by: Person, reason = 'completed'): void => {
    Object.assign(issue, { isClosed: true, reason, closedAt: at, updated: at });
    events.push({ issue: issue.number, event: 'closed', at, by, reason });
  };
  return { issues, comments, events, tick, open, say, close };
}
export type Repository = ReturnType<typeof openRepository>;

/** An issue as the interface answers it. */
export function toIssue({ comments }: Repository, issue: Issue) {
  const url = `${api}/repos/acme/wallet/issues/${issue.number}`;
  return {
    url,
    repository_url: `${api}/repos/acme/wallet`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `https://github.com/acme/wallet/issues/${issue.number}`,
    id: issue.id,
    node_id: `I_${issue.id}`,
    number: issue.number,
    title: issue.isSpoiled ? 12 : `Withdrawal ${issue.number}`,
    user: userOf(issue.by),
    labels: [{ id: 1, node_id: 'L_1', url: api, name: 'wallet', description: null, color: 'ededed', default: false }],
    state: issue.isClosed ? 'closed' : 'open',
    state_reason: issue.reason,
    locked: false,
    active_lock_reason: null,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: comments.filter((comment) => comment.issue === issue.number).length,
    created_at: iso(issue.at),
    updated_at: iso(issue.updated),
    closed_at: issue.closedAt === null ? null : iso(issue.closedAt),
    author_association: issue.by?.association ?? 'NONE',
    body: issue.text,
    performed_via_github_app: null,
    ...(issue.isPull ? { pull_request: { url, html_url: url, diff_url: url, patch_url: url } } : {}),
  };
}

function toComment({ id, issue, by, at, updated, text }: Comment) {
  const url = `${api}/repos/acme/wallet/issues/comments/${id}`;
  return {
    id,
    node_id: `IC_${id}`,
    url,
    html_url: `https://github.com/acme/wallet/issues/${issue}#issuecomment-${id}`,
    issue_url: `${api}/repos/acme/wallet/issues/${issue}`,
    body: text,
    user: userOf(by),
    created_at: iso(at),
    updated_at: iso(updated),
    author_association: by?.association ?? 'NONE',
    performed_via_github_app: null,
  };
}

/** A page of a list with its Link header and its mark. */
function listed(items: readonly unknown[], url: URL, mark: string | undefined): Reply {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const page = Number(url.searchParams.get('page') ?? 1);
  const body = items.slice((page - 1) * size, page * size);
  const etag = `W/"${createHash('sha256')
    .update(`${url.search}${JSON.stringify(body)}`)
    .digest('hex')}"`;
  if (mark === etag) return { status: 304, headers: { etag } };
  const next: Record<string, string> = {};
  if (items.length > page * size) next.link = `<${url.origin}${url.pathname}?page=${page + 1}>; rel="next", <x?page=9>; rel="last"`;
  return { body, headers: { etag, ...next } };
}

/** What the repository answers. */
export function answerOf(repository: Repository, url: URL, mark: string | undefined): Reply {
  const { issues, comments, events } = repository;
  const path = url.pathname.replace(/^\/repositories\/\d+|^\/repos\/acme\/wallet/, '');
  const since = Date.parse(url.searchParams.get('since') ?? '1970-01-01T00:00:00Z');
  const lately = <T extends Spoken>(items: readonly T[]): T[] =>
    items.filter(({ updated }) => updated >= since).sort((a, b) => a.updated - b.updated || a.id - b.id);
  if (path === '') return { body: { id: repositoryId, full_name: 'acme/wallet', has_issues: true } };
  if (path === '/issues') {
    return listed(
      lately(issues.filter(({ fate }) => fate === 200)).map((issue) => toIssue(repository, issue)),
      url,
      mark,
    );
  }
  if (path === '/issues/comments') return listed(lately(comments).map(toComment), url, mark);
  const [, number, part] = /^\/issues\/(\d+)(?:\/(\w+))?$/.exec(path) ?? [];
  const issue = issues.find((one) => String(one.number) === number);
  if (issue === undefined) return { status: 404, body: { message: 'Not Found' } };
  if (issue.fate === 301) return { status: 301, headers: { location: `${api}/repositories/999/issues/1` } };
  if (issue.fate !== 200) return { status: issue.fate, body: { message: 'This issue was deleted' } };
  const mine = <T extends { issue: number }>(items: readonly T[]) => items.filter((one) => one.issue === issue.number);
  if (part === 'comments') return listed(mine(comments).map(toComment), url, undefined);
  if (part !== 'events') return { body: toIssue(repository, issue) };
  const toEvent = ({ event, at, by, reason }: (typeof events)[number]) => ({
    id: at,
    node_id: `CE_${at}`,
    url: `${api}/repos/acme/wallet/issues/events/${at}`,
    event,
    actor: userOf(by),
    commit_id: null,
    commit_url: null,
    created_at: iso(at),
    performed_via_github_app: null,
    state_reason: reason,
  });
  return listed(mine(events).map(toEvent), url, undefined);
}

export const upstreamOf =
  (repository: Repository, later = 0): Upstream =>
  ({ url, headers }) => {
    if (headers.authorization !== 'Bearer a-secret-token') return { status: 401, body: { message: 'Bad credentials' } };
    const reply = answerOf(repository, url, headers['if-none-match']);
    return { ...reply, headers: { date: new Date(virtualStart + later).toUTCString(), ...reply.headers } };
  };

function openVendor(count: number): Vendor {
  const repository = openRepository();
  const { issues, tick, open, say, close } = repository;
  for (let n = 0; n < count; n += 1) {
    // Several issues share each second: a page may end in the middle of one.
    if (n % 4 === 0) tick();
    const issue = open({ isPull: n % 9 === 8, text: `<!-- fill in -->\r\nWhere is withdrawal ${n + 1}?` });
    if (n % 3 === 2) say(issue, staff, 'We look into it.');
    if (n % 30 === 20) close(issue, staff);
  }
  const at = (index: number): Issue => issues[index] ?? open();
  const touch = (issue: Issue) => {
    issue.updated = tick();
  };
  return {
    upstream: upstreamOf(repository),
    ids: () => issues.filter(({ isPull, isSpoiled }) => !isPull && !isSpoiled).map(({ number }) => `${repositoryId}#${number}`),
    edit: () => {
      at(0).text = 'Where is it? It has been three days.';
      touch(at(0));
      return { externalId: `${repositoryId}#1`, text: at(0).text };
    },
    remove: () => {
      at(1).fate = 410;
      return `${repositoryId}#2`;
    },
    spoil: () => {
      at(2).isSpoiled = true;
      return `${repositoryId}#3`;
    },
    mend: () => {
      at(2).isSpoiled = false;
      touch(at(2));
    },
    add: () => {
      tick();
      return `${repositoryId}#${open().number}`;
    },
  };
}

export const githubCase: ConnectorCase = {
  connector: github,
  settings: { repositories: 'acme/wallet', token: 'a-secret-token' },
  open: () => openVendor(230),
  openEmpty: () => openVendor(0),
};
