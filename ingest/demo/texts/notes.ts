// Notes that colleagues leave each other, in the two languages of the house; customers never see them.
import type { ByGroup, Lines } from './wording.ts';

type Notes = { readonly any: Lines; readonly about: ByGroup };

const notesZh: Notes = {
  any: [
    '用户情绪比较急，优先处理。{ticket}',
    '让开发看一下日志，报错{error}。',
    '同类反馈今天第{n}例，通知值班经理。',
    '已回过一次，等用户补充。',
    '跟上一班交接过，{ticket}我来跟。',
    '老用户，{long}，说话客气点。',
  ],
  about: {
    money: [
      '链上已确认，是节点索引延迟，等同步。',
      '交易所那边还没出哈希，让用户先问对方。',
      '查了{network}，手续费偏低，排队中。',
      '走错链的话{network2}可人工找回，等财务签字。',
    ],
    account: ['时间偏差，校准就行。', '已打电话核实身份，可以解绑。', '派生路径不对，老版本{oldversion}的习惯。'],
    identity: ['生僻字，已转人工审核。', '证件反光，让重拍。', '住址证明过期。'],
    security: ['查过授权记录，{when}有一笔无限授权，属于钓鱼。', '对方地址已标记，通知合作平台。', '{site}已提交下架。'],
    app: ['疑似{version}的已知问题，等开发修复，已关联。', '日志看是缓存坏了。', '{device}上能复现。'],
    swap: ['滑点太低，本金没动。', '{asset2}没添加显示而已。'],
    staking: ['周期差一天，明天发。', '节点调了佣金。'],
    service: ['之前分错组，拖了几天，语气放软。', '看了上次的聊天记录，确实是我们不对。'],
    idea: ['已记到需求表，{n}0票了。', '产品说排在下季度。'],
  },
};

const notesEn: Notes = {
  any: [
    'Customer very upset, please prioritise. {ticket}',
    'Devs please look at the logs, error {error}.',
    'Case number {n} of this kind today, told the duty lead.',
    'Answered once, waiting for details.',
    'Handed over from the last shift, I have {ticket}.',
    'Long-time customer, {long}, be nice.',
  ],
  about: {
    money: [
      'Confirmed on chain, index is behind, wait for sync.',
      'Exchange has no hash yet, customer should ask them.',
      'Checked {network}: fee too low, queued.',
      'If wrong chain, {network2} recovery is possible, waiting for finance.',
    ],
    account: [
      'Clock drift, correcting it is enough.',
      'Identity verified by phone, ok to unbind.',
      'Wrong derivation path, {oldversion} habit.',
    ],
    identity: [
      'Special characters in the name, sent to manual review.',
      'Glare on the ID, asked for a new photo.',
      'Proof of address too old.',
    ],
    security: [
      'Checked approvals: unlimited approval {when}, phishing.',
      'Address flagged, partners informed.',
      'Takedown requested for {site}.',
    ],
    app: ['Looks like the known issue in {version}, linked, waiting for the fix.', 'Log says damaged cache.', 'Reproduced on {device}.'],
    swap: ['Slippage too low, funds untouched.', '{asset2} just not added to the list.'],
    staking: ['One day short of the epoch.', 'Validator raised commission.'],
    service: ['Was in the wrong queue for days, be gentle.', 'Read the transcript, this one is on us.'],
    idea: ['On the wish list, {n}0 votes.', 'Product says next quarter.'],
  },
};

/** The notes of a language; everybody in the house reads Chinese or English. */
export const notes: Readonly<Record<'zh' | 'en', Notes>> = { zh: notesZh, en: notesEn };
