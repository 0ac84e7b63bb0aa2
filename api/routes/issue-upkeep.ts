// The upkeep of issues: what a reply is reckoned at, and grouping everything anew with a preview of what that would change.
import { createRoute } from '@hono/zod-openapi';
import type { Regrouped } from '#db/model/issue-desk.ts';
import { saveAudit } from '#db/store/audit.ts';
import { saveSetting } from '#db/store/setting-values.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { costKey, minutesPerReply } from '../http/issue-json.ts';
import { permit } from '../http/permission.ts';
import { begun, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { issueCostInput, issueCostShape, regroupInput, regroupingShape } from '../http/shapes/issues.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';

const tags = ['issues'];

const readCost = createRoute({
  method: 'get',
  path: '/api/issue-cost',
  tags,
  summary: 'How many minutes a reply is reckoned at',
  ...permit('metrics:read'),
  responses: ok(issueCostShape, 'Six until somebody says otherwise.'),
});

const putCost = createRoute({
  method: 'put',
  path: '/api/issue-cost',
  tags,
  summary: 'How many minutes a reply is reckoned at',
  ...permit('settings:write'),
  request: { body: jsonBody(issueCostInput) },
  responses: ok(doneShape, 'Kept.'),
});

const readRegrouping = createRoute({
  method: 'get',
  path: '/api/issue-regroupings',
  tags,
  summary: 'The grouping anew that is under way, or the last one, with what it changes',
  ...permit('metrics:read'),
  responses: ok(regroupingShape, 'Null where none was begun since the start.'),
});

const beginRegrouping = createRoute({
  method: 'post',
  path: '/api/issue-regroupings',
  tags,
  summary: 'Group everything anew, or work out what that would change',
  ...permit('settings:write'),
  request: { body: jsonBody(regroupInput) },
  responses: begun(doneShape, 'Begun. Ask for it to see how far it is.'),
});

function toResult({ born, splits, merges, faded, labels, ...counts }: Regrouped) {
  const named = (id: string) => ({ id, label: labels[id] ?? id });
  const pair = ({ from, into }: { readonly from: string; readonly into: string }) => ({
    ...{ from, fromLabel: labels[from] ?? from },
    ...{ into, intoLabel: labels[into] ?? into },
  });
  return { ...counts, born: born.map(named), splits: splits.map(pair), merges: merges.map(pair), faded: faded.map(named) };
}

export function issueUpkeepRoutes({ db, clock, issues: desk }: AppDeps) {
  return openRouter()
    .openapi(readCost, async (c) => c.json({ minutesPerReply: await minutesPerReply(db) }, 200))
    .openapi(putCost, async (c) => {
      const { minutesPerReply: minutes } = c.req.valid('json');
      await saveSetting(db, costKey, minutes);
      const details = { minutesPerReply: minutes };
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'issue_cost_changed', subject: 'issues', details });
      return c.json({ done: true } as const, 200);
    })
    .openapi(readRegrouping, (c) => {
      const run = desk.regrouping();
      if (run === null) return c.json({ run: null }, 200);
      const { startedAt, finishedAt, result, ...rest } = run;
      const times = { startedAt: toIso(startedAt), finishedAt: toIsoOrNull(finishedAt) };
      return c.json({ run: { ...rest, ...times, result: result === null ? null : toResult(result) } }, 200);
    })
    .openapi(beginRegrouping, async (c) => {
      const { isPreview } = c.req.valid('json');
      desk.beginRegroup({ isPreview });
      const action = isPreview ? 'issues_regroup_previewed' : 'issues_regrouped';
      await saveAudit(db, { at: clock(), ...actorOf(c), action, subject: 'issues', details: {} });
      return c.json({ done: true } as const, 202);
    });
}
