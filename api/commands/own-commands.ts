// The commands of this room by name; their code is loaded when they are called.
import type { CatalogueEntry } from './catalogue.ts';
import type { CommandContext } from './context.ts';

type Entry = CatalogueEntry<CommandContext>;

export const ownCommands: readonly Entry[] = [
  {
    name: 'annotations',
    says: 'what people labelled: campaigns, export',
    load: async (program, context) => (await import('./annotations.ts')).registerAnnotations(program, context),
  },
  ...(['metric', 'list', 'export'] as const).map(
    (name): Entry => ({
      name,
      says: {
        metric: 'answer one question',
        list: 'the rows behind a number, newest first',
        export: 'all rows behind a number, as a file on standard output',
      }[name],
      load: async (program, context) => (await import('./metric.ts')).registerMetric(program, context, name),
    }),
  ),
  ...(['hours-of-week', 'uplift'] as const).map(
    (name): Entry => ({
      name,
      says: {
        'hours-of-week': 'arrivals, open hours, backlog, waits and mood by hour and weekday',
        uplift: 'arrivals during business events against the weeks before',
      }[name],
      load: async (program, context) => (await import('./peak-load.ts')).registerPeakLoad(program, context, name),
    }),
  ),
  ...(['peaks', 'forecast'] as const).map(
    (name): Entry => ({
      name,
      says: {
        peaks: 'when more came than chance explains, and what stands beside it',
        forecast: 'arrivals of the next two weeks, with the back-test',
      }[name],
      load: async (program, context) => (await import('./forecast.ts')).registerForecast(program, context, name),
    }),
  ),
  {
    name: 'calendar',
    says: 'working time and due instants',
    load: async (program, context) => (await import('./calendar.ts')).registerCalendar(program, context),
  },
  {
    name: 'notice',
    says: 'what customers are told about their wait: show, on, off, key, set, clear, backtest',
    load: async (program, context) => (await import('./notice.ts')).registerNotice(program, context),
  },
  {
    name: 'complaints',
    says: 'complaints: the list with both clocks, the ladder, the proof of a claim',
    load: async (program, context) => (await import('./complaints.ts')).registerComplaints(program, context),
  },
  {
    name: 'users',
    says: 'who may sign in',
    load: async (program, context) => (await import('./users.ts')).registerUsers(program, context),
  },
  ...(['verify', 'backup', 'restore'] as const).map(
    (name): Entry => ({
      name,
      says: {
        verify: 'check the store: structure, references, counts, the chain of the audit log',
        backup: 'copy the store while it is used, open the copy and check it',
        restore: 'check a backup and put it in place of the store, which is set aside',
      }[name],
      load: async (program, context) => (await import('./upkeep.ts')).registerUpkeep(program, context, name),
    }),
  ),
  {
    name: 'survey',
    says: 'our own survey: links for solved conversations',
    load: async (program, context) => (await import('./survey.ts')).registerSurvey(program, context),
  },
  {
    name: 'quality',
    says: 'reviews of replies: report, rounds, export',
    load: async (program, context) => (await import('./quality.ts')).registerQuality(program, context),
  },
  {
    name: 'demo',
    says: 'the demo company',
    load: async (program, context) => (await import('./demo.ts')).registerDemo(program, context),
  },
];
