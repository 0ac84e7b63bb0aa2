// Market moves out of a table of daily prices: days whose return lies far outside what the days before were like.
import { z } from 'zod';
import { marketEvents } from '../events/market-events.ts';
import { readPrices } from '../events/price-table.ts';
import { type ConnectorContext, defineConnector, settingNotes } from './connector.ts';
import { askText, cursorAfter, noConversations } from './event-fields.ts';
import { textField, urlField } from './fields.ts';

const column = (en: string, zh: string, standard: string) =>
  z.string().trim().min(1).max(100).default(standard).register(settingNotes, { label: { en, zh } });

const settings = z.strictObject({
  url: urlField('https://data.example.com/btc-daily.csv', { en: 'A CSV with one price a day.', zh: '每天一个价格的 CSV 文件。' }),
  name: textField({ en: 'What it is the price of', zh: '价格对象' }, { placeholder: 'BTC' }),
  dayColumn: column('Column of the day', '日期列', 'date'),
  priceColumn: column('Column of the price', '价格列', 'close'),
  days: z
    .number()
    .int()
    .min(10)
    .max(365)
    .default(60)
    .register(settingNotes, { label: { en: 'Compared with so many days before', zh: '与之前多少天比较' } }),
  deviations: z
    .number()
    .min(2)
    .max(20)
    .default(4)
    .register(settingNotes, {
      label: { en: 'Unusual from so many deviations', zh: '超过多少个偏差视为异常' },
      help: {
        en: "Robust standard deviations (1.4826 x median absolute deviation) of the days before, from their median; of the day's log return.",
        zh: '以此前各日对数收益率的稳健标准差（1.4826 × 绝对中位差）计，距其中位数的偏离程度。',
      },
    }),
  leastPercent: z
    .number()
    .min(0)
    .max(100)
    .default(5)
    .register(settingNotes, { label: { en: 'And from so many percent', zh: '且涨跌幅不低于（%）' } }),
});
type Settings = z.infer<typeof settings>;

const what = 'the table of prices';

async function readTable(context: ConnectorContext<Settings>, cursor: string | null) {
  const found = await askText(context, { what, url: context.settings.url, cursor });
  if (found === null) return null;
  const prices = readPrices(found.text, context.settings);
  return { prices, ...marketEvents(context.settings.name, prices, context.settings), answer: found.answer };
}

export const marketPrices = defineConnector({
  ...noConversations,
  card: {
    id: 'market-prices',
    label: 'Market prices (CSV)',
    reads: {
      en: 'Days on which a price moved far more than in the weeks before, to lie over charts as events.',
      zh: '价格波动远超前几周的日子，作为事件叠加在图表上。',
    },
    gives: 'events',
    rights: { en: 'An address that gives the table to whoever asks.', zh: '可直接访问的表格网址。' },
    provenBy: ['documentation'],
  },
  settings,
  async *fetch(context, { cursor, since, window }) {
    const table = await readTable(context, cursor);
    if (table === null) return;
    const from = Math.max(window?.from ?? since, table.wholeFrom ?? Number.POSITIVE_INFINITY);
    const events = table.events.filter(({ fromAt }) => fromAt >= from && (window === null || fromAt < window.to));
    const eventsWholeFrom = table.wholeFrom === null || window !== null ? null : from;
    yield {
      items: [],
      malformed: [],
      events,
      eventsWholeFrom,
      cursor: cursorAfter(context.settings, table.answer),
      serverAt: table.answer.at,
    };
  },
  probe: async (context) => {
    const table = await readTable(context, null);
    const [prices, events] = [table?.prices ?? [], table?.events ?? []];
    const isShort = prices.length < context.settings.days + 2;
    return {
      found: `${prices.length} days of prices up to ${prices.at(-1)?.day ?? '-'}, ${events.length} unusual moves`,
      warnings: isShort ? [{ en: 'Too few days to judge any of them.', zh: '天数太少，无法判断。' }] : [],
    };
  },
});
