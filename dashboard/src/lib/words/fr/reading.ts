// French words of what English messages name and negate.

export const reading = {
  title: 'Cité par le client',
  note: 'Lu par wink-nlp à l’ouverture de la page, dans les messages en anglais. Rien n’est conservé ni compté.',
  kinds: { amount: 'Montants', when: 'Quand', howLong: 'Durées', share: 'Pourcentages' },
  more: (n: string) => `et ${n} de plus`,
  leftOut: (n: string) => `non lus : ${n} dans une autre langue ou trop longs`,
  negated: 'Sous une négation',
  quote: (text: string) => `« ${text} »`,
};
