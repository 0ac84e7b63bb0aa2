// English as it is written in the demo.
import type { Wording } from '../wording.ts';
import { agentEn } from './agent.ts';
import { customerEn } from './customer.ts';
import { customerLaterEn } from './customer-later.ts';
import { exchangesEn } from './exchanges.ts';
import { openersAccount } from './openers-account.ts';
import { openersApp } from './openers-app.ts';
import { openersMoney } from './openers-money.ts';
import { openersService } from './openers-service.ts';
import { ratingsEn } from './ratings.ts';
import { solvesEn } from './solves.ts';
import { subjectsEn } from './subjects.ts';

export const wordingEn: Wording = {
  openers: { ...openersMoney, ...openersAccount, ...openersApp, ...openersService },
  subjects: subjectsEn,
  stories: {
    'stuck-pending': [
      'Since updating to {version} every transfer stays on "pending", {sum} for {span} now',
      'Is {version} broken? Explorer says {sum} went through, the app says processing',
      'withdrawals pending forever after {version}, never had that on {oldversion}',
      'The new version is a mess, transfer from {when} is still pending: {tx}',
      'After the update all my transactions hang on pending, {device}, {version}',
      'Lots of people in the forum have the {version} pending bug, mine is {sum}. When is it fixed?',
      "{sum} hasn't changed status for {span}. Is that the {version} bug?",
      "How do I go back to {oldversion}? With {version} I can't tell whether my {asset} was sent",
    ],
    'market-fall': [
      "Market is crashing and I can't move {sum}. Who pays for my loss?",
      'Withdrawal stuck for {span} while {asset} keeps falling',
      'Every crash your app goes down with it, {error}',
      "I need {sum} on an exchange NOW and it won't confirm",
      '{asset} is dumping and the swap failed {n} times',
    ],
    'market-rise': [
      "Price is flying and I can't get {sum} out",
      'Wanted to sell into {asset2} at the top, only got {error}',
      "Whenever the market moves your app chokes, can't send anything {since}",
      "prices don't even update, no idea where {asset} is",
    ],
    'tron-congestion': [
      'Is TRON congested? {sum} waiting for {span}',
      'TRC20 not confirming for {span} although I rented energy',
      'All my TRC20 transfers are stuck today, {sum}. Network or you?',
      'TRC20 fees went up several times, {fee} now',
    ],
    'gas-spike': [
      'ETH gas is insane, {fee} to move {sum}',
      'Is that gas price right? {fee}',
      'Gas has been high for {span}, can I cancel my pending one?',
      "Sent {sum} with low gas and it's stuck for {span}, can you speed it up?",
    ],
    'node-outage': [
      'Everything shows 0, where is my {sum}?!',
      "Balance hasn't loaded for {short}, are you down?",
      'Connection failed, {error}, others have it too',
      "Can't send {sum}, node error all the time",
    ],
    'sms-outage': [
      'No codes today, tried {n} times. Is SMS broken?',
      "Waiting for a code for {short}, what's going on",
      'I need to send {sum} and no code comes',
      'Not one text from you today, other texts arrive fine',
    ],
    'phishing-wave': [
      'Somebody from "Larkfold support" sent me to {site}. Real?',
      'Many in our group got links to {site}, do you know about it?',
      'Nearly fell for it, same logo as you: {site}',
      'I entered my details on {site}. What now? There is {sum} in my wallet',
    ],
    'staking-campaign': [
      'How do I join the {apr} offer?',
      'How long is the lock for {apr}? I have {sum}',
      'It says the offer is full, is that right? {asset}',
      'Joined the campaign and see no bonus on {sum}',
    ],
  },
  exchanges: exchangesEn,
  customer: { ...customerEn, ...customerLaterEn },
  agent: { ...agentEn, solves: solvesEn },
  ratings: ratingsEn,
  whens: [
    'yesterday',
    'last night',
    'this morning',
    'around noon',
    'just now',
    'two days ago',
    'on Friday',
    'at the weekend',
    'yesterday afternoon',
    'around 3pm yesterday',
    'early this morning',
    'last week',
    'on Monday',
    'an hour ago',
  ],
  sinces: [
    'since yesterday',
    'since last night',
    'since this morning',
    'for two days',
    'since Friday',
    'since the weekend',
    'since last week',
    'since Monday',
  ],
  joiner: ' ',
};
