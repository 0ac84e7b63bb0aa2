// Stretches of time in words, in every language of the demo.
import { day, hour, minute } from '#db/model/instant.ts';
import type { TextLanguage } from './company.ts';
import type { Random } from './random.ts';

type Unit = 'minute' | 'hour' | 'day' | 'week';

/** Plural forms only: a span is never one of anything, so that no article or gender has to agree. */
type Forms = Readonly<Record<Unit, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;

const all = (minutes: string, hours: string, days: string, weeks: string): Forms => ({
  minute: { other: minutes },
  hour: { other: hours },
  day: { other: days },
  week: { other: weeks },
});

const forms: Readonly<Record<TextLanguage, Forms>> = {
  zh: all('分钟', '个小时', '天', '个星期'),
  en: all(' minutes', ' hours', ' days', ' weeks'),
  fr: all(' minutes', ' heures', ' jours', ' semaines'),
  de: all(' Minuten', ' Stunden', ' Tage', ' Wochen'),
  es: all(' minutos', ' horas', ' días', ' semanas'),
  ru: {
    minute: { one: ' минуту', few: ' минуты', many: ' минут' },
    hour: { one: ' час', few: ' часа', many: ' часов' },
    day: { one: ' день', few: ' дня', many: ' дней' },
    week: { one: ' неделю', few: ' недели', many: ' недель' },
  },
};

const words: Readonly<Partial<Record<TextLanguage, readonly string[]>>> = {
  zh: ['两', '三', '四', '五', '六', '七', '八', '九'],
  en: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  fr: ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
  de: ['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
  es: ['dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
};

const over: Readonly<Partial<Record<TextLanguage, string>>> = { en: 'over ', fr: 'plus de ', de: 'über ', es: 'más de ' };

/** Only Russian nouns change with the number once there are two. */
const russian = new Intl.PluralRules('ru');

/** Whole units from 2 up: what is less than two days is said in hours, and so on down. */
function inUnits(ms: number): { readonly count: number; readonly unit: Unit } {
  if (ms < 110 * minute) {
    const minutes = Math.max(2, Math.round(ms / minute));
    return { count: minutes > 12 ? Math.round(minutes / 5) * 5 : minutes, unit: 'minute' };
  }
  if (ms < 46 * hour) return { count: Math.max(2, Math.round(ms / hour)), unit: 'hour' };
  if (ms < 16 * day) return { count: Math.max(2, Math.round(ms / day)), unit: 'day' };
  return { count: Math.max(2, Math.round(ms / (7 * day))), unit: 'week' };
}

/** Words for a span of time, such as "over three days"; `dative` for German after "seit" and "nach". */
export function spanWords(random: Random, language: TextLanguage, ms: number, dative = false): string {
  const { count, unit } = inUnits(ms);
  const form = forms[language][unit];
  const noun = form.other ?? form[russian.select(count)] ?? form.many ?? '';
  const spelled = count <= 9 && random.chance(0.55) ? words[language]?.[count - 2] : undefined;
  const number = spelled ?? String(count);
  if (language === 'zh') {
    const loose = random.next();
    if (loose < 0.18) return `快${number}${noun}`;
    if (loose < 0.36)
      return unit === 'minute' && count >= 10
        ? `${number}多${noun}`
        : `${number}${noun}${unit === 'minute' ? '' : '多'}`.replace('个小时多', '个多小时').replace('个星期多', '个多星期');
    return `${number}${noun}`;
  }
  const text = `${random.chance(0.2) ? (over[language] ?? '') : ''}${number}${noun}`;
  return dative && language === 'de' ? text.replace(/Tage$/, 'Tagen') : text;
}

/** How long somebody has been a customer. */
export const longSpans: Readonly<Record<TextLanguage, readonly string[]>> = {
  zh: ['一年多', '两年', '三年', '半年多', '快四年', '五年', '大半年', '两年多'],
  en: ['a year', 'two years', 'three years', 'six months', 'over a year', 'four years', 'almost five years', 'more than two years'],
  fr: ['un an', 'deux ans', 'trois ans', 'six mois', 'plus de deux ans', 'quatre ans'],
  de: ['einem Jahr', 'zwei Jahren', 'drei Jahren', 'sechs Monaten', 'über zwei Jahren', 'vier Jahren'],
  es: ['un año', 'dos años', 'tres años', 'seis meses', 'más de dos años', 'cuatro años'],
  ru: ['год', 'два года', 'три года', 'полгода', 'четыре года', 'полтора года'],
};
