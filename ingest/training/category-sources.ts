// What the shipped category model learns from besides its taxonomy: sentences of the demo, open sets mapped to leaves, weak labels.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { categories, type TextLanguage } from '../demo/company.ts';
import { wordings } from '../demo/texts/index.ts';
import { openKeywordIndex } from '../taxonomy/keyword-index.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { readTokens } from '../taxonomy/tokens.ts';
import type { CategoryExample } from './category-trainer.ts';
import { readRows } from './read-examples.ts';

type Fillings = Readonly<Record<string, readonly [string, string]>>;

const slots: Fillings = {
  sum: ['120 USDT', '0.4 ETH'],
  sum2: ['95 USDT', '0.3 ETH'],
  fee: ['12 USDT', '0.01 ETH'],
  asset: ['USDT', 'SOL'],
  network: ['TRC20', 'Ethereum'],
  chain: ['TRON', 'Ethereum'],
  network2: ['BEP20', 'Polygon'],
  device: ['iPhone 15', 'Galaxy S23'],
  error: ['E1042', 'ERR_TIMEOUT'],
  tx: ['0x3fa9...81c2', 'TxHash: 0x77ab'],
  address: ['0x12ab...9f', 'TQx8...3k'],
  site: ['larkfold-verify', 'my-larkfold'],
  n: ['3', '5'],
};
const spans: Readonly<Record<TextLanguage, readonly [string, string]>> = {
  zh: ['两天', '六个小时'],
  en: ['two days', '6 hours'],
  fr: ['deux jours', '6 heures'],
  de: ['zwei Tagen', '6 Stunden'],
  es: ['dos días', '6 horas'],
  ru: ['два дня', '6 часов'],
};

/** First messages of the demo, each in two fillings. Sentences that stand under two categories are left out. */
export function demoExamples(): CategoryExample[] {
  const languages = Object.keys(wordings).filter((language): language is TextLanguage => language in spans);
  const examples = languages.flatMap((language) =>
    categories.flatMap((label) =>
      wordings[language].openers[label].flatMap((template) =>
        [0, 1].map((turn) => ({
          text: template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => slots[slot]?.[turn] ?? spans[language][turn] ?? ''),
          label,
          trust: 1,
        })),
      ),
    ),
  );
  return [...new Map(examples.map((example) => [example.text, example])).values()];
}

/** Intents of Banking77 (Casanueva et al. 2020, CC BY 4.0) that mean the same as a leaf. */
const bankingLeaves: Readonly<Record<string, string>> = {
  pending_transfer: 'deposit.late',
  transfer_not_received_by_recipient: 'deposit.late',
  balance_not_updated_after_bank_transfer: 'deposit.late',
  pending_top_up: 'deposit.late',
  transfer_timing: 'deposit.late',
  failed_transfer: 'deposit.failed',
  declined_transfer: 'deposit.failed',
  top_up_failed: 'deposit.failed',
  top_up_reverted: 'deposit.failed',
  transaction_charged_twice: 'deposit.wrong-amount',
  wrong_amount_of_cash_received: 'deposit.wrong-amount',
  transfer_fee_charged: 'fees',
  card_payment_fee_charged: 'fees',
  top_up_by_card_charge: 'fees',
  exchange_charge: 'fees',
  extra_charge_on_statement: 'fees',
  passcode_forgotten: 'account.login',
  pin_blocked: 'account.locked',
  compromised_card: 'security.suspicious-transaction',
  direct_debit_payment_not_recognised: 'security.suspicious-transaction',
  card_payment_not_recognised: 'security.suspicious-transaction',
  unable_to_verify_identity: 'verification',
  verify_my_identity: 'verification',
  why_verify_identity: 'verification',
  verify_source_of_funds: 'verification',
  exchange_rate: 'trade.swap',
  exchange_via_app: 'trade.swap',
  declined_card_payment: 'trade.card',
  apple_pay_or_google_pay: 'trade.card',
  topping_up_by_card: 'trade.card',
  terminate_account: 'other',
  country_support: 'question',
  top_up_limits: 'question',
  age_limit: 'question',
};

const rowShape = z.looseObject({ text: z.string(), label: z.string().optional(), labels: z.array(z.string()).optional() });
type Row = z.infer<typeof rowShape>;

/** None where the folder has no such file. */
async function rowsOf(folder: string, name: string): Promise<Row[]> {
  const file = path.join(folder, name);
  return existsSync(file) ? await readRows(file, rowShape) : [];
}

/** At most so many examples of each label, evenly spread over the file. */
function thinned(examples: readonly CategoryExample[], most: number): CategoryExample[] {
  const byLabel = new Map<string, CategoryExample[]>();
  for (const example of examples) byLabel.set(example.label, [...(byLabel.get(example.label) ?? []), example]);
  return [...byLabel.values()].flatMap((list) => {
    const step = Math.max(1, list.length / most);
    return Array.from({ length: Math.min(most, list.length) }, (_, at) => list[Math.floor(at * step)]).filter((one) => one !== undefined);
  });
}

/** Sets whose licence permits use and redistribution: Banking77, and feature requests of Mini-BAR (MIT). */
export async function openSetExamples(folder: string): Promise<CategoryExample[]> {
  const banking = (await rowsOf(folder, 'intent_banking77_en.jsonl.gz')).flatMap(({ text, label }) => {
    const leaf = bankingLeaves[label ?? ''];
    return leaf === undefined ? [] : [{ text, label: leaf, trust: 0.5 }];
  });
  const requests: CategoryExample[][] = [];
  for (const language of ['en', 'fr']) {
    const rows = await rowsOf(folder, `intent_appreviews_${language}.jsonl.gz`);
    const single = rows.filter(({ text, labels }) => labels?.length === 1 && labels[0] === 'feature_request' && text.length < 200);
    requests.push(
      thinned(
        single.map(({ text }) => ({ text, label: 'feature-request', trust: 0.5 })),
        60,
      ),
    );
  }
  return [...thinned(banking, 70), ...requests.flat()];
}

const mostWeakLength = 160;

/** Crypto reviews in which the keywords of one leaf alone were found: weak labels, from a set without a stated licence. */
export async function weakExamples(folder: string, taxonomy: Taxonomy): Promise<CategoryExample[]> {
  const index = openKeywordIndex(taxonomy.leaves.map(({ keywords }) => Object.values(keywords).flat()));
  const rows = [...(await rowsOf(folder, 'sent_crypto_appstore.jsonl.gz')), ...(await rowsOf(folder, 'fb_crypto_playstore.jsonl.gz'))];
  const labelled = rows.flatMap(({ text }): CategoryExample[] => {
    if (text.length > mostWeakLength) return [];
    const [only, ...more] = [...new Set(index.find(readTokens(text)).map(({ name }) => name))];
    const leaf = only === undefined || more.length > 0 ? undefined : taxonomy.leaves[only];
    return leaf === undefined ? [] : [{ text, label: leaf.id, trust: 0.2 }];
  });
  return thinned(labelled, 50);
}
