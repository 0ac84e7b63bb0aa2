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
  nameOf: (kind: string) => (kind.startsWith('ADDR:') ? `${kind.slice(5)} 地址` : (kinds[kind] ?? kind)),
  ours: (label: string) => `我方：${label}`,
  others: (n: number) => (n === 0 ? '仅此会话' : `另有 ${n} 个会话提到`),
  found: (n: string) => `${n} 个会话提到同一内容`,
  all: '显示全部会话',
  note: '通过带密钥的哈希匹配，不保存原文。',
  own: {
    title: '我方地址',
    sub: '客户会提到这些地址，但彼此并无其他关联',
    add: '添加地址…',
    value: '链上地址、邮箱、账户或电话号码',
    valueHint: '按客户的写法填写。',
    label: '名称',
    labelExample: '客服邮箱',
    note: '仅保存该值的带密钥哈希。',
    needed: '必须填写。',
    empty: '尚未添加',
    emptyText: '客服邮箱或热钱包会出现在成千上万个会话中。在此登记后，不再据此关联会话。',
    added: (label: string) => `不再通过“${label}”关联会话`,
    removed: (label: string) => `已移除“${label}”`,
    remove: '移除',
  },
};
