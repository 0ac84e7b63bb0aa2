// The API as one app: guards, who is asking, every route, one shape of error. `type Api` is what the dashboard's client knows.
import { compress } from 'hono/compress';
import { matchedRoutes } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { AppError } from '#db/model/errors.ts';
import { openSampled } from './annotations/sampled.ts';
import type { AppDeps } from './http/app-env.ts';
import { openAccounts } from './http/better-accounts.ts';
import { setCookies } from './http/cookies.ts';
import { toProblemResponse } from './http/errors.ts';
import { forPeople, jsonLimit, sameOriginJson, sizeLimit, urlLimit } from './http/guard.ts';
import { permissionOf } from './http/permission.ts';
import { openRestating } from './http/restating.ts';
import { openRouter } from './http/route-parts.ts';
import { closedByDefault } from './http/security-headers.ts';
import { openSignInLimit } from './http/sign-in-limit.ts';
import { annotationCampaignRoutes } from './routes/annotation-campaigns.ts';
import { annotationEditRoutes } from './routes/annotation-edits.ts';
import { annotationFigureRoutes } from './routes/annotation-figures.ts';
import { annotationQueueRoutes } from './routes/annotation-queue.ts';
import { auditRoutes } from './routes/audit.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { complaintRoutes } from './routes/complaints.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { demoRoutes } from './routes/demo.ts';
import { dimensionRoutes } from './routes/dimensions.ts';
import { docsRoutes } from './routes/docs.ts';
import { eventRoutes } from './routes/events.ts';
import { exportRoutes } from './routes/exports.ts';
import { faqRoutes } from './routes/faq.ts';
import { forecastRoutes } from './routes/forecast.ts';
import { healthRoutes } from './routes/health.ts';
import { hookRoutes } from './routes/hooks.ts';
import { issueAlertRoutes } from './routes/issue-alerts.ts';
import { issueLoopRoutes } from './routes/issue-loop.ts';
import { issueUpkeepRoutes } from './routes/issue-upkeep.ts';
import { issueRoutes } from './routes/issues.ts';
import { labelledRowRoutes } from './routes/labelled-rows.ts';
import { learningRoutes } from './routes/learning.ts';
import { metricRoutes } from './routes/metrics.ts';
import { noticeRoutes } from './routes/notices.ts';
import { ownAddressRoutes } from './routes/own-addresses.ts';
import { peakLoadRoutes } from './routes/peak-load.ts';
import { peakRoutes } from './routes/peaks.ts';
import { promiseRoutes } from './routes/promises.ts';
import { openToPages, publicNoticeRoutes } from './routes/public-notice.ts';
import { pushRoutes } from './routes/push.ts';
import { qualityFigureRoutes } from './routes/quality-figures.ts';
import { qualityReviewRoutes } from './routes/quality-reviews.ts';
import { qualityRoundRoutes } from './routes/quality-rounds.ts';
import { qualitySettingRoutes } from './routes/quality-settings.ts';
import { readingRoutes } from './routes/reading.ts';
import { restatementRoutes } from './routes/restatements.ts';
import { satisfactionRoutes } from './routes/satisfaction.ts';
import { scoringRoutes } from './routes/scoring.ts';
import { sessionRoutes } from './routes/session.ts';
import { setupRoutes } from './routes/setup.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { sourceKeyRoutes } from './routes/source-keys.ts';
import { sourceWorkRoutes } from './routes/source-work.ts';
import { sourceRoutes } from './routes/sources.ts';
import { staffRoutes } from './routes/staff.ts';
import { staffingRoutes } from './routes/staffing.ts';
import { surveyPageRoutes } from './routes/survey-page.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { taxonomyRoutes } from './routes/taxonomy.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { userRoutes } from './routes/users.ts';
import { workspaceRoutes } from './routes/workspace.ts';

/** The whole app over open parts. It reads no clock, no environment and no global: tests make as many as they like. */
export function createApp(deps: AppDeps) {
  const accounts = openAccounts(deps);
  const sampled = openSampled(deps);
  // Codes are also counted per account by the sign-in library; this one only slows an address down.
  const limits = { limit: openSignInLimit(deps.clock), codeLimit: openSignInLimit(deps.clock, 20) };
  const app = openRouter();

  app.use('/api/public/*', openToPages);
  // First of all: what is registered before a middleware does not get its headers.
  app.use(
    secureHeaders({
      xFrameOptions: 'DENY',
      // Plain HTTP on a company's own network is a supported way to run; behind https the header belongs there.
      strictTransportSecurity: deps.publicUrl?.startsWith('https://') ?? false,
    }),
    closedByDefault,
  );
  app.use(async (c, next) => {
    c.set('requestId', deps.randomToken().slice(0, 12));
    c.set('address', deps.remoteAddress(c));
    c.set('signedIn', null);
    c.set('sender', null);
    c.header('X-Request-Id', c.get('requestId'));
    const startedAt = deps.clock();
    await next();
    // The pattern of the route, never its values: tokens, search words and names stay out of the log.
    const route = matchedRoutes(c).findLast((one) => permissionOf(one.handler) !== null)?.path ?? '-';
    deps.log.info(
      { requestId: c.get('requestId'), method: c.req.method, route, status: c.res.status, ms: deps.clock() - startedAt },
      'request',
    );
  });
  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    // Deny by default: a route that declares no permission does not exist.
    if (!matchedRoutes(c).some((one) => permissionOf(one.handler) !== null)) throw new AppError('not_found', 'there is nothing here');
    await next();
  });
  // Rows by the hour are long and alike; on a slow line they count more than the time to pack them.
  app.use('/api/*', compress({ threshold: 1024 }));
  app.use('/api/*', urlLimit);
  // Programs come with a key or a signature that their routes check, and with bodies that have limits of their own.
  for (const guard of [sameOriginJson(deps.publicUrl), sizeLimit, jsonLimit]) app.use('/api/*', forPeople(guard));
  app.use(
    '/api/*',
    forPeople(async (c, next) => {
      const { signedIn, cookies } = await accounts.whoIs(c.req.raw.headers);
      c.set('signedIn', signedIn);
      setCookies(c, cookies);
      await next();
    }),
  );
  app.onError((error, c) => {
    const response = toProblemResponse(error, c);
    if (response.status === 500) deps.log.error({ requestId: c.get('requestId'), err: error }, 'request failed');
    else if (response.status === 503) deps.log.warn({ requestId: c.get('requestId'), reason: error.message }, 'request refused');
    return response;
  });
  app.notFound((c) => toProblemResponse(new AppError('not_found', 'there is nothing here'), c));

  const api = app
    .route('/', healthRoutes(deps))
    .route('/', sessionRoutes(deps, accounts))
    .route('/', signInRoutes(deps, accounts, limits))
    .route('/', setupRoutes(deps, accounts))
    .route('/', metricRoutes(deps, sampled))
    .route('/', exportRoutes(deps))
    .route('/', peakRoutes(deps))
    .route('/', forecastRoutes(deps))
    .route('/', conversationRoutes(deps))
    .route('/', readingRoutes(deps))
    .route('/', dimensionRoutes(deps))
    .route('/', eventRoutes(deps))
    .route('/', peakLoadRoutes(deps))
    .route('/', workspaceRoutes(deps))
    .route('/', ownAddressRoutes(deps))
    .route('/', calendarRoutes(deps))
    .route('/', promiseRoutes(deps))
    .route('/', staffRoutes(deps))
    .route('/', staffingRoutes(deps))
    .route('/', userRoutes(deps, accounts))
    .route('/', restatementRoutes(deps, openRestating(deps)))
    .route('/', sourceRoutes(deps))
    .route('/', sourceWorkRoutes(deps))
    .route('/', sourceKeyRoutes(deps))
    .route('/', pushRoutes(deps))
    .route('/', hookRoutes(deps))
    .route('/', scoringRoutes(deps))
    .route('/', taxonomyRoutes(deps))
    .route('/', noticeRoutes(deps))
    .route('/', publicNoticeRoutes(deps))
    .route('/', surveyRoutes(deps))
    .route('/', satisfactionRoutes(deps))
    .route('/', annotationQueueRoutes(deps))
    .route('/', annotationCampaignRoutes(deps))
    .route('/', annotationEditRoutes(deps))
    .route('/', annotationFigureRoutes(deps, sampled))
    .route('/', qualityRoundRoutes(deps))
    .route('/', qualityReviewRoutes(deps))
    .route('/', qualityFigureRoutes(deps))
    .route('/', qualitySettingRoutes(deps, accounts))
    .route('/', learningRoutes(deps, sampled))
    .route('/', labelledRowRoutes(deps, sampled))
    .route('/', issueRoutes(deps))
    .route('/', issueAlertRoutes(deps))
    .route('/', issueLoopRoutes(deps))
    .route('/', complaintRoutes(deps))
    .route('/', issueUpkeepRoutes(deps))
    .route('/', faqRoutes(deps))
    .route('/', ticketRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', demoRoutes(deps, accounts));
  app.route(
    '/',
    docsRoutes(() => app, deps.version),
  );
  app.route('/', surveyPageRoutes(deps));
  app.route('/', dashboardRoutes(deps));
  return api;
}

/** For the typed client: `hc<Api>('/')`. */
export type Api = ReturnType<typeof createApp>;
