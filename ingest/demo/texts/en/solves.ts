// Answers in English that settle a matter, by what it is about.
import type { Openers } from '../wording.ts';

export const solvesEn: Openers = {
  'deposit.late': [
    'Found it: {sum} is on chain and was held up by congestion on {chain}. It has enough confirmations now, please refresh and you should see it.',
    'The network fee was on the low side so it queued. I had it broadcast again, expect it within the hour.',
    "It succeeded on chain, our index was behind. I've re-synced it, your {asset} should show now.",
    "The exchange hasn't actually sent it yet (there is no hash). Please nudge them; nothing is held on our side.",
    'There is a display issue in {version}: the money has arrived, only the status says pending. Please update to the repaired version, the balance is right.',
  ],
  'deposit.failed': [
    'It failed for lack of gas. The chain keeps {fee}, your {sum} is back. Please top up a little and send again.',
    '{error} was a node timing out. We switched to another one, a retry should work now.',
    "The failed transfer was never sent and your balance recovers shortly. Please don't press send repeatedly.",
    'The bank refused the payment and nothing reached us; it normally returns within three to five working days.',
  ],
  'deposit.wrong-amount': [
    "The difference is the {chain} fee of {fee} plus what the other platform charges on receipt. I've mailed you the details.",
    'One of your addresses was missing from the sum. I re-synced it and it should say {sum} now.',
    'You are right, we credited too little. The rest went to your address today, sorry.',
    'The {sum2} is your available balance, the remainder is staked. Together it is {sum}.',
  ],
  'deposit.wrong-network': [
    "The address is the same on {network2} and {network}. Add {network2} under Manage networks and you'll see {sum}.",
    "That is an exchange address, so they have to recover it. I've sent you the steps and the proof they ask for.",
    'Manual recovery is under way. {network2} takes about five working days, {fee} is deducted from the amount.',
    "I'm sorry, {asset} sent to a contract can't be returned. There is no way for us to get it out.",
  ],
  fees: [
    'The {fee} goes to the {chain} validators, we take nothing. Choose "economy" on the send page to pay less.',
    '{chain} is busy today. If it can wait, tonight should be a lot cheaper.',
    "Failed transactions cost gas too, that is how the chain works. This time our estimate was too low though, so I've requested a refund of {fee}.",
    'The {fee} includes the liquidity fee. We will list it separately in the next version.',
  ],
  'account.login': [
    "I've lifted the lock. Please restore with your phrase once, then set password and fingerprint again.",
    'It restored with another derivation path. Choose "compatible with {oldversion}" and your old addresses come back.',
    "We can't see or reset your password; only the phrase restores the wallet. If you have it, your assets are safe.",
    '{error} comes from a wrong clock. I can see you got in after correcting it.',
  ],
  'account.2fa': [
    'SMS is working again, please request a new code; old ones are void.',
    'Identity confirmed, the old number is removed. Withdrawals are paused for 24 hours, please bind the new one.',
    'Usually the authenticator\'s clock is off. Use "time correction" inside it and the code will match.',
    'Texts to your country fail at the moment, I switched you to e-mail codes.',
  ],
  'security.theft': [
    "I'm very sorry, transfers on chain can't be reversed. We flagged the address and informed partner platforms; the records for the police are in your inbox.",
    "There was an unlimited approval {when} and the assets left through it. Please revoke it, use a new wallet, and we'll support your report.",
    'The remaining {sum2} is safe. Use the new phrase only. We keep tracing the rest and will contact you with news.',
  ],
  'security.phishing': [
    "{site} isn't ours, we've asked for it to be taken down. You did right not to enter anything.",
    'We never call or message first and never ask for your phrase. That person is a scammer, please block them.',
    'If you only opened it and signed nothing, your assets are safe. Have a look at Approvals to be sure.',
    'Confirmed as a fake account, thanks for reporting. We have put up a warning.',
  ],
  'security.suspicious-transaction': [
    'That is address poisoning: a zero transfer from an address that looks like yours. Nothing is lost, always compare the whole address.',
    'Those {sum2} were your limit order being filled, see swap history.',
    "Don't touch or swap unknown tokens, just hide them. Your {asset} isn't affected.",
    'I checked, the unknown device is your new {device}. Nothing unusual.',
  ],
  'app.crash': [
    'There is a known crash of {version} on {device}. The fix is with the store and should be out within two days.',
    "The log shows a damaged cache. Clear it and open again, your assets aren't affected.",
    "Please use the browser extension for now, I'll write here when it is fixed.",
  ],
  'app.connection': [
    "The {chain} node had a failure and we've switched over. Pull to refresh please.",
    'Your network blocks the default node. Choose "automatic" in settings and it works.',
    'The provider is back. A balance of 0 only meant no connection, your assets never left the chain.',
  ],
  'app.performance': [
    'Switch on "light mode" under settings, that helps a lot. The battery use of {version} gets better in the next release.',
    'With a long history, archive everything older than three months, it gets much faster.',
    'That storage is mostly chart cache, you can clear it safely.',
  ],
  verification: [
    'Your verification was approved by hand, the limit is active in ten minutes.',
    'It was refused because the proof of address is older than three months. Please upload a recent one.',
    "I've entered your name by hand. Please repeat the face check once.",
    'New rules ask for a confirmation; your documents are still valid, no new photos needed.',
  ],
  'trade.swap': [
    'Slippage was too low for the swap. Your {sum} is untouched, set it to 1% and it goes through.',
    '{asset2} is there, just not shown. Tap Add token.',
    "The {fee} is price movement and can't be reversed on chain. A limit order avoids that.",
    'The bridge is done, {network2} just takes longer to confirm. You should see it now.',
  ],
  'trade.staking': [
    'Rewards come once per epoch and {asset} is one day short. It arrives tomorrow.',
    'After the unlock period it returns by itself; your {sum} is free tomorrow.',
    "The validator raised its commission. I've listed alternatives for you.",
    "{apr} applies for the first thirty days, then the base rate. We'll make the page clearer.",
  ],
  'support.no-reply': [
    'You waited {waited} for nothing and that is on us: {ticket} went to the wrong team. I dealt with it myself, {sum} is fine.',
    'I merged your mails into {ticket} and the issue is solved. Reply to this message and it reaches me directly.',
    'Sorry, we were badly behind after the market move. It is done now, please check your {asset}.',
  ],
  'support.rude': [
    "I read the transcript and that was not ok. I apologise for the team, we've talked to my colleague and I'll solve this for you.",
    "I'm sorry, that isn't how we want to answer. I checked the {sum} again and it is fine now.",
  ],
  'support.wrong-language': [
    'Sorry, the system had sorted you into another group. From now on you get English. As for the {asset} transfer: it is fine.',
    'Apologies, the international team takes over from here, noted in {ticket}.',
  ],
  'feature-request': [
    'More than {n}0 people have asked for this and it is on the list. The release notes will say when.',
    'No date yet, but I noted how you would use it, thanks!',
    'It exists already: Settings > Display.',
    '{network2} is in testing. I can sign you up for the beta.',
  ],
  praise: [
    "Thank you, I'll share that with the team!",
    'Lovely to hear, thanks for taking the time.',
    'Thanks! And tell us when something annoys you.',
  ],
  'complaint-regulator': [
    'Our statement about {sum} with all records has gone to your inbox. You may object within fifteen working days.',
    'As requested, the written statement for {ticket} is attached and the person in charge will call you today.',
  ],
  other: [
    "You find it under Me > Account, I've sent screenshots.",
    'We can issue that. Please fill in the form in the help centre, it takes two working days.',
    'Sure, the official {chain} contract address can be copied at the top right of the asset page.',
    'Please write to our business address, it is in the website footer.',
  ],
};
