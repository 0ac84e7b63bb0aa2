// German words of what English messages name and negate.

export const reading = {
  title: 'Vom Kunden genannt',
  note: 'Beim Öffnen der Seite von wink-nlp in englischen Nachrichten gelesen. Nichts davon wird gespeichert oder gezählt.',
  kinds: { amount: 'Beträge', when: 'Wann', howLong: 'Wie lange', share: 'Prozente' },
  more: (n: string) => `und ${n} weitere`,
  leftOut: (n: string) => `nicht gelesen: ${n} in anderer Sprache oder zu lang`,
  negated: 'Unter einer Verneinung',
  quote: (text: string) => `„${text}“`,
};
