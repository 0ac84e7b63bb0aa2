// Wait-time notices for people of the house: what customers see, on and off, what is set by hand, and how notices are graded.
import { createRoute, z } from '@hono/zod-openapi';
import { getMetric } from '#api/metrics/index.ts';
import { noticeGrade } from '#api/notice/notice-grade.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { askWithBehind } from '../http/behind-sources.ts';
import { changeNoticeKey, changeNoticeSetting, dropNoticeOverride, setNoticeOverride } from '../http/notice-changes.ts';
import { readNotices } from '../http/notices-json.ts';
import { permit } from '../http/permission.ts';
import { questionQuery, rangeFields, toPlan } from '../http/question.ts';
import { toRange } from '../http/range.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { noticeGradesShape, noticeKeyShape, noticesInput, noticesShape, noticeTrackShape, overrideInput } from '../http/shapes/notices.ts';
import { doneShape } from '../http/shapes/operations.ts';

const tags = ['notices'];
const read = permit('metrics:read');
const write = permit('settings:write');
const params = z.strictObject({ channel: z.string().min(1).max(200) });

const getNotices = createRoute({
  method: 'get',
  path: '/api/notices',
  tags,
  summary: 'What customers are told now, and what people decided about it',
  ...read,
  responses: ok(noticesShape, 'The notice in force, channels, and what is set by hand.'),
});

const changeNotices = createRoute({
  method: 'put',
  path: '/api/notices',
  tags,
  summary: 'Switch notices on or off, or choose their channels',
  ...write,
  request: { body: jsonBody(noticesInput) },
  responses: ok(doneShape, 'Changed; what customers see follows at once.'),
});

const changeKey = createRoute({
  method: 'post',
  path: '/api/notices/key',
  tags,
  summary: 'Change the key of the public address; pages with the old one show nothing from then on',
  ...write,
  responses: ok(noticeKeyShape, 'The new key.'),
});

const setOverride = createRoute({
  method: 'put',
  path: '/api/notices/overrides/{channel}',
  tags,
  summary: 'Set the notice of a channel by hand until it expires',
  ...write,
  request: { params, body: jsonBody(overrideInput) },
  responses: ok(doneShape, 'Set.'),
});

const dropOverride = createRoute({
  method: 'delete',
  path: '/api/notices/overrides/{channel}',
  tags,
  summary: 'Go back to what is predicted',
  ...write,
  request: { params },
  responses: ok(doneShape, 'Removed.'),
});

const getGrades = createRoute({
  method: 'get',
  path: '/api/notices/grades',
  tags,
  summary: 'How many waits lay in what was promised, by channel, and whether to trust it',
  ...read,
  request: { query: z.strictObject(rangeFields) },
  responses: ok(noticeGradesShape, 'The figures are those of `notice-coverage`.'),
});

const getTrack = createRoute({
  method: 'get',
  path: '/api/notices/track',
  tags,
  summary: 'What was told and how long was waited, day by day',
  ...read,
  request: { query: z.strictObject({ ...rangeFields, channel: z.string().min(1).max(200) }) },
  responses: ok(noticeTrackShape, 'Days with at least five waits under a notice.'),
});

export function noticeRoutes(deps: AppDeps) {
  const { db, engine, clock } = deps;
  return openRouter()
    .openapi(getNotices, async (c) => c.json(await readNotices(deps), 200))
    .openapi(changeNotices, async (c) => {
      await changeNoticeSetting(deps, c.req.valid('json'), actorOf(c));
      return c.json({ done: true } as const, 200);
    })
    .openapi(changeKey, async (c) => c.json({ key: await changeNoticeKey(deps, actorOf(c)) }, 200))
    .openapi(setOverride, async (c) => {
      const { channel } = c.req.valid('param');
      const { expiresAt, ...rest } = c.req.valid('json');
      const setBy = c.get('signedIn')?.name ?? 'anonymous';
      await setNoticeOverride(deps, { ...rest, channel, setBy, expiresAt: Date.parse(expiresAt) }, actorOf(c));
      return c.json({ done: true } as const, 200);
    })
    .openapi(dropOverride, async (c) => {
      await dropNoticeOverride(deps, c.req.valid('param').channel, actorOf(c));
      return c.json({ done: true } as const, 200);
    })
    .openapi(getGrades, async (c) => {
      const { zone } = await getWorkspace(db);
      const { card } = getMetric('notice-coverage');
      const query = questionQuery.parse({ ...c.req.valid('query'), groupBy: 'channel' });
      const plan = toPlan('notice-coverage', query, { zone, now: clock(), card });
      const answer = await askWithBehind({ db, engine, clock }, plan, c.req.raw.signal);
      const channels = answer.groups.map((group) => ({ channel: group.key, ...noticeGrade(group) }));
      const { range, zone: used, freshness } = answer;
      return c.json({ range, zone: used, freshness, all: noticeGrade(answer), channels }, 200);
    })
    .openapi(getTrack, async (c) => {
      const { channel, from, to, zone: asked } = c.req.valid('query');
      const zone = asked ?? (await getWorkspace(db)).zone;
      const asOf = clock();
      const range = toRange(from, to, zone, asOf) ?? { from: 0, to: asOf };
      const reply = await engine.notices({ ask: 'track', channel, zone, range, asOf });
      return c.json({ channel, zone, days: reply.answer === 'track' ? [...reply.days] : [] }, 200);
    });
}
