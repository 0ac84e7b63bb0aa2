// English words of the conversations behind figures of accuracy.

export const labelled = {
  title: 'Conversations behind the figure',
  back: 'Back',
  all: 'All that people labelled',
  heldOut: (version: string) => `Held-out conversations that ${version} was measured on`,
  labelledOnly: 'the machine gives a label',
  silentOnly: 'the machine leaves it open',
  machine: (label: string) => `machine: ${label}`,
  people: (label: string) => `people: ${label}`,
  either: (label: string) => `machine or people: ${label}`,
  said: 'Machine',
  saidBy: 'People',
  old: 'Old',
  next: 'New',
  nothing: 'nothing',
  note: 'Labels by people from the queues; where they disagree, each counts its share until it is settled.',
  none: 'No conversation is behind this figure any more: somebody has labelled meanwhile.',
  notKept: 'The conversations that this version was measured on were not kept: it was taught by an earlier program.',
  more: (left: string) => `Show more (${left} left)`,
  open: (n: string) => `${n}: open the conversations`,
};
