// Brands that thieves imitate, the domains that are theirs, and the hosts where anybody can put up a page for nothing.

/** What the scorer compares links with; a company adds its own names and domains. */
export type RiskBrands = { readonly names: readonly string[]; readonly ownDomains: readonly string[] };

export const knownBrands: RiskBrands = {
  names: [
    ...[
      'metamask',
      'ledger',
      'trezor',
      'trustwallet',
      'coinbase',
      'binance',
      'kraken',
      'phantom',
      'exodus',
      'tronlink',
      'imtoken',
      'tokenpocket',
    ],
    ...[
      'bitpie',
      'kucoin',
      'bybit',
      'uniswap',
      'opensea',
      'walletconnect',
      'safepal',
      'onekey',
      'electrum',
      'bitget',
      'huobi',
      'rabby',
      'okx',
    ],
  ],
  ownDomains: [
    ...[
      'metamask.io',
      'ledger.com',
      'trezor.io',
      'trustwallet.com',
      'coinbase.com',
      'binance.com',
      'binance.us',
      'binance.org',
      'kraken.com',
    ],
    ...[
      'phantom.app',
      'phantom.com',
      'exodus.com',
      'exodus.io',
      'tronlink.org',
      'token.im',
      'imtoken.com',
      'tokenpocket.pro',
      'bitpie.com',
    ],
    ...[
      'kucoin.com',
      'bybit.com',
      'uniswap.org',
      'opensea.io',
      'walletconnect.com',
      'walletconnect.org',
      'walletconnect.network',
      'safepal.com',
    ],
    ...['onekey.so', 'electrum.org', 'bitget.com', 'huobi.com', 'rabby.io', 'okx.com', 'ledgerwallet.com', 'bnbchain.org'],
  ],
};

/** Free or nearly free: a brand on one of these is no help desk of its owner. */
export const cheapHosts: readonly string[] = [
  ...['pages.dev', 'workers.dev', 'vercel.app', 'netlify.app', 'weebly.com', 'webflow.io', 'blogspot.com', 'web.app', 'firebaseapp.com'],
  ...[
    'herokuapp.com',
    'wixsite.com',
    'github.io',
    'gitbook.io',
    'glitch.me',
    'square.site',
    'godaddysites.com',
    'surge.sh',
    'framer.website',
  ],
];

/** Help desks and shops where brands have rooms of their own. */
export const rentedHosts: readonly string[] = [
  ...[
    'zendesk.com',
    'freshdesk.com',
    'statuspage.io',
    'medium.com',
    'reddit.com',
    'github.com',
    'apple.com',
    'google.com',
    'trustpilot.com',
  ],
  ...['facebook.com', 'twitter.com', 'x.com', 'youtube.com', 'wikipedia.org', 'stackexchange.com'],
];

/** Where forms can be made; the path that makes it a form, or null. */
export const formHosts: readonly { readonly domain: string; readonly path: string | null }[] = [
  { domain: 'google.com', path: '/forms' },
  { domain: 'google.com', path: '/spreadsheets' },
  ...[
    'forms.gle',
    'typeform.com',
    'jotform.com',
    'tally.so',
    'formstack.com',
    'wj.qq.com',
    'wjx.cn',
    'wjx.top',
    'jinshuju.net',
    'cognitoforms.com',
  ].map((domain) => ({ domain, path: null })),
];

/** Words in the name of a cheap host that only a thief's page needs. */
export const baits: readonly string[] = [
  'wallet',
  'dapp',
  'airdrop',
  'claim',
  'rectify',
  'validate',
  'restore',
  'seed',
  'sync',
  'connect',
  'defi',
];
