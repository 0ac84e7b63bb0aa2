// What our people and machines say in English.
import type { AgentWords } from '../wording.ts';

export const agentEn = {
  greets: [
    'Hi, this is {agent}, let me have a look.',
    "Hello, {agent} here. One moment, I'm pulling up your records.",
    'Hi there, I read your message, give me a minute please.',
    "Hi, I'm here and taking this over.",
    'Hello! Checking your {asset} right now.',
    'Hi, {agent} from Larkfold, thanks for waiting.',
  ],
  kindnesses: [
    "I understand how worrying this is, and I'll see it through myself.",
    'That must be really frustrating; I will take care of it personally.',
  ],
  sorries: [
    "I'm sorry you had to wait that long.",
    "Apologies for the late answer, we've had a lot of messages these days.",
    'Sorry for keeping you waiting for {waited}.',
    'First of all, sorry about the wait.',
    'I apologise, we only got to your message now.',
  ],
  macros: {
    ask: [
      'Hello, please provide the transaction hash, device model and app version so that we can investigate.',
      'Hello, thank you for contacting Larkfold Wallet. Please add a screenshot and the time of the issue.',
      'Hello, we received your request. Please provide more information.',
      'Hello, please describe the steps you took and we will check.',
    ],
    solve: {
      money: [
        'Hello, blockchain transfers need confirmations and can be delayed when the network is busy. Please be patient.',
        'Hello, the transaction is on chain, please refer to the block explorer.',
      ],
      account: [
        'Hello, please follow the article "I can\'t log in" in our help centre and contact us again if needed.',
        'Hello, please reinstall the app and restore with your recovery phrase.',
      ],
      security: [
        "Hello, never share your recovery phrase. Transfers on chain can't be reversed, please file a police report.",
        'Hello, we never contact users first. Please stay alert.',
      ],
      app: ['Hello, please update to the latest version and try again.', 'Hello, please clear the cache and restart your phone.'],
      swap: ['Hello, the result of a swap is what was settled on chain and may differ from the estimate.'],
      service: [
        'Hello, we are sorry for the inconvenience and will do better.',
        'Hello, your feedback has been recorded. Thank you for your understanding.',
      ],
      idea: ['Hello, thank you for your suggestion, we will pass it on.', 'Hello, thank you for using Larkfold Wallet.'],
      identity: ['Hello, verification usually takes one to three working days, please be patient.'],
      staking: ['Hello, unstaking has an unlock period, please be patient.'],
    },
  },
  escalates: [
    "This needs our developers to look at the node logs. I've handed it over; it usually takes one to two working days and I'll come back to you.",
    "I can't see the deeper logs from here, so I have escalated it under {ticket}. Please watch your inbox.",
    "I've passed your logs and the {asset} transfer to the developers. Your funds are safe meanwhile, please don't send again.",
    "A specialist team deals with this. I've forwarded it and expect an answer tomorrow.",
    'You did nothing wrong, it is a defect on our side. Reported to the developers as {ticket}.',
  ],
  holds: {
    live: [
      'Still checking, a few more minutes please.',
      'Comparing the on-chain records, one moment.',
      'Please bear with me while I check with a colleague.',
      'Looking at it right now.',
    ],
    letter: [
      "Our developers are going through the logs, no result yet. I'll write as soon as I know more.",
      "Your case is still being worked on, we haven't forgotten you. I'll update you by the end of the day.",
      'We found it is the node returning old data and are testing a fix. A little more time please.',
      'No final answer yet, I just wanted to let you know. Next update before noon tomorrow.',
    ],
  },
  goodbyes: [
    "You're welcome, any time!",
    "You're welcome, have a great day!",
    'Happy to help. Closing this chat then, bye!',
    'My pleasure. Keep that phrase safe!',
    'Glad it worked out.',
  ],
  callBacks: [
    'Hello, {agent} from Larkfold. We missed your call, I rang back and we sorted out the {asset} question.',
    'Called back and explained what happened with the {sum}; reply here if anything is left.',
    'Returning your call, sorry the lines were busy. It is noted and dealt with under {ticket}.',
    'Reached you on the second try and went through the steps together.',
  ],
  complaintAcks: [
    "Your complaint is registered under {ticket}. I'm {agent}, I am responsible for it and you will have a written answer within three working days.",
    "Hello, {agent} here. I confirm receipt of your complaint {ticket} and apologise for how this went. I'll keep you posted while we investigate.",
    'Complaint {ticket} is accepted. We are collecting the whole correspondence and the on-chain records for {asset}; expect our decision within five working days.',
  ],
  complaintDecisions: [
    "Regarding complaint {ticket}: our node was late and {sum} wasn't credited in time. It is credited now and the fee of {fee} is refunded. We are sorry it took so long.",
    'Decision on {ticket}: we failed to answer in time, we changed the process, and we compensate the fee of {fee}. You may ask for a review within fifteen working days.',
    "Complaint {ticket} is closed: the records show the transfer reached the address you entered and can't be reversed; proof attached. I'm sorry I can't give you better news.",
    'Regarding {ticket}: your complaint is upheld. The earlier answer was wrong, {sum} is visible again and the colleague has been trained.',
  ],
  reviewReplies: {
    good: [
      'Thank you for the kind words!',
      'Thanks for staying with us for {long}, ideas are always welcome!',
      'Glad you like {version}, more to come.',
      'You made our day, {agent} says thanks on behalf of the team.',
      'Thanks! Share your {chain} tips in the forum.',
    ],
    bad: [
      "We're sorry about this. Please write to us under Help > Contact and mention {ticket}, we'll give it priority.",
      'Sorry! The problem in {version} is being fixed, the next release should solve it.',
      'Thanks for telling us, it is with the developers. Could you let us know phone ({device}?) and system version?',
      'Sorry to disappoint you. For the {asset} issue please open a chat with the transaction hash.',
      'We take this seriously. Please update and try again, and drop us a line if it persists.',
    ],
  },
  warnings: [
    'Important: please never send your recovery phrase or private key to anyone, including us. The message has been masked, but please create a new wallet and move your funds now.',
    'You have just sent sensitive information. For your safety move your assets to a new wallet at once; we never ask for phrases or keys.',
    "Please keep card numbers and keys out of this conversation, we don't need them to help you.",
  ],
  hellos: ['Hello,\n\n', 'Hi,\n\n', 'Hi {customer},\n\n', 'Dear {customer},\n\n', 'Hello {customer}, thanks for writing.\n\n'],
  signoffs: [
    '\n\nBest regards,\n{agent}\nLarkfold Wallet Support',
    '\n\nKind regards,\n{agent}',
    '\n\nBest,\n{agent}',
    '\n\n{agent}, Larkfold',
    '',
  ],
  botHellos: [
    "Hi, I'm Lark, the assistant. I'm connecting you to a colleague, one moment please.",
    'Hello! Choose a topic: 1 transfers 2 login 3 security 4 other. You are in the queue for an agent.',
    'Lark here. I got your question, a human will be with you shortly.',
  ],
  botWaits: [
    "We have more chats than usual and the wait may be long. You can leave a message and we'll answer by e-mail.",
    'There are several people ahead of you. At busy times it may be quicker to come back later.',
  ],
  autoAcks: [
    "[Automatic reply] We received your message, your number is {ticket}. We answer within 24 hours, please don't send it twice.",
    '[Automatic] Ticket {ticket} was created. Never put your recovery phrase, key or password into an e-mail.',
    '[Automatic reply] Thanks for contacting Larkfold Wallet. Reference {ticket}. Replies can take longer at busy times.',
  ],
  surveys: ['How did we do? Please rate this conversation from 1 to 5.', "Were you happy with {agent}'s help? Tap to rate."],
  campaigns: [
    'Staking season: stake {asset} this week and earn up to {apr}. Tap for details.',
    'Larkfold: {asset} staking at {apr}, limited places.',
  ],
} satisfies Partial<AgentWords>;
