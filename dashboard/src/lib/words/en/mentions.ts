// English words of what messages mention: addresses, accounts and the like, told apart by a keyed hash.

const kinds: Readonly<Record<string, string>> = {
  EMAIL: 'mail address',
  PHONE: 'phone number',
  IBAN: 'bank account',
  TX_HASH: 'transaction',
  ADDR_NAME: 'wallet name',
  EXT_PUBLIC_KEY: 'public key',
};

export const mentions = {
  title: 'Mentioned here',
  nameOf: (kind: string) => (kind.startsWith('ADDR:') ? `${kind.slice(5)} address` : (kinds[kind] ?? kind)),
  ours: (label: string) => `our own: ${label}`,
  others: (n: number) => (n === 0 ? 'nowhere else' : n === 1 ? 'in 1 other conversation' : `in ${n} others`),
  found: (n: string) => `${n} conversations mention the same`,
  all: 'Show all conversations',
  note: 'Found by a keyed hash; the value itself is not kept.',
  own: {
    title: 'Our own addresses',
    sub: 'Customers mention them without having anything else in common',
    add: 'Add an address…',
    value: 'Address, mail address, account or phone number',
    valueHint: 'As customers write it.',
    label: 'What you call it',
    labelExample: 'Support mail',
    note: 'Only a keyed hash of the value is kept.',
    needed: 'Has to be filled in.',
    empty: 'None told yet',
    emptyText:
      'The support address or a hot wallet stands in thousands of conversations. Once it is told here, it ties none of them together.',
    added: (label: string) => `${label} ties nothing together any more`,
    removed: (label: string) => `${label} taken back`,
    remove: 'Take back',
  },
};
