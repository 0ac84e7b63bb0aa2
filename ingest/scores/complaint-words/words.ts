// What a language needs to tell complaints: patterns for each kind of words, and what takes them back.

export const complaintWordKinds = ['complains', 'formal', 'notice', 'legal', 'regulators', 'goes', 'went', 'noReply'] as const;
export type ComplaintWordKind = (typeof complaintWordKinds)[number];

export type ComplaintWords = {
  /** Patterns as in a taxonomy. `notice`: sets a deadline or announces a step; `goes` and `went` count beside the name of a regulator only: will turn to it, has turned to it. */
  readonly kinds: Readonly<Record<ComplaintWordKind, readonly string[]>>;
  /** Speaks of complaints, deadlines, courts or answers without complaining; it takes back what it touches in its sentence. */
  readonly excused: readonly string[];
  /** Turns the whole sentence into a question, a rumour or another's matter. */
  readonly elsewhere: readonly string[];
};
