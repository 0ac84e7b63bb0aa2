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
  kinds,
  address: (chain: string) => `${chain} address`,
  others: (n: number) => (n === 0 ? 'nowhere else' : n === 1 ? 'in 1 other conversation' : `in ${n} others`),
  found: (n: string) => `${n} conversations mention the same`,
  all: 'Show all conversations',
  note: 'Found by a keyed hash; the value itself is not kept.',
};
