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
  kinds,
  address: (chain: string) => `adresse ${chain}`,
  others: (n: number) => (n === 0 ? 'nulle part ailleurs' : n === 1 ? 'dans 1 autre conversation' : `dans ${n} autres`),
  found: (n: string) => `${n} conversations mentionnent la même chose`,
  all: 'Afficher toutes les conversations',
  note: 'Rapproché par une empreinte à clé ; la valeur elle-même n’est pas conservée.',
};
