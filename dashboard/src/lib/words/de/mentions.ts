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
  nameOf: (kind: string) => (kind.startsWith('ADDR:') ? `${kind.slice(5)}-Adresse` : (kinds[kind] ?? kind)),
  ours: (label: string) => `unsere eigene: ${label}`,
  others: (n: number) => (n === 0 ? 'sonst nirgends' : n === 1 ? 'in 1 anderen Konversation' : `in ${n} anderen`),
  found: (n: string) => `${n} Konversationen erwähnen dasselbe`,
  all: 'Alle Konversationen zeigen',
  note: 'Über einen Hash mit Schlüssel gefunden; der Wert selbst wird nicht aufbewahrt.',
  own: {
    title: 'Unsere eigenen Adressen',
    sub: 'Kunden erwähnen sie, ohne sonst etwas gemeinsam zu haben',
    add: 'Adresse hinzufügen…',
    value: 'Adresse, Mailadresse, Konto oder Telefonnummer',
    valueHint: 'So, wie Kunden sie schreiben.',
    label: 'Wie Sie sie nennen',
    labelExample: 'Support-Mail',
    note: 'Nur ein Hash mit Schlüssel wird aufbewahrt.',
    needed: 'Muss ausgefüllt werden.',
    empty: 'Noch keine angegeben',
    emptyText:
      'Die Adresse des Supports oder eine Hot Wallet steht in Tausenden Konversationen. Ist sie hier angegeben, verknüpft sie keine mehr.',
    added: (label: string) => `${label} verknüpft nichts mehr`,
    removed: (label: string) => `${label} zurückgenommen`,
    remove: 'Zurücknehmen',
  },
};
