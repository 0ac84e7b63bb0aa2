// Subjects in Chinese of letters, forms and forum threads.
import type { Openers } from '../wording.ts';

export const subjectsZh: Openers = {
  'deposit.late': ['{sum}未到账', '提现{span}未到账', '充值没到账，急', '{network}转账一直待确认', '关于{asset}提现延迟'],
  'deposit.failed': ['转账失败{error}', '提现失败，手续费被扣', '{asset}发送失败', '充值失败但已扣款'],
  'deposit.wrong-amount': ['到账金额不对', '余额少了', '{sum}与实际不符'],
  'deposit.wrong-network': ['充错链求助 {sum}', '网络选错了怎么找回', '{network2}转错到{network}'],
  fees: ['手续费{fee}太高', '手续费疑问', '{network}矿工费问题'],
  'account.login': ['无法登录', '钱包打不开了', '换手机后登录不上', '登录报错{error}'],
  'account.2fa': ['收不到验证码', '申请解绑双重验证', '验证器丢失'],
  'security.theft': ['紧急！钱包被盗', '{sum}被转走，求助', '资产被盗'],
  'security.phishing': ['举报钓鱼网站', '这是官方吗？', '举报假客服'],
  'security.suspicious-transaction': ['可疑交易', '不认识的转账', '陌生授权'],
  'app.crash': ['{version}闪退', '{device}闪退', '应用崩溃'],
  'app.connection': ['无法连接网络', '节点连不上', '余额显示0'],
  'app.performance': ['卡顿发热', '{version}很卡', '耗电严重'],
  verification: ['实名认证问题', '认证一直审核中', '认证被拒'],
  'trade.swap': ['兑换失败', '兑换少到账', '{asset}换{asset2}问题'],
  'trade.staking': ['质押收益问题', '赎回未到账', '{asset}质押咨询'],
  'support.no-reply': ['客服不回复', '{ticket}无人处理', '第{n}次联系'],
  'support.rude': ['投诉客服态度', '对服务不满'],
  'support.wrong-language': ['请用中文回复', '语言问题'],
  'feature-request': ['功能建议', '建议支持{network2}', '希望增加功能'],
  praise: ['感谢', '好评', '表扬{agent}'],
  'complaint-regulator': ['正式投诉 {ticket}', '投诉及书面答复要求', '最后通知'],
  other: ['咨询', '请教一个问题', '账户相关咨询'],
};
