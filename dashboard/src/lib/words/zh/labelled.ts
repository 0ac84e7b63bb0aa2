// Chinese words of the conversations behind figures of accuracy.
import type { Words } from '../words.ts';

export const labelled: Words['labelled'] = {
  title: '数字背后的会话',
  back: '返回',
  all: '人工标注过的全部会话',
  bin: (place: string) => `校准图第 ${place} 个点（从最不确定数起）`,
  least: (share: string) => `机器的把握不低于 ${share}`,
  doubles: '由两人各自独立标注',
  doublesNote: '各人独立给出的标签，不论事后如何裁定：一致性正是据此计算。不含测试题。',
  heldOut: (version) => `${version}的测评会话（未参与学习）`,
  labelledOnly: '机器给出标签的',
  silentOnly: '机器未作判断的',
  machine: (label) => `机器：${label}`,
  people: (label) => `人工：${label}`,
  either: (label) => `机器或人工：${label}`,
  said: '机器',
  saidBy: '人工',
  old: '旧',
  next: '新',
  nothing: '未作判断',
  note: '人工标签来自标注队列；意见不一致且尚未裁定时，各按其份额计算。',
  none: '这个数字背后已没有会话：期间有人新做了标注。',
  notKept: '该版本由较早的程序训练，未保留测评所用的会话。',
  more: (left) => `显示更多（还有 ${left} 个）`,
  open: (n) => `${n}：打开会话`,
};
