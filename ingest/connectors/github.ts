// GitHub issues of chosen repositories: follows their last change, then the changed comments, and reads every issue that they name.
import { z } from 'zod';
import { minute, second } from '#db/model/instant.ts';
import type { HttpAnswer } from '../http/client.ts';
import { retryAfterMs } from '../http/retry-delay.ts';
import { type ApiReader, openApiReader, toBase } from './api-reader.ts';
import { type ConnectorContext, defineConnector, parseCursor, settingNotes } from './connector.ts';
import { secretField, staffField } from './fields.ts';
import { freshPlace, type Place, placeShape, readNumber, readRepository, readWindow } from './github-follow.ts';
import { type GithubItem, githubId, toGithubConversations } from './github-issue.ts';
import { readEach } from './read-each.ts';

const name = /^[\w.-]+\/[\w.-]+$/;
const settingsSchema = z.strictObject({
  repositories: z
    .string()
    .max(5000)
    .transform((text) => [...new Set(text.split(/[\s,]+/).filter((one) => one !== ''))])
    .refine((names) => names.length > 0 && names.every((one) => name.test(one)), 'one owner/name a line')
    .register(settingNotes, {
      label: { en: 'Repositories', zh: '代码仓库' },
      help: { en: 'One owner/name a line.', zh: '每行一个 owner/name。' },
      placeholder: 'acme/wallet',
      isLong: true,
    }),
  token: secretField({ en: 'Token', zh: '令牌' }),
  staff: staffField({ en: 'the number of a user', zh: '用户编号' }),
  url: z
    .url({ protocol: /^https?$/ })
    .default('https://api.github.com')
    .register(settingNotes, {
      label: { en: 'Address of the interface', zh: '接口网址' },
      help: { en: 'Another one only for a GitHub of your own.', zh: '仅在自建 GitHub 时才需更改。' },
    }),
});
type Settings = z.infer<typeof settingsSchema>;
const cursorSchema = z.strictObject({ version: z.literal(1), repositories: z.record(z.string(), placeShape) });
type Cursor = z.infer<typeof cursorSchema>;

const repositoryShape = z.object({ id: z.number().int(), full_name: z.string(), has_issues: z.boolean().nullish() });

/** What GitHub asks for where it refuses for a while: its own pause, the time of its reset, or a minute. */
export function patienceOf({ status, header, at, bytes }: HttpAnswer): number | null {
  const retryAfter = header('retry-after');
  // The client reads it itself for 429.
  if (retryAfter !== null) return status === 429 ? null : (retryAfterMs(header, at ?? Number.POSITIVE_INFINITY) ?? minute);
  const reset = Number(header('x-ratelimit-reset'));
  if (header('x-ratelimit-remaining') === '0' && reset > 0 && at !== null) return Math.max(0, reset * second - at) + second;
  const isSecondary = /secondary rate limit|abuse detection/i.test(Buffer.from(bytes).toString('utf8'));
  return isSecondary || status === 429 ? minute : null;
}

function openReader({ http, settings }: ConnectorContext<Settings>, etag: string | null = null): ApiReader {
  return openApiReader(http, {
    base: toBase(settings.url),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${settings.token}`,
      'x-github-api-version': '2022-11-28',
      ...(etag === null ? {} : { 'if-none-match': etag }),
    },
    asksForPatience: patienceOf,
  });
}

async function findRepository(api: ApiReader, fullName: string): Promise<z.infer<typeof repositoryShape>> {
  return repositoryShape.parse(await api.get(`the repository ${fullName}`, `repos/${fullName}`));
}

/** Whether an issue was deleted, is hidden from us now, or went to another repository, where it has another id. */
async function isGone(api: ApiReader, externalId: string): Promise<boolean> {
  const [repository = '', number = ''] = externalId.split('#');
  const { status, header } = await api.ask('an issue', `repositories/${repository}/issues/${number}`, {}, [301, 404, 410]);
  const [, moved = repository] = /\/repositories\/(\d+)\//.exec(header('location') ?? '') ?? [];
  return status === 301 ? moved !== repository : status === 404 || status === 410;
}

export const github = defineConnector<Settings, GithubItem>({
  card: {
    id: 'github',
    label: 'GitHub Issues',
    reads: {
      en: 'Issues with comments, labels, closings and reopenings, edits, deletions; no pull requests.',
      zh: '议题及其评论、标签、关闭与重新打开、编辑和删除；不含拉取请求。',
    },
    rights: {
      en: 'A fine-grained token for these repositories alone with Issues: read-only and Metadata: read-only; for public ones a token without any permission. Nothing is written.',
      zh: '仅限这些仓库的细粒度令牌，权限为 Issues: 只读和 Metadata: 只读；公开仓库用无任何权限的令牌即可。不会写入任何内容。',
    },
    provenBy: ['official specification', 'recorded responses'],
  },
  settings: settingsSchema,
  // 5,000 an hour.
  perMinute: () => 80,
  resumable: true,
  itemId: ({ repository, issue }) => githubId(repository, issue.number),
  toConversations: (item, { staff }) => toGithubConversations(item, staff),
  async *fetch(context, { cursor, since, window }) {
    let state: Cursor = cursor === null ? { version: 1, repositories: {} } : parseCursor(cursorSchema, cursor);
    let last = openReader(context);
    const open = (etag: string | null): ApiReader => {
      last = openReader(context, etag);
      return last;
    };
    const now = () => last.serverAt() ?? context.clock();
    for (const fullName of context.settings.repositories) {
      const { id: repository } = await findRepository(open(null), fullName);
      const save = (place: Place): string => {
        state = { version: 1, repositories: { ...state.repositories, [repository]: place } };
        return JSON.stringify(state);
      };
      const reading = { open, repository, save, until: window?.to ?? Number.POSITIVE_INFINITY, now };
      if (window !== null) yield* readWindow(reading, window.from);
      else yield* readRepository(reading, state.repositories[repository] ?? freshPlace(since));
    }
  },
  async probe(context) {
    const api = openReader(context);
    const found: z.infer<typeof repositoryShape>[] = [];
    for (const fullName of context.settings.repositories) found.push(await findRepository(api, fullName));
    const closed = found.filter(({ has_issues }) => has_issues === false).map(({ full_name }) => full_name);
    const off = { en: `Issues are switched off in ${closed.join(', ')}.`, zh: `以下仓库已关闭议题功能：${closed.join('、')}。` };
    return { found: found.map(({ full_name }) => full_name).join(', '), warnings: closed.length === 0 ? [] : [off] };
  },
  async findGone(context, externalIds) {
    const api = openReader(context);
    const gone: string[] = [];
    for (const id of externalIds) if (await isGone(api, id)) gone.push(id);
    return gone;
  },
  openAgain(context) {
    const api = openReader(context);
    return (ids) =>
      readEach(ids, String, async (id) => {
        const [repository = '', number = ''] = id.split('#');
        return await readNumber(api, Number(repository), number);
      });
  },
});
