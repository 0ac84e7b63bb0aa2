// What the settings of the survey ask and change.
import { type Fetch, openClient, read } from '../../api/client.ts';
import type { Survey, SurveyInput } from './survey-draft.ts';

export function askSurvey(fetch: Fetch): Promise<Survey> {
  return read(openClient(fetch).survey.$get());
}

export function saveSurvey(fetch: Fetch, survey: SurveyInput): Promise<Survey> {
  return read(openClient(fetch).survey.$put({ json: survey }));
}
