// Promises in words: for whom, within what time, until when, in the language of the screen.
import { dayIn } from '../../format/date.ts';
import type { Format } from '../../format/format.ts';
import type { Words } from '../../words/words.ts';
import { isForAll, kindIn } from './channels.ts';
import { draftOf, type PromiseTerms } from './promise-draft.ts';

export type PromiseText = ReturnType<typeof openPromiseText>;

/** The writers of promises for one screen. */
export function openPromiseText(words: Words, format: Format) {
  const own = words.settings.promises;

  const channel = (name: string): string => {
    const kind = kindIn(name);
    return kind === null ? format.channel(name) : own.kinds[kind];
  };
  const duration = (terms: PromiseTerms): string => {
    const { amount, unit } = draftOf(terms);
    return own.durations[unit](Number(amount));
  };
  const terms = (plain: PromiseTerms): string =>
    plain.type === 'working-days' ? own.terms['working-days'](plain.workingDays ?? 1) : own.terms[plain.type](duration(plain));
  const channels = (list: readonly string[]): string => (isForAll(list) ? own.allChannels : list.map(channel).join(words.listJoin));

  return {
    channel,
    channels,
    terms,
    /** `E-mail: within 24 hours on the clock`. */
    line: (list: readonly string[], plain: PromiseTerms): string => own.line(channels(list), terms(plain)),
    /** `Tue 24 Nov, 18:00` in a zone, with the year where it is not this one. */
    due(at: string | number, zone: string): string {
      const instant = typeof at === 'number' ? at : Date.parse(at);
      const isThisYear = dayIn(zone, instant).slice(0, 4) === format.today().slice(0, 4);
      return new Intl.DateTimeFormat(words.locale, {
        timeZone: zone,
        ...(isThisYear ? {} : { year: 'numeric' as const }),
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(instant);
    },
    /** What a new version says differently, a sentence each. */
    diff(before: PromiseTerms, after: PromiseTerms, calendarName: (id: string) => string): string[] {
      const [was, is] = [terms(before), terms(after)];
      const sentences = [
        ...(was === is ? [] : [own.diff.terms(was, is)]),
        ...(before.calendarId === after.calendarId
          ? []
          : [own.diff.calendar(calendarName(before.calendarId), calendarName(after.calendarId))]),
      ];
      return sentences.length === 0 ? [own.diff.none] : sentences;
    },
  };
}
