// Events of a calendar file (.ics) at an address: campaigns, holidays, planned releases.
import { z } from 'zod';
import { day, zoneSchema } from '#db/model/instant.ts';
import { calendarEvents } from '../events/calendar-events.ts';
import { type ConnectorContext, defineConnector, settingNotes } from './connector.ts';
import { askText, cursorAfter, kindField, noConversations } from './event-fields.ts';
import { urlField } from './fields.ts';

const settings = z.strictObject({
  url: urlField('https://calendar.example.com/campaigns.ics', {
    en: 'The secret or public address of an .ics file.',
    zh: '.ics 文件的私密或公开网址。',
  }),
  kind: kindField,
  zone: z
    .string()
    .pipe(zoneSchema)
    .default('UTC')
    .register(settingNotes, {
      label: { en: 'Time zone', zh: '时区' },
      help: { en: 'Of whole days, and of times that name none.', zh: '用于全天事件及未注明时区的时间。' },
      placeholder: 'Asia/Shanghai',
    }),
});

const what = 'the calendar file';
/** A calendar reaches into the future; what is planned in more than a year is not drawn anywhere. */
const aheadMs = 366 * day;

async function readCalendar(context: ConnectorContext<z.infer<typeof settings>>, since: number) {
  const { url, kind, zone } = context.settings;
  const found = await askText(context, { what, url, cursor: null });
  if (found === null) return null;
  return { ...calendarEvents(found.text, { kind, zone, from: since, to: context.clock() + aheadMs }), answer: found.answer };
}

export const calendarFile = defineConnector({
  ...noConversations,
  card: {
    id: 'calendar-file',
    label: 'Calendar (.ics)',
    reads: { en: 'Events of a calendar with those that repeat, to lie over charts.', zh: '日历中的事件（含重复事件），叠加在图表上。' },
    gives: 'events',
    rights: { en: 'An address that gives the file to whoever has it.', zh: '可直接访问的文件网址。' },
    provenBy: ['documentation'],
  },
  settings,
  async *fetch(context, { since }) {
    const calendar = await readCalendar(context, since);
    if (calendar === null) return;
    const { events, unreadable, answer } = calendar;
    yield {
      items: [],
      malformed: unreadable,
      events,
      eventsWholeFrom: since,
      cursor: cursorAfter(context.settings, answer),
      serverAt: answer.at,
    };
  },
  probe: async (context) => {
    const calendar = await readCalendar(context, context.clock() - aheadMs);
    const { events, unreadable } = calendar ?? { events: [], unreadable: [] };
    const warnings =
      unreadable.length === 0
        ? []
        : [{ en: `${unreadable.length} events cannot be read.`, zh: `有 ${unreadable.length} 个事件无法读取。` }];
    return { found: `${events.length} events from a year back to a year ahead`, warnings };
  },
});
