// Redmine: issues by their time of change, open and closed ones, each with its journal.
import { z } from 'zod';
import { type Instant, minute } from '#db/model/instant.ts';
import { type ApiReader, goneOf, openApiReader, toBase } from './api-reader.ts';
import type { ChangedRow } from './by-update.ts';
import { type ConnectorContext, defineConnector, type FetchPlan, type SourcePage, settingNotes } from './connector.ts';
import { secretField, staffField, urlField } from './fields.ts';
import { changedRows, readSinceMark } from './read-changed.ts';
import { readEach } from './read-each.ts';
import { type RedmineItem, redmineIssueShape, toRedmineConversation } from './redmine-issue.ts';
import { isStaff } from './staff-list.ts';
import { idText } from './vendor-shapes.ts';

const settingsSchema = z.strictObject({
  url: urlField('https://redmine.example.com'),
  key: secretField({ en: 'API access key', zh: 'API 访问密钥' }),
  project: z
    .string()
    .trim()
    .max(200)
    .default('')
    .register(settingNotes, {
      label: { en: 'Project', zh: '项目' },
      help: { en: 'Its identifier; empty: all projects that the key may see.', zh: '项目标识；留空则读取该密钥可见的所有项目。' },
    }),
  customerRoles: z
    .string()
    .trim()
    .max(500)
    .default('Reporter')
    .register(settingNotes, {
      label: { en: 'Roles of customers', zh: '客户的角色' },
      help: {
        en: 'Members of a project who have only these roles are customers, all other members are ours; parted by commas.',
        zh: '仅具有这些角色的项目成员视为客户，其他成员视为我方人员；用逗号分隔。',
      },
    }),
  staff: staffField({ en: 'number of the user', zh: '用户编号' }),
});
type Settings = z.infer<typeof settingsSchema>;

const listShape = z.object({ issues: z.array(z.unknown()) });
const statusesShape = z.object({ issue_statuses: z.array(z.object({ id: idText, is_closed: z.boolean().nullish() })) });
const membershipsShape = z.object({
  memberships: z.array(z.object({ user: z.object({ id: idText }).nullish(), roles: z.array(z.object({ name: z.string() })).default([]) })),
});

const pageSize = 100;
const overlap = minute;
const mostPages = 1000;

type Reader = {
  readonly api: ApiReader;
  readonly settings: Settings;
  readonly closed: ReadonlySet<string>;
  /** Members of a project that are ours; null where they may not be read. */
  readonly members: Map<string, ReadonlySet<string> | null>;
};

function openApi({ http, settings }: ConnectorContext<Settings>): ApiReader {
  return openApiReader(http, { base: toBase(settings.url), headers: { 'x-redmine-api-key': settings.key } });
}

const userShape = z.object({ user: z.object({ login: z.string().nullish(), id: idText }) });

/** Where issues are public, a wrong key reads as nobody and is not refused; only the question who one is tells. */
async function whoAmI(api: ApiReader): Promise<z.infer<typeof userShape>['user']> {
  return userShape.parse(await api.get('the user', 'users/current.json')).user;
}

async function openReader(context: ConnectorContext<Settings>): Promise<Reader> {
  const api = openApi(context);
  await whoAmI(api);
  const { issue_statuses } = statusesShape.parse(await api.get('the statuses', 'issue_statuses.json'));
  const closed = new Set(issue_statuses.filter(({ is_closed }) => is_closed === true).map(({ id }) => id));
  return { api, settings: context.settings, closed, members: new Map() };
}

/** Without `status_id=*` closed issues are left out. */
async function listChanged({ api, settings }: Reader, from: Instant, page: number): Promise<ChangedRow[]> {
  const { issues } = listShape.parse(
    await api.get('the list of changed issues', 'issues.json', {
      status_id: '*',
      updated_on: `>=${new Date(from).toISOString().slice(0, 19)}Z`,
      sort: 'updated_on:asc,id:asc',
      limit: pageSize,
      offset: (page - 1) * pageSize,
      project_id: settings.project === '' ? null : settings.project,
    }),
  );
  return changedRows(issues, 'updated_on', from);
}

async function membersOf({ api, settings, members }: Reader, projectId: string): Promise<ReadonlySet<string> | null> {
  const known = members.get(projectId);
  if (known !== undefined) return known;
  const customers = new Set(settings.customerRoles.split(',').map((role) => role.trim().toLowerCase()));
  const ours = new Set<string>();
  for (let offset = 0; ; offset += pageSize) {
    const path = `projects/${projectId}/memberships.json`;
    const answer = await api.ask('the members of a project', path, { limit: pageSize, offset }, [403, 404]);
    if (answer.status !== 200) {
      members.set(projectId, null);
      return null;
    }
    const { memberships } = membershipsShape.parse(JSON.parse(new TextDecoder().decode(answer.bytes)));
    for (const { user, roles } of memberships) {
      if (user != null && roles.some(({ name }) => !customers.has(name.toLowerCase()))) ours.add(user.id);
    }
    if (memberships.length < pageSize) break;
  }
  members.set(projectId, ours);
  return ours;
}

async function readIssue(reader: Reader, id: string): Promise<RedmineItem> {
  const value = await reader.api.get('an issue', `issues/${id}.json`, { include: 'journals,attachments' });
  const { issue } = z.object({ issue: redmineIssueShape }).parse(value);
  const { staff } = reader.settings;
  const members = staff.length > 0 ? null : await membersOf(reader, issue.project.id);
  const isOurs = (userId: string, at: Instant): boolean => {
    if (staff.length > 0) return isStaff(staff, userId, at);
    // Where members may not be read, whoever asked is the customer and whoever else writes is ours.
    return members === null ? userId !== issue.author.id : members.has(userId);
  };
  return { issue, closed: reader.closed, isOurs };
}

async function* readPages(context: ConnectorContext<Settings>, plan: FetchPlan): AsyncGenerator<SourcePage<RedmineItem>, void, undefined> {
  const reader = await openReader(context);
  const { serverAt } = reader.api;
  const list = (from: Instant, page: number) => listChanged(reader, from, page);
  yield* readSinceMark({ list, read: ({ id }) => readIssue(reader, id), mostPages, overlap, serverAt, clock: context.clock }, plan);
}

export const redmine = defineConnector<Settings, RedmineItem>({
  card: {
    id: 'redmine',
    label: 'Redmine',
    reads: {
      en: 'Issues with their notes, private notes where the key may see them, closing and opening again, projects, categories and trackers.',
      zh: '问题及其说明，密钥有权查看的私有说明，关闭与重新打开，项目、类别和跟踪标签。',
    },
    rights: {
      en: 'The API key of a user with "View issues" in the projects to be read (and "View private notes" for those); the REST interface must be switched on in Administration, Settings, API.',
      zh: '在要读取的项目中具有“查看问题”权限（如需私有说明，另加“查看私有说明”）的用户的 API 密钥；须在“管理、配置、API”中启用 REST 接口。',
    },
    provenBy: ['real server', 'recorded responses'],
  },
  settings: settingsSchema,
  perMinute: () => 300,
  resumable: true,
  itemId: ({ issue }) => issue.id,
  toConversations: (item) => [toRedmineConversation(item)],
  fetch: readPages,
  async probe(context) {
    const api = openApi(context);
    const user = await whoAmI(api);
    const { issues } = listShape.parse(await api.get('the list of issues', 'issues.json', { status_id: '*', limit: 1 }));
    const blind = { en: 'The key sees no issue, so nothing would be read.', zh: '该密钥看不到任何问题，因此读不到任何内容。' };
    return { found: user.login ?? `user ${user.id}`, warnings: issues.length === 0 ? [blind] : [] };
  },
  async findGone(context, externalIds) {
    const api = openApi(context);
    await whoAmI(api);
    // 403 is an issue that moved where the key cannot see it: hidden, not gone.
    return await goneOf(
      externalIds,
      async (id) => (await api.ask('an issue', `issues/${encodeURIComponent(id)}.json`, {}, [403, 404])).status,
    );
  },
  async openAgain(context) {
    const reader = await openReader(context);
    return (ids) => readEach(ids, String, (id) => readIssue(reader, encodeURIComponent(id)));
  },
});
