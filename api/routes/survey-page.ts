// The public page of the survey: reading it changes nothing, so that previews and mail scanners answer for nobody; only its button does.

import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { AppError } from '#db/model/errors.ts';
import { type SurveyLanguage, surveyLanguageOf } from '#db/model/survey.ts';
import { getSurveySettings } from '#db/store/survey-settings.ts';
import { answerOffer, findOffer, offerState, type SurveyOffer } from '#db/store/surveys.ts';
import { surveyTokenHash } from '#db/survey-token.ts';
import type { AppDeps, AppEnv } from '../http/app-env.ts';
import { openCallLimit } from '../http/call-limit.ts';
import { permit } from '../http/permission.ts';
import { openRouter } from '../http/route-parts.ts';
import { type SurveyNote, surveyNotice, surveyPage, surveyPolicy } from '../survey/page.ts';

const mostBytes = 32_000;
const mostComment = 2000;
/** Guessing and flooding stop here long before 192 bits are found; an office behind one address still gets through. */
const perAddress = 120;
const perLink = 12;

function wishedLanguage(c: Context<AppEnv>): SurveyLanguage {
  const asked = c.req.query('lang') ?? c.req.header('accept-language')?.split(',')[0]?.split(';')[0] ?? '';
  return surveyLanguageOf(asked.trim());
}

/** The value as a link or a form gives it; null for anything that is no whole number. */
function valueOf(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,2}$/.test(text) ? Number(text) : null;
}

export function surveyPageRoutes({ db, clock, push }: AppDeps) {
  const addresses = openCallLimit(clock, perAddress);
  const links = openCallLimit(clock, perLink);
  const router = openRouter();
  const send = (c: Context<AppEnv>, page: ReturnType<typeof surveyPage>, status: 200 | 400 | 404 | 409 | 410 | 413 | 429) => {
    c.header('Content-Security-Policy', surveyPolicy);
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Robots-Tag', 'noindex, nofollow');
    return c.html(page, status);
  };
  const show = async (
    c: Context<AppEnv>,
    offer: SurveyOffer,
    shown: { chosen: number | null; note: SurveyNote; status?: 200 | 400 | 409 },
  ) => {
    const { questions, changeMs } = await getSurveySettings(db);
    const state = offerState(offer, changeMs, clock());
    const language = c.req.query('lang') === undefined ? surveyLanguageOf(offer.language) : wishedLanguage(c);
    const isOnScale = shown.chosen !== null && shown.chosen >= offer.scaleMin && shown.chosen <= offer.scaleMax;
    const chosen = isOnScale ? shown.chosen : offer.value;
    const status = shown.status ?? (state === 'expired' ? 410 : 200);
    return send(c, surveyPage({ language, offer, questions, state, chosen, note: shown.note }), status);
  };
  const findByLink = async (c: Context<AppEnv>) => {
    const hash = surveyTokenHash(c.req.param('token') ?? '');
    return hash === null ? null : await findOffer(db, hash);
  };
  const limited = (c: Context<AppEnv>, take: () => void) => {
    try {
      take();
      return null;
    } catch (error) {
      if (!(error instanceof HTTPException) || error.status !== 429) throw error;
      c.header('Retry-After', error.res?.headers.get('Retry-After') ?? '60');
      return send(c, surveyNotice(wishedLanguage(c), 'busy'), 429);
    }
  };
  router.get('/s/:token', permit('anyone').middleware, async (c) => {
    const refusal = limited(c, () => addresses.take(c.get('address')));
    if (refusal !== null) return refusal;
    const offer = await findByLink(c);
    if (offer === null) return send(c, surveyNotice(wishedLanguage(c), 'unknown'), 404);
    return await show(c, offer, { chosen: valueOf(c.req.query('v')), note: null });
  });
  router.post(
    '/s/:token',
    permit('anyone').middleware,
    bodyLimit({ maxSize: mostBytes, onError: (c) => c.text('too large', 413) }),
    async (c) => {
      const refusal = limited(c, () => addresses.take(c.get('address')));
      if (refusal !== null) return refusal;
      const offer = await findByLink(c);
      if (offer === null) return send(c, surveyNotice(wishedLanguage(c), 'unknown'), 404);
      const tooOften = limited(c, () => links.take(offer.tokenHash));
      if (tooOften !== null) return tooOften;
      const form = await c.req.parseBody();
      const value = valueOf(form.v);
      if (value === null || value < offer.scaleMin || value > offer.scaleMax)
        return await show(c, offer, { chosen: null, note: 'choose', status: 400 });
      const written = typeof form.comment === 'string' ? form.comment.trim().slice(0, mostComment) : '';
      const { text, kinds } = await push.redact(written);
      const { changeMs } = await getSurveySettings(db);
      try {
        const answer = { value, comment: written === '' ? null : text, redactions: kinds };
        const answered = await answerOffer(db, { tokenHash: offer.tokenHash, changeMs, now: clock() }, answer);
        return await show(c, answered, { chosen: null, note: 'thanks' });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
        return await show(c, offer, { chosen: null, note: null, status: 409 });
      }
    },
  );
  return router;
}
