// Chinese as it is written in the demo.
import type { Wording } from '../wording.ts';
import { agentZh } from './agent.ts';
import { customerZh } from './customer.ts';
import { customerLaterZh } from './customer-later.ts';
import { exchangesZh } from './exchanges.ts';
import { openersAccount } from './openers-account.ts';
import { openersApp } from './openers-app.ts';
import { openersMoney } from './openers-money.ts';
import { openersService } from './openers-service.ts';
import { ratingsZh } from './ratings.ts';
import { solvesZh } from './solves.ts';
import { subjectsZh } from './subjects.ts';

export const wordingZh: Wording = {
  openers: { ...openersMoney, ...openersAccount, ...openersApp, ...openersService },
  subjects: subjectsZh,
  stories: {
    'stuck-pending': [
      '更新到{version}之后，转账全部显示“待确认”，{sum}卡{span}了',
      '{version}是不是有问题？浏览器上{sum}成功了，软件里还是处理中',
      '升级{version}后提现一直pending，{oldversion}从来没有过',
      '新版本太坑了，{when}的转账到现在还是待确认，{tx}',
      '更新完所有交易都停在处理中，{device}，{version}',
      '论坛好多人说{version}卡待确认，我这笔{sum}也是，什么时候修？',
      '{sum}状态不动{span}，听说是{version}的bug？',
      '能退回{oldversion}吗？{version}转账不更新状态，我都不知道钱到底走没走',
    ],
    'market-fall': [
      '行情跌成这样，{sum}转不出去，亏的谁赔？',
      '大跌的时候提现卡住{span}，{asset}眼看着往下掉',
      '暴跌的时候软件就打不开，{error}，每次都这样',
      '我要赶紧把{sum}转到交易所，一直不确认，急死了',
      '{asset}在跌，兑换一直失败{n}次了',
    ],
    'market-rise': [
      '涨得这么快，{sum}提不出来，错过了',
      '想趁高点换成{asset2}，一直提示{error}',
      '行情一来就卡，{when}到现在转不动',
      '价格都不刷新，{asset}涨到多少都不知道',
    ],
    'tron-congestion': [
      '波场是不是堵了？{sum}等了{span}',
      'TRC20转账{span}不确认，能量也租了',
      '今天TRC20的{sum}全部卡住，是网络问题还是你们的问题',
      'TRC20手续费怎么翻了几倍，要{fee}',
    ],
    'gas-spike': [
      '以太坊手续费疯了吧，转{sum}要{fee}',
      'gas这么高，是显示错了吗？{fee}',
      '等了{span}，gas还是这么高，有没有办法取消那笔？',
      '低gas发出去的{sum}卡了{span}，能加速吗',
    ],
    'node-outage': [
      '资产全部显示0，吓死我了，{sum}呢？',
      '余额刷不出来{short}了，是服务器挂了？',
      '一直连接失败{error}，看到群里都这样',
      '转账发不出去，一直提示节点错误，{sum}',
    ],
    'sms-outage': [
      '验证码收不到，{n}次了，是短信坏了吗',
      '等验证码等了{short}，今天怎么回事',
      '急着转{sum}，验证码就是不来',
      '今天一条短信都收不到，手机别的短信正常',
    ],
    'phishing-wave': [
      '收到自称云雀客服的消息，让我去{site}验证，是真的吗',
      '群里很多人收到{site}的链接，你们知道吗？',
      '差点被骗，那个客服头像和你们一模一样，{site}',
      '我在{site}填了资料，会不会出事？钱包里{sum}',
    ],
    'staking-campaign': [
      '质押活动{apr}怎么参加？',
      '活动的{apr}是锁多久？我有{sum}',
      '活动页面显示名额已满，是真的吗，{asset}',
      '参加活动后看不到奖励，{sum}',
    ],
  },
  exchanges: exchangesZh,
  customer: { ...customerZh, ...customerLaterZh },
  agent: { ...agentZh, solves: solvesZh },
  ratings: ratingsZh,
  whens: [
    '昨天',
    '昨天晚上',
    '今天早上',
    '今天中午',
    '刚才',
    '前天',
    '前天下午',
    '昨晚十一点多',
    '今天凌晨',
    '上周五',
    '周末',
    '昨天下午三点左右',
    '大前天',
    '今早八点',
    '上个月底',
    '上周',
  ],
  sinces: ['从昨天开始', '从昨晚开始', '今天一早开始', '这两天', '从周五起', '周末开始', '从上周起', '从周一开始'],
  joiner: '',
};
