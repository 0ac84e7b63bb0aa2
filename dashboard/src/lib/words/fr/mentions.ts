// French words of what messages mention: addresses, accounts and the like, told apart by a keyed hash.

const kinds: Readonly<Record<string, string>> = {
  EMAIL: 'adresse e-mail',
  PHONE: 'numéro de téléphone',
  IBAN: 'compte bancaire',
  TX_HASH: 'transaction',
  ADDR_NAME: 'nom de portefeuille',
  EXT_PUBLIC_KEY: 'clé publique',
};

export const mentions = {
  title: 'Mentionné ici',
  nameOf: (kind: string) => (kind.startsWith('ADDR:') ? `adresse ${kind.slice(5)}` : (kinds[kind] ?? kind)),
  ours: (label: string) => `à nous : ${label}`,
  others: (n: number) => (n === 0 ? 'nulle part ailleurs' : n === 1 ? 'dans 1 autre conversation' : `dans ${n} autres`),
  found: (n: string) => `${n} conversations mentionnent la même chose`,
  all: 'Afficher toutes les conversations',
  note: 'Rapproché par une empreinte à clé ; la valeur elle-même n’est pas conservée.',
  own: {
    title: 'Nos propres adresses',
    sub: 'Des clients les mentionnent sans avoir rien d’autre en commun',
    add: 'Ajouter une adresse…',
    value: 'Adresse, adresse e-mail, compte ou numéro de téléphone',
    valueHint: 'Comme les clients l’écrivent.',
    label: 'Comment vous l’appelez',
    labelExample: 'E-mail du support',
    note: 'Seule une empreinte à clé de la valeur est conservée.',
    needed: 'À remplir.',
    empty: 'Aucune adresse indiquée',
    emptyText:
      'L’adresse du support ou un portefeuille chaud figure dans des milliers de conversations. Une fois indiquée ici, elle n’en rapproche plus aucune.',
    added: (label: string) => `${label} ne rapproche plus rien`,
    removed: (label: string) => `${label} retirée`,
    remove: 'Retirer',
  },
};
