// What the page says in words: what is expected with the change, where the gaps are, and what capacity it takes.
import type { Format } from '../format/format.ts';

import type { Words } from '../words/words.ts';
import type { StaffedHour, Staffing } from './ask.ts';
import { asItWas, type StaffingView } from './url.ts';

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The parts of a change in words; none where everything is as it was. */
export function changeParts(view: StaffingView, words: Words, format: Format): string[] {
  const { staffing } = words;
  const parts: string[] = [];
  if (view.more > 0) parts.push(staffing.more(view.more, clock(view.fromHour), clock(view.toHour)));
  if (view.more < 0) parts.push(staffing.fewer(-view.more, clock(view.fromHour), clock(view.toHour)));
  if (view.earlier > 0) parts.push(staffing.opening(format.duration(view.earlier * 60_000)));
  if (view.event !== asItWas.event) parts.push(staffing.event(format.score(view.event)));
  return parts;
}

/** How far off the model was where it could be checked: no prediction is told without it. */
export function gradeSentence({ calibration }: Pick<Staffing, 'calibration'>, words: Words, format: Format): string {
  const { difference, weekly } = calibration;
  if (difference === null || weekly === null) return words.staffing.ungraded;
  return words.staffing.off(format.difference(difference, 'share'), words.points(format.pointsOf(weekly)));
}

/** What was expected of the last weeks as they were, beside what was measured, and how far off such a prediction was. */
export function staffingSentence(found: Staffing, words: Words, format: Format): string {
  const { plan, calibration } = found;
  if (plan === null) return words.staffing.noPlanText;
  const measured = format.share(calibration.measured, calibration.n);
  return `${words.staffing.asItWas(format.share(plan.usual), measured)} ${gradeSentence(found, words, format)}`;
}

/** What the change would have brought, with how far off such a prediction was; a hint where nothing is changed. */
export function changeSentence(found: Staffing, view: StaffingView, words: Words, format: Format): string {
  const { plan, calibration } = found;
  const parts = changeParts(view, words, format);
  if (plan === null || parts.length === 0) return words.staffing.tryHint;
  const all = parts.join(words.listJoin);
  const measured = format.share(calibration.measured, calibration.n);
  const expects = words.staffing.expects(format.share(plan.changed), format.share(plan.usual), measured);
  return `${words.staffing.change(`${all.charAt(0).toUpperCase()}${all.slice(1)}`, expects)} ${gradeSentence(found, words, format)}`;
}

export function capacitySentence(found: Staffing, words: Words, format: Format): string {
  const capacity = found.plan?.capacity;
  if (capacity === null || capacity === undefined) return '';
  const { people, oneLess, hopeless } = capacity;
  const first = people === null ? words.staffing.noCapacity : words.staffing.capacity(format.count(people), format.share(oneLess));
  return [first, ...((hopeless ?? 0) > 0 ? [words.staffing.hopeless(format.share(hopeless))] : [])].join(' ');
}

/** Missing people of an hour: of an open one, how many more it needs than are there. */
export function gapOf(hour: StaffedHour): number {
  return hour.open > 0 && hour.needed !== null ? hour.needed - hour.planned : 0;
}

export function gapSentence(hours: readonly StaffedHour[], words: Words, format: Format): string {
  const largest = hours
    .filter((hour) => gapOf(hour) > 0.05)
    .sort((a, b) => gapOf(b) - gapOf(a))
    .slice(0, 3);
  if (largest.length === 0) return words.staffing.noGaps;
  const list = largest.map((hour) => words.staffing.gap(format.time(hour.from), format.score(hour.needed), format.score(hour.planned)));
  return words.staffing.gaps(list.join(words.semicolon));
}
