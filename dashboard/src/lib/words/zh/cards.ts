// 指标说明: Chinese metric cards: formula and reading of every metric.
import type { cards as english } from '../en/cards.ts';

export const cards = {
  arrivals: {
    formula: '首条客户消息落在范围内的会话数。',
    reading: '进来了多少。垃圾信息和测试不计入，数量见下方。',
  },
  'answered-within-promise': {
    formula: '在到期时刻之前（含）得到答复的首次等待 ÷ 已答复、未答复即关闭或已超时的首次等待。',
    reading: '未答复且已过期的等待立即算作未兑现，不必等到有人回复。尚未到期的等待单独列出。',
  },
  'first-response-time': {
    formula: '从客户首条消息到首个人工实质答复的时长。P50 与 P90 来自对全部首次等待的 Kaplan-Meier 估计。',
    reading: '始终未获答复的客户也计入，因此放着最难的问题不管并不会让数字变好看。“未达到”表示答复比例尚不足该值。',
  },
  'next-response-time': {
    formula: '与首次响应相同，但针对会话中之后的每次等待：从首条未答复的客户消息到下一个实质答复。',
    reading: '每次等待为一行。客户后续追加的消息不会重新计时。',
  },
  'answered-by': {
    formula: '对每个时长 t，在 t 之内得到答复的首次等待所占比例；未结束的等待按已等时长计入。',
    reading: '曲线与承诺线的交点就是兑现的比例；右端缺少的部分就是始终未答复的比例。',
  },
  'nudged-waits': {
    formula: '我们答复之前客户再次来信的等待 ÷ 全部等待。',
    reading: '“客服不回复”的早期信号。',
  },
  'resolution-time': {
    formula: '从一个处理周期的首条客户消息到解决的时长。解决之后的新消息开启新的处理周期。',
    reading: '几个月后重新来信不会被算成几个月的处理时间。未经答复而由计时器自动关闭不算解决。',
  },
  'reopen-rate': {
    formula: '解决后 7 天内客户再次来信的处理周期 ÷ 已解决的处理周期。',
    reading: '账面上已解决，客户那里却没有。',
  },
  backlog: {
    formula: '在每小时或每天结束时仍未答复的客户等待数。',
    reading: '手头积压了多少，每一项都在等我们。',
  },
  overdue: {
    formula: '当前未答复且已过到期时刻的客户等待数。',
    reading: '始终是“现在”，与日期范围无关。最久的排在最前。',
  },
  'never-answered': {
    formula: '没有任何实质答复就被关闭的首次等待 ÷ 首次等待。',
    reading: '关闭会话并不等于答复了客户。',
  },
  'language-match': {
    formula: '答复语言与客户消息语言一致的等待 ÷ 双方语言均可确定的已答复等待。',
    reading: '过短而无法判断语言的消息不计入，数量见下方。',
  },
  csat: {
    formula: '1 至 5 分中的 4 分和 5 分 ÷ 全部评分；好/差评则为好评占比。',
    reading: '3 分不算满意。请结合有多少客户评分一并解读。',
  },
  sentiment: {
    formula: '会话情绪的平均值，从 −1（全为负面）到 1（全为正面）。',
    reading: '评分器把握不足的不计入，也绝不算作中性。请结合旁边的无评分占比解读。',
  },
  'negative-share': {
    formula: '情绪为负面的会话 ÷ 有情绪评分的会话。',
    reading: '评分器把握不足的不计入，也绝不算作中性。请结合旁边的无评分占比解读。',
  },
  'category-share': {
    formula: '所选类别的新会话 ÷ 全部新会话；按类别分组时，各类别 ÷ 全部。',
    reading: '类别以来源给出的为准；来源没有给出时采用评分得到的类别。',
  },
  'urgent-share': {
    formula: '当前紧急程度为高或危急的会话 ÷ 已评估损害的全部会话。',
    reading: '以损害为先；承诺在一小时内到期或已超时、客户多次追问，各提高一级。',
  },
  'unscored-share': {
    formula: '没有情绪评分的新会话 ÷ 客户写有文字的新会话。',
    reading: '把握不足、语言不受支持和完全没有评分分别计数。',
  },
  'told-share': {
    formula: '已修复问题中客户已被告知的会话 ÷ 修复前到达的全部会话。',
    reading: '告知一位客户一次，即视为其在该问题下的全部会话已告知。',
  },
} satisfies typeof english;
