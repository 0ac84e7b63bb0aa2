// Subjects in English of letters, forms and forum threads.
import type { Openers } from '../wording.ts';

export const subjectsEn: Openers = {
  'deposit.late': [
    '{sum} not arrived',
    'Withdrawal pending for {span}',
    'Deposit missing, urgent',
    '{network} transfer stuck',
    'Delayed {asset} withdrawal',
  ],
  'deposit.failed': ['Transfer failed {error}', 'Withdrawal failed, fee charged', "Can't send {asset}", 'Top-up failed but charged'],
  'deposit.wrong-amount': ['Wrong amount credited', 'Balance too low', '{sum} is not what I got'],
  'deposit.wrong-network': ['Wrong network, {sum}', 'Recover deposit on wrong chain', '{network2} instead of {network}'],
  fees: ['Fee of {fee}', 'Question about fees', '{network} fees'],
  'account.login': ["Can't log in", 'Locked out', 'Login after new phone', 'Login error {error}'],
  'account.2fa': ['No SMS code', '2FA reset', 'Lost authenticator'],
  'security.theft': ['URGENT wallet drained', '{sum} stolen', 'Stolen funds'],
  'security.phishing': ['Phishing site', 'Is this you?', 'Fake support agent'],
  'security.suspicious-transaction': ['Suspicious transaction', "Transfer I don't know", 'Unknown approval'],
  'app.crash': ['{version} crashes', 'Crash on {device}', 'App keeps closing'],
  'app.connection': ['No connection', 'Node unreachable', 'Balance shows 0'],
  'app.performance': ['Slow and hot', '{version} is slow', 'Battery drain'],
  verification: ['Verification problem', 'Verification pending', 'Verification rejected'],
  'trade.swap': ['Swap failed', 'Swap result too low', '{asset} to {asset2}'],
  'trade.staking': ['Staking rewards', 'Unstaking not received', 'Staking {asset}'],
  'support.no-reply': ['No reply', '{ticket} ignored', 'Attempt {n}'],
  'support.rude': ['Complaint about an agent', 'Bad service'],
  'support.wrong-language': ['English please', 'Language'],
  'feature-request': ['Feature request', 'Please support {network2}', 'An idea'],
  praise: ['Thank you', 'Great app', 'Praise for {agent}'],
  'complaint-regulator': ['Formal complaint {ticket}', 'Complaint, written answer required', 'Final notice'],
  other: ['Question', 'Quick question', 'Account question'],
};
