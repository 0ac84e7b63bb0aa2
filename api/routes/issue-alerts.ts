// Alerts of emerging issues, and the verdicts of people by which the alerts themselves are judged.
import { createRoute, z } from '@hono/zod-openapi';
import { fewestCustomers, mostFalse } from '#api/emerging/surprise.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { saveAudit } from '#db/store/audit.ts';
import { countVerdicts, findAlerts, judgeAlert } from '#db/store/issue-alerts.ts';
import { findIssueLabels } from '#db/store/issues.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { issueAlertsShape, verdictInput } from '../http/shapes/issue-alerts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';

const listAlerts = createRoute({
  method: 'get',
  path: '/api/issue-alerts',
  tags: ['issues'],
  summary: 'Alerts of emerging issues, newest first, with the share that people called false',
  ...permit('metrics:read'),
  responses: ok(issueAlertsShape, 'The newest fifty.'),
});

const judge = createRoute({
  method: 'put',
  path: '/api/issue-alerts/{id}/verdict',
  tags: ['issues'],
  summary: 'Say whether an alert was real',
  ...permit('annotations:write'),
  request: { params: z.strictObject({ id: z.string().regex(/^\d{1,15}$/) }), body: jsonBody(verdictInput) },
  responses: ok(doneShape, 'Kept.'),
});

export function issueAlertRoutes({ db, clock }: AppDeps) {
  return openRouter()
    .openapi(listAlerts, async (c) => {
      const [alerts, labels, { judged, wrong }] = await Promise.all([findAlerts(db), findIssueLabels(db), countVerdicts(db)]);
      const interval = wilsonInterval(wrong, judged);
      return c.json(
        {
          alerts: alerts.map(({ id, issueId, raisedAt, lastAt, customers, expected, p, verdict, verdictAt }) => ({
            ...{ id: String(id), issueId, label: labels.get(issueId) ?? issueId, raisedAt: toIso(raisedAt), lastAt: toIso(lastAt) },
            ...{ customers, expected, p, verdict, verdictAt: toIsoOrNull(verdictAt) },
          })),
          judged,
          wrong,
          falseShare: judged === 0 ? null : wrong / judged,
          falseInterval: interval === null ? null : ([interval[0], interval[1]] satisfies [number, number]),
          fewestCustomers,
          falseDiscoveryRate: mostFalse,
        },
        200,
      );
    })
    .openapi(judge, async (c) => {
      const { id } = c.req.valid('param');
      const { verdict } = c.req.valid('json');
      const { actor } = actorOf(c);
      await judgeAlert(db, Number(id), { verdict, by: actor, at: clock() });
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'issue_alert_judged', subject: id, details: { verdict } });
      return c.json({ done: true } as const, 200);
    });
}
