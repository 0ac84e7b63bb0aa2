// English words of what English messages name and negate.

export const reading = {
  title: 'Named by the customer',
  note: 'Read by wink-nlp when this page is opened, in messages in English. Nothing of it is stored or counted.',
  kinds: { amount: 'Amounts', when: 'When', howLong: 'How long', share: 'Percentages' },
  more: (n: string) => `and ${n} more`,
  leftOut: (n: string) => `not read: ${n} in another language or too long`,
  negated: 'Under a negation',
  quote: (text: string) => `“${text}”`,
};
