// Chinese words of what English messages name and negate.

export const reading = {
  title: '客户提到的信息',
  note: '打开此页时由 wink-nlp 读取英文消息得出；结果不保存，也不计入统计。',
  kinds: { amount: '金额', when: '时间', howLong: '时长', share: '百分比' },
  more: (n: string) => `另有 ${n} 项`,
  leftOut: (n: string) => `未读取：${n} 条为其他语言或过长`,
  negated: '受否定的词',
  quote: (text: string) => `“${text}”`,
};
