// Questions that our people ask in English, each with answers that fit it.
import type { Exchanges } from '../wording.ts';

export const exchangesEn: Exchanges = {
  money: [
    {
      ask: 'Could you send me the transaction hash of that {asset} transfer and the approximate time?',
      answers: ['{tx}', 'Hash is {tx}', '{tx}, {when}', 'sent {when}, {tx}'],
    },
    {
      ask: 'Please confirm the receiving address and the network: is it {network} or {network2}?',
      answers: [
        '{network}, to {address}',
        '{network}, and I checked the address',
        "It's {network}. {address}",
        '{network}, definitely not {network2}',
      ],
    },
    { ask: 'I can see a transfer of {sum}. Is that the one?', answers: ['Yes, that one', 'Yes, the {sum}', 'yep, {when}', "That's it"] },
    {
      ask: 'Did it come from an exchange or from another wallet?',
      answers: [
        'From an exchange, marked completed there',
        'Another wallet of mine',
        "An exchange, they say it's sent",
        "A friend's wallet",
      ],
    },
    {
      ask: 'Could you check under Me > About whether you are on {version}?',
      answers: ['Yes, {version}', '{version} on {device}', 'It says {version}'],
    },
    {
      ask: "Could you attach a screenshot of the details page? Please make sure your recovery phrase isn't on it.",
      answers: ['Attached', 'There you go, [screenshot]', 'Sent, blacked out the address', 'Sent {n} of them'],
    },
    {
      ask: 'Please pull down to refresh the asset page once and tell me whether {asset} shows.',
      answers: [
        'ok refreshed, still nothing',
        'Refreshed {n} times, no change',
        'It showed for a second, gone again',
        'Done, no difference',
      ],
    },
  ],
  account: [
    { ask: 'Which phone and system version are you using?', answers: ['{device}, {os}', '{device}', '{os} on a {device}, app {version}'] },
    {
      ask: 'What is the exact error code? A screenshot is fine, without passwords please.',
      answers: ['{error}', 'It says {error}', 'Still {error}', '{error}, screenshot attached'],
    },
    {
      ask: 'Do you have your recovery phrase written down? Just yes or no, never send it to anybody.',
      answers: ['Yes', 'yes, on paper', 'Yes I do', 'Yes, 12 words at home'],
    },
    {
      ask: 'Have you changed phones or reinstalled recently?',
      answers: ['No', 'Got a {device} last week', 'Reinstalled {n} times', 'Changed phones once'],
    },
    {
      ask: "Please set your phone's clock to automatic and try again. What happens then?",
      answers: ['Same', 'Tried, no luck', 'It already was', 'Worked once, then not again after logging out'],
    },
    {
      ask: 'Roughly when did you last log in successfully?',
      answers: ['{when}', 'About {when}', 'Not sure, {when} I think', 'Before {version}'],
    },
  ],
  identity: [
    {
      ask: 'Did you upload an ID card or a passport, and both sides?',
      answers: ['ID card, both sides', 'Passport', 'ID, {n} times now', 'Both sides, {when}'],
    },
    {
      ask: 'Was there any glare or a cut-off corner in the picture?',
      answers: [
        'No, it is sharp',
        "Maybe some glare, I'll retake it",
        'Taken in daylight, no glare',
        "It's from a {device}, sharp enough I'd say",
      ],
    },
    {
      ask: 'Does the message show a code, for example one starting with KYC?',
      answers: ['{error}', 'No code, just "not approved"', 'It says {error}', 'Only one line of text'],
    },
    {
      ask: 'Which month is the proof of address from? It has to be within three months.',
      answers: ['Last month', 'Two months old I think', 'A bank statement, downloaded {when}', "It's older, I'll find another"],
    },
  ],
  security: [
    {
      ask: "Please don't move anything into this wallet for now. Did you approve a contract on a website recently?",
      answers: ['I did click a link, {site}', 'One for an airdrop', 'No', 'I think so, {when}'],
    },
    {
      ask: "Could you send me the hash of the transfer you don't recognise? We'll look at once.",
      answers: ['{tx}', '{tx}, it went to {address}', '{n} transfers, the biggest {sum}: {tx}'],
    },
    {
      ask: 'Have you typed your phrase or key anywhere, or told anyone?',
      answers: ['No, it is on paper only', 'No', 'I typed it on {site}...', 'Nobody knows it but me'],
    },
    {
      ask: "How did that person contact you, and with which link? Please don't open it again.",
      answers: ['Text message, {site}', 'In a group, then {site}', 'He called me', 'He said he was support, same logo as you'],
    },
    {
      ask: "Please check Approvals for contracts you don't know and send me a screenshot.",
      answers: ['There is one, {address}', 'Revoked it. What next?', 'Checked, none', 'There were {n}, all revoked'],
    },
    {
      ask: 'How much is left in the wallet? I suggest moving it to a new wallet from a clean device.',
      answers: ['{sum2}', 'New wallet is set up, {sum2} moved there', 'Not much, {sum2}', 'Ok doing that now'],
    },
  ],
  app: [
    {
      ask: 'Which phone, system and app version is it?',
      answers: ['{device}, {os}, {version}', '{device}, {version}', '{version} on {os}'],
    },
    {
      ask: 'Does it happen right at start or on a certain page?',
      answers: ['Exactly when I open Assets', 'Right at start', 'Mostly when sending', 'When I scan a code'],
    },
    {
      ask: 'Please try Settings > General > Clear cache, then restart. Does it still happen?',
      answers: ['Cleared the cache, fine for a while, then again', 'Same', 'Cleared, still {error}', 'A bit better, still slow'],
    },
    {
      ask: 'Could you try once on a different network?',
      answers: ['On mobile data too', 'Same', 'No VPN, same', 'A little better on wifi'],
    },
    {
      ask: 'Could you export the logs under Help and send them? They hold no keys.',
      answers: ['Logs sent', 'Exported and mailed', 'Sent, from {when}', 'The export fails with {error}'],
    },
    {
      ask: 'Did you update from {oldversion} or install it fresh?',
      answers: ['Updated', 'From {oldversion}', 'Fresh install', "Updated, that's when it began"],
    },
  ],
  swap: [
    {
      ask: 'Please send the hash so I can see whether it stopped at the approval or the swap.',
      answers: ['{tx}', 'Hash {tx}', 'Approval went through, the step after failed. {tx}'],
    },
    {
      ask: 'Which pair and which chain was it?',
      answers: ['{asset} to {asset2} on {network}', '{sum} to {asset2}', 'On {network}, {asset} to {asset2}'],
    },
    {
      ask: 'What slippage did you set? In a moving market I suggest more than 1%.',
      answers: ['{n}%', 'Default', 'Already at {n}%', 'Will try 1%'],
    },
    {
      ask: 'Is there some of the {chain} coin left for fees?',
      answers: ['Yes, {fee}', 'No... do I need to top up?', 'Should be enough, {fee}'],
    },
  ],
  staking: [
    {
      ask: 'Which validator did you stake with, and when?',
      answers: ['The one you recommend, {when}', 'Staked it {when}', 'The first on the list'],
    },
    { ask: 'Is it about the {sum} entry?', answers: ['Yes', 'Yes, {sum}', 'Right, the one made {when}'] },
    { ask: 'Did you press "unstake" or "claim"?', answers: ['Unstake', 'Claim, and it cost {fee}', 'Claimed first, then unstaked'] },
    { ask: 'Which status does the page show?', answers: ['Unlocking', 'It says completed', '{error}', 'Processing, all the time'] },
  ],
  service: [
    {
      ask: 'Could you give me the earlier ticket number so I can look at the history?',
      answers: ['{ticket}', 'Ticket {ticket}', 'The mail says {ticket}'],
    },
    {
      ask: 'When and where did you contact us?',
      answers: ['{when}, in the chat', 'By mail {when}', 'I called {n} times', 'The form, {when}'],
    },
    {
      ask: "I've noted it. Just to be sure: this is about the {sum}, right?",
      answers: ['Yes', "It's about the {sum}", 'It is all further up, please scroll', 'Right, {sum}'],
    },
    { ask: 'Do you remember the name of my colleague?', answers: ['No idea', '{agent}', 'Forgot, must be in your records'] },
  ],
  idea: [
    {
      ask: 'Thanks for the idea! In which situation would you use it?',
      answers: ['Paying people at the end of the month', 'When I send {asset}', 'Just watching prices', 'Sending to family'],
    },
    { ask: 'Do you mostly use the phone or a tablet?', answers: ['Phone, a {device}', 'Mostly my {device}', 'Both'] },
    {
      ask: 'Do you mean the list on the home screen or the send page?',
      answers: ['Home screen', 'The send page', 'Both', 'The list on the home screen'],
    },
    {
      ask: "Which chain do you use most? I'll add it for our product people.",
      answers: ['{network}', '{network} and {network2}', 'Mainly {network} for {asset}'],
    },
  ],
};
