// The particulars of one conversation: which coin, how much, which phone, which ticket; every text of it speaks of the same ones.
import { day, hour, minute } from '#db/model/instant.ts';
import { brand, type TextLanguage } from './company.ts';
import { drawIndex, type Random, runningSums } from './random.ts';
import { hexDigits, makeAddress } from './secrets.ts';
import { longSpans, spanWords } from './spans.ts';
import type { Story } from './story.ts';
import type { Wording } from './texts/wording.ts';
import { type Release, versionAt } from './timeline.ts';
import type { Trace } from './trace.ts';

/** Values of `{slots}` by name. */
export type Particulars = Readonly<Record<string, string | undefined>>;

type Coin = {
  readonly asset: string;
  readonly median: number;
  readonly networks: readonly string[];
  readonly gas: readonly [string, number];
};

const coins: readonly (readonly [Coin, number])[] = [
  [{ asset: 'USDT', median: 620, networks: ['TRC20', 'TRC20', 'ERC20', 'BEP20', 'Polygon', 'Arbitrum', 'Solana'], gas: ['USDT', 3] }, 34],
  [{ asset: 'ETH', median: 0.55, networks: ['Ethereum', 'Ethereum', 'Arbitrum', 'Optimism', 'Base'], gas: ['ETH', 0.004] }, 16],
  [{ asset: 'BTC', median: 0.021, networks: ['Bitcoin'], gas: ['BTC', 0.0003] }, 13],
  [{ asset: 'USDC', median: 540, networks: ['ERC20', 'Polygon', 'Base', 'Solana'], gas: ['USDC', 3] }, 8],
  [{ asset: 'TRX', median: 3200, networks: ['TRON'], gas: ['TRX', 22] }, 8],
  [{ asset: 'SOL', median: 5.5, networks: ['Solana'], gas: ['SOL', 0.01] }, 6],
  [{ asset: 'BNB', median: 1.1, networks: ['BNB Chain'], gas: ['BNB', 0.002] }, 5],
  [{ asset: 'DOGE', median: 2600, networks: ['Dogecoin'], gas: ['DOGE', 4] }, 3],
  [{ asset: 'POL', median: 900, networks: ['Polygon'], gas: ['POL', 0.6] }, 3],
  [{ asset: 'ADA', median: 800, networks: ['Cardano'], gas: ['ADA', 0.3] }, 2],
  [{ asset: 'TON', median: 110, networks: ['TON'], gas: ['TON', 0.08] }, 2],
];

/** What a token standard runs on, as our people call it. */
const chainOf: Readonly<Record<string, string>> = { TRC20: 'TRON', ERC20: 'Ethereum', BEP20: 'BNB Chain' };

/** Coins that can be staked. */
const stakable: readonly string[] = ['ETH', 'TRX', 'SOL', 'BNB', 'POL', 'ADA', 'TON'];

const otherNetworks = ['BEP20', 'Polygon', 'Arbitrum', 'Optimism', 'Solana', 'ERC20', 'Avalanche', 'Base'] as const;

const apple = [
  'iPhone 12',
  'iPhone 13',
  'iPhone 14',
  'iPhone 15',
  'iPhone 15 Pro',
  'iPhone 16',
  'iPhone 16 Pro',
  'iPhone SE',
  'iPhone 13 mini',
  'iPhone 17',
];
const chinese = [
  '小米14',
  '小米13',
  '华为Mate 60',
  '华为P60',
  '荣耀Magic6',
  'OPPO Find X7',
  'vivo X100',
  '红米K70',
  '一加12',
  '三星S23',
  'iQOO 12',
  '真我GT5',
];
const western = [
  'Galaxy S22',
  'Galaxy S23',
  'Galaxy S24',
  'Galaxy A54',
  'Pixel 7',
  'Pixel 8',
  'Pixel 9',
  'Redmi Note 12',
  'Redmi Note 13',
  'OnePlus 11',
  'Xperia 5',
  'Moto G84',
];

const groupMark: Readonly<Record<TextLanguage, readonly [string, string]>> = {
  zh: [',', '.'],
  en: [',', '.'],
  fr: [' ', ','],
  de: ['.', ','],
  es: ['.', ','],
  ru: [' ', ','],
};

/** An amount as people write it: round where it is large, some with marks between thousands. */
function amountWords(random: Random, language: TextLanguage, value: number): string {
  const [group, point] = groupMark[language];
  const rounded = value >= 50 && random.chance(0.55) ? Number(value.toPrecision(random.chance(0.5) ? 1 : 2)) : value;
  const digits = rounded >= 100 ? (random.chance(0.7) ? 0 : 2) : rounded >= 1 ? 2 : 4;
  const [whole, part] = rounded.toFixed(digits).split('.');
  const marked = random.chance(0.5) ? (whole ?? '').replace(/\B(?=(\d{3})+(?!\d))/g, group) : (whole ?? '');
  const trimmed = (part ?? '').replace(/0+$/, '');
  return trimmed === '' ? marked : `${marked}${point}${trimmed}`;
}

function systemOf(random: Random, device: string, progress: number): string {
  if (device.startsWith('iPhone'))
    return progress > 0.85 && random.chance(0.5)
      ? `iOS 26.${random.int(0, 2)}`
      : random.pick(['iOS 18.5', 'iOS 18.6', 'iOS 26.0', 'iOS 26.1', 'iOS 17.7']);
  if (device.startsWith('华为')) return random.pick(['HarmonyOS 4.2', 'HarmonyOS 5.0', 'HarmonyOS 5.1']);
  return `Android ${random.int(12, 16)}`;
}

function hashWords(random: Random, network: string): string {
  const prefix = network === 'TRC20' || network === 'TRON' || network === 'Bitcoin' ? '' : '0x';
  const digits = hexDigits(random, 64);
  const style = random.next();
  if (style < 0.62) return `${prefix}${digits.slice(0, random.int(4, 6))}...${digits.slice(-random.int(4, 6))}`;
  const page =
    network === 'TRC20' || network === 'TRON'
      ? 'https://tronscan.org/#/transaction/'
      : network === 'Bitcoin'
        ? 'https://mempool.space/tx/'
        : 'https://etherscan.io/tx/';
  return style < 0.82 ? `${page}${prefix}${digits}` : `TxHash: ${prefix}${digits}`;
}

const codes = [
  'E1042',
  'E2007',
  'E2103',
  'E3011',
  'E4032',
  'E5001',
  'ERR_TIMEOUT',
  'ERR_NONCE',
  'ERR_RPC',
  '-32000',
  '-32603',
  '403',
  '429',
  '502',
  '1006',
  'SIGN_17',
  'KYC-08',
  'NET_31',
] as const;
const sites = [
  'larkfo1d',
  'larkfold-app',
  'larkfold-verify',
  'my-larkfold',
  'larkfold-gift',
  'lark-fold',
  'larkfold-help',
  'larkfoldwallet',
] as const;

const firstNames: Readonly<Record<TextLanguage, readonly string[]>> = {
  zh: [
    '小王',
    '老李',
    '陈先生',
    '张女士',
    '阿杰',
    '刘先生',
    '小赵',
    '吴女士',
    '周先生',
    '小林',
    '阿玲',
    '黄先生',
    '小郑',
    '徐女士',
    '阿明',
    '孙先生',
  ],
  en: [
    'Mark',
    'Priya',
    'James',
    'Chidi',
    'Rachel',
    'Tom',
    'Anita',
    'Greg',
    'Olivia',
    'Sam',
    'Femi',
    'Grace',
    'Ben',
    'Nadia',
    'Rob',
    'Jess',
  ],
  fr: ['Julien', 'Camille', 'Marc', 'Sophie', 'Karim', 'Élodie', 'Thomas', 'Nathalie', 'Hugo', 'Inès'],
  de: ['Stefan', 'Katrin', 'Markus', 'Jana', 'Thomas', 'Sabine', 'Florian', 'Lena', 'Uwe', 'Mehmet'],
  es: ['Carlos', 'Lucía', 'Javier', 'Marta', 'Diego', 'Valentina', 'Andrés', 'Paula', 'Hernán', 'Ximena'],
  ru: ['Андрей', 'Ольга', 'Сергей', 'Марина', 'Игорь', 'Елена', 'Тимур', 'Анна', 'Руслан', 'Дмитрий'],
};

/** The number customers are given for a conversation; a later one about the same matter is told the first. */
export function ticketOf(trace: Trace): string {
  let first = trace;
  while (first.origin !== null) first = first.origin;
  return `${brand.ticketPrefix}-${280_000 + first.id * 3}`;
}

function drawCoin(random: Random, trace: Trace, story: Story | undefined): Coin {
  const { category } = trace.arrival;
  const asset = story === 'tron-congestion' ? 'USDT' : story === 'gas-spike' ? 'ETH' : null;
  const fitting = coins.filter(([coin]) =>
    asset === null ? category !== 'trade.staking' || stakable.includes(coin.asset) : coin.asset === asset,
  );
  const drawn = fitting[drawIndex(random, runningSums(fitting.map(([, weight]) => weight)))];
  if (drawn === undefined) throw new RangeError('no coins to write about');
  return drawn[0];
}

/** Draws the particulars of a matter. The same random stream gives the same ones, so second tickets speak of the first one's money. */
export function drawParticulars(random: Random, trace: Trace, wording: Wording, releases: readonly Release[]): Particulars {
  const { language, arrival } = trace;
  const story = arrival.cause?.effect?.story;
  const coin = drawCoin(random, trace, story);
  const network = story === 'tron-congestion' ? 'TRC20' : story === 'gas-spike' ? 'Ethereum' : random.pick(coin.networks);
  // Thieves take more than people send on an ordinary day.
  const value = random.logNormal(coin.median * (arrival.category === 'security.theft' ? 6 : 1), 1.1);
  const devices = random.chance(0.5) ? apple : language === 'zh' && arrival.market.country === 'CN' ? chinese : western;
  const device = random.pick(devices);
  const { version, previous } = versionAt(releases, arrival.at, random, story === 'stuck-pending' || story === 'release');
  const spanMs = Math.min(9 * day, random.logNormal(16 * hour, 1));
  const [gasCoin, gas] = coin.gas;
  return {
    asset: coin.asset,
    sum: `${amountWords(random, language, value)} ${coin.asset}`,
    sum2: `${amountWords(random, language, value * (0.35 + 0.6 * random.next()))} ${coin.asset}`,
    fee: `${amountWords(random, language, random.logNormal(gas, 0.7) * (story === 'gas-spike' ? 6 : 1))} ${gasCoin}`,
    network,
    chain: chainOf[network] ?? network,
    network2: random.pick(otherNetworks.filter((other) => other !== network)),
    asset2: random.pick(['USDC', 'ETH', 'SOL', 'BNB', 'TRX', 'DAI', 'LINK', 'ARB'].filter((other) => other !== coin.asset)),
    device,
    os: systemOf(random, device, random.next()),
    version,
    oldversion: previous,
    error: random.pick(codes),
    span: spanWords(random, language, spanMs, true),
    spans: spanWords(random, language, spanMs),
    short: spanWords(random, language, random.int(3, 50) * minute),
    long: random.pick(longSpans[language]),
    when: random.pick(wording.whens),
    since: random.pick(wording.sinces),
    tx: hashWords(random, network),
    ticket: ticketOf(trace),
    site: `${random.pick(sites)}${random.chance(0.3) ? random.int(2, 99) : ''}.example`,
    // From five up Russian nouns take one and the same form.
    n: String(language === 'ru' ? random.int(5, 9) : random.int(2, 9)),
    apr: `${random.int(4, 14)}${random.chance(0.5) ? `.${random.int(1, 9)}` : ''}%`,
    customer: random.pick(firstNames[language]),
    handle: brand.handle,
  };
}

/** An address on a network, whole or shortened as people do. Costs hashing, so it is made only for texts that name one. */
export function drawAddress(random: Random, network: string): string {
  const address = makeAddress(random, network);
  return random.chance(0.65) ? address : `${address.slice(0, 6)}...${address.slice(-4)}`;
}
