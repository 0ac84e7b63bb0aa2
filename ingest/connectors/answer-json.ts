// The JSON of an answer that was looked at before it was parsed: one that is cut off ends the run, and the next one asks again.
import { AppError } from '#db/model/errors.ts';
import { type HttpAnswer, textOf } from '../http/client.ts';

/** Throws `unavailable` where the answer is no JSON. */
export function answerJson(what: string, answer: HttpAnswer): unknown {
  try {
    return JSON.parse(textOf(answer));
  } catch {
    throw new AppError('unavailable', `${what}: the answer is no JSON, or is cut off`);
  }
}
