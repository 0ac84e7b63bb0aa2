// Chinese words of what messages mention: addresses, accounts and the like, told apart by a keyed hash.

const kinds: Readonly<Record<string, string>> = {
  EMAIL: '邮箱地址',
  PHONE: '电话号码',
  IBAN: '银行账户',
  TX_HASH: '交易',
  ADDR_NAME: '钱包域名',
  EXT_PUBLIC_KEY: '扩展公钥',
};

export const mentions = {
  title: '提到的地址与账号',
  kinds,
  address: (chain: string) => `${chain} 地址`,
  others: (n: number) => (n === 0 ? '仅此会话' : `另有 ${n} 个会话提到`),
  found: (n: string) => `${n} 个会话提到同一内容`,
  all: '显示全部会话',
  note: '通过带密钥的哈希匹配，不保存原文。',
};
