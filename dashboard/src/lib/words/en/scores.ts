// English words of scores: sentiment, urgency, risks, and why the scorers say so.

const risks: Readonly<Record<string, string>> = {
  'secret-exposed': 'Secret exposed',
  'asks-for-secret': 'Asks for a secret',
  'wallet-validation': '“Verify your wallet”',
  'secret-form': 'Form on a free host',
  'look-alike-domain': 'Look-alike domain',
  'private-channel': 'Lures to a private channel',
  'remote-control': 'Remote control',
  'unlock-payment': '“Safe wallet” or deposit to unlock',
  'recovery-offer': 'Recovery scam',
  drainer: 'Wallet drainer',
  'address-poisoning': 'Address poisoning',
  'fake-app': 'Fake app',
  letter: 'QR code letter',
  'subject-abuse': 'Auto-reply abuse',
  hacked: 'Reports a theft',
};

const reasons: Readonly<Record<string, string>> = {
  'funds-lost': 'funds lost',
  'funds-stuck': 'funds stuck',
  'account-taken-over': 'account taken over',
  'secret-exposed': 'secret exposed',
  'legal-threat': 'threatens with law or regulator',
  'vulnerable-customer': 'vulnerable customer',
  'data-breach': 'claims a data breach',
  'self-harm': 'speaks of self-harm',
  deadline: 'names a deadline',
  'public-threat': 'threatens to go public',
  overdue: 'promise broken',
  'due-soon': 'promise breaks within the hour',
  nudged: 'asked again several times',
};

const advice: Readonly<Record<string, string>> = {
  'secret-exposed':
    'The customer has sent a secret key or recovery phrase. Whoever reads it can take everything: advise to move the funds to a new wallet at once, and never to send it again.',
  agent: 'One of our messages asks for a secret. Correct it with the customer and tell the team lead.',
};

export const scores = {
  sentiment: {
    neg: 'negative',
    neu: 'neutral',
    pos: 'positive',
    abstained: 'cannot say',
    unsupported: 'language not supported',
    no_text: 'no words',
    none: 'not scored',
  },
  urgency: {
    low: 'low',
    normal: 'normal',
    high: 'high',
    critical: 'critical',
    none: 'not scored',
  },
  roles: {
    scammer: 'by somebody who tries to steal',
    victim: 'about somebody who was robbed',
    reporter: 'reported by the customer',
    agent: 'by our own agent: breach of policy',
  },
  risks,
  reasons,
  /** What an agent should do about a risk. */
  advice,
  why: 'Why this score',
  curve: 'Mood over the conversation',
  opening: 'at first',
  closing: 'at last',
  better: 'mood got better',
  worse: 'mood got worse',
  same: 'mood stayed about the same',
  mixed: 'good and bad at once',
  abstains: 'too unsure to count; the likeliest label is shown',
  noEvidence: 'No single words stand out; the text as a whole decided.',
  evidence: 'Words that carried it',
  weighs: 'Probability',
  category: 'Category',
  harm: 'Harm',
  risk: 'Risk',
  version: 'Scored by',
  fromSource: 'from the source',
  fromScore: 'scored',
  urgent: 'Urgency',
  message: 'Scores of this message',
  unscoredBeside: 'cannot be told:',
  confidence: (share: string) => `${share} sure`,
  without: (abstained: string, unscored: string) => `${abstained} too unsure, ${unscored} not scored`,
};
