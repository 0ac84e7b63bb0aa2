// The link of a survey: made from the keys of the house each time it is asked for.
import type { Keys } from '#db/keys.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { hashSecret } from '#db/source-key.ts';
import { getSurveySettings } from '#db/store/survey-settings.ts';
import { offerSurvey, type SurveyOffer } from '#db/store/surveys.ts';
import { surveyToken } from '#db/survey-token.ts';
import { toIso } from './to-iso.ts';

export type LinkDeps = { readonly db: Db; readonly keys: Keys; readonly clock: () => Instant };

export type LinkOrder = { readonly conversationId: number; readonly isReminder: boolean; readonly origin: string };

/** The link for the last solved episode of a conversation; whoever asks for it is taken to send it, so it counts as offered. */
export async function openSurveyLink({ db, keys, clock }: LinkDeps, { conversationId, isReminder, origin }: LinkOrder) {
  const settings = await getSurveySettings(db);
  const hashOf = (episode: number) => hashSecret(surveyToken(keys, conversationId, episode));
  const offer = await offerSurvey(db, settings, { conversationId, hashOf, now: clock(), isReminder });
  return toLinkJson(offer, `${origin}/s/${surveyToken(keys, conversationId, offer.episode)}`);
}

function toLinkJson(offer: SurveyOffer, url: string) {
  const { kind, language, episode, reminders, answeredAt } = offer;
  return {
    url,
    kind,
    language,
    episode,
    offeredAt: toIso(offer.offeredAt),
    expiresAt: toIso(offer.expiresAt),
    reminders,
    isAnswered: answeredAt !== null,
  };
}
