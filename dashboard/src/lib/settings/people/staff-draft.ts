// An agent's entry as somebody edits it: what is wrong with it, and only the fields that changed.
import { isDay } from '../../format/date.ts';
import type { StaffChange, StaffMember } from '../shapes.ts';

export type StaffDraft = {
  readonly name: string;
  readonly team: string;
  readonly languages: readonly string[];
  readonly activeFrom: string;
  readonly activeTo: string;
};
export type StaffProblems = { readonly [field in keyof StaffDraft]?: 'required' | 'too-long' | 'not-a-day' | 'before-from' };

const mostLetters = 120;

export function staffDraft(member: StaffMember): StaffDraft {
  return {
    name: member.name,
    team: member.team ?? '',
    languages: member.languages,
    activeFrom: member.activeFrom ?? '',
    activeTo: member.activeTo ?? '',
  };
}

/** Field by field what is wrong; empty where all is right. Two empty days mean: active all the time. */
export function staffProblems(draft: StaffDraft): StaffProblems {
  const name = nameProblem(draft.name);
  const team = draft.team.trim().length > mostLetters ? 'too-long' : null;
  const activeFrom = dayProblem(draft.activeFrom);
  const isEarlier = activeFrom === null && draft.activeFrom !== '' && draft.activeTo !== '' && draft.activeTo < draft.activeFrom;
  const activeTo = dayProblem(draft.activeTo) ?? (isEarlier ? 'before-from' : null);
  return {
    ...(name === null ? {} : { name }),
    ...(team === null ? {} : { team }),
    ...(activeFrom === null ? {} : { activeFrom }),
    ...(activeTo === null ? {} : { activeTo }),
  };
}

function nameProblem(name: string): 'required' | 'too-long' | null {
  if (name.trim() === '') return 'required';
  return name.trim().length > mostLetters ? 'too-long' : null;
}

function dayProblem(day: string): 'not-a-day' | null {
  return day === '' || isDay(day) ? null : 'not-a-day';
}

/** The fields that differ, as the server takes them; null where nothing does. */
export function staffChange(member: StaffMember, draft: StaffDraft): StaffChange | null {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const change: StaffChange = {
    ...(draft.name.trim() === member.name ? {} : { name: draft.name.trim() }),
    ...(orNull(draft.team) === member.team ? {} : { team: orNull(draft.team) }),
    ...(sameList(draft.languages, member.languages) ? {} : { languages: [...draft.languages] }),
    ...(orNull(draft.activeFrom) === member.activeFrom ? {} : { activeFrom: orNull(draft.activeFrom) }),
    ...(orNull(draft.activeTo) === member.activeTo ? {} : { activeTo: orNull(draft.activeTo) }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry, place) => entry === other[place]);
}

/** Whether somebody is on duty at all on a day: between the first and the last day of service, both included. */
export function isActiveOn(member: Pick<StaffMember, 'activeFrom' | 'activeTo'>, day: string): boolean {
  return (member.activeFrom === null || member.activeFrom <= day) && (member.activeTo === null || day <= member.activeTo);
}

/** What an agent can be found by. */
export function staffText(member: StaffMember, languageName: (tag: string) => string): string {
  return [member.name, member.source, member.team ?? '', ...member.languages, ...member.languages.map(languageName)].join(' ');
}
