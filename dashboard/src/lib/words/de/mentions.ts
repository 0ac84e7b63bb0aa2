// German words of what messages mention: addresses, accounts and the like, told apart by a keyed hash.

const kinds: Readonly<Record<string, string>> = {
  EMAIL: 'E-Mail-Adresse',
  PHONE: 'Telefonnummer',
  IBAN: 'Bankkonto',
  TX_HASH: 'Transaktion',
  ADDR_NAME: 'Wallet-Name',
  EXT_PUBLIC_KEY: 'öffentlicher Schlüssel',
};

export const mentions = {
  title: 'Hier erwähnt',
  kinds,
  address: (chain: string) => `${chain}-Adresse`,
  others: (n: number) => (n === 0 ? 'sonst nirgends' : n === 1 ? 'in 1 anderen Konversation' : `in ${n} anderen`),
  found: (n: string) => `${n} Konversationen erwähnen dasselbe`,
  all: 'Alle Konversationen zeigen',
  note: 'Über einen Hash mit Schlüssel gefunden; der Wert selbst wird nicht aufbewahrt.',
};
