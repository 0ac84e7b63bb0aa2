// The contract of a connector: one way in which customers speak to us, read a page at a time from where the last run stopped.
import { z } from 'zod';
import type { Choice, ConnectorCard, Probe, Said } from '#db/model/connector.ts';
import { AppError } from '#db/model/errors.ts';
import type { EventInput } from '#db/model/event.ts';
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation } from '../fetched.ts';
import type { HttpClient } from '../http/client.ts';
import type { Mailbox, MailServer } from '../mail/mailbox.ts';
import type { ReadItems } from './read-each.ts';

/** What the form says of a setting. A secret is stored encrypted, never shown again and never logged. */
export type SettingNote = {
  readonly label: Said;
  readonly help?: Said;
  readonly isSecret?: boolean;
  readonly placeholder?: string;
  /** Several lines: a list of staff, say. */
  readonly isLong?: boolean;
  /** Asked for, and then needed, only where another setting has this value. */
  readonly neededWith?: Choice;
};

/** Notes by the schema of the setting they belong to; zod keeps them beside the field. */
export const settingNotes = z.registry<SettingNote>();

/** What a source could not give any more, or never said: shown to people, because figures over this time are incomplete. */
export type Gap = { readonly from: Instant | null; readonly to: Instant | null; readonly reason: string };

/** `item` is the vendor's id, or a place in the page where not even that could be read. The reason never quotes text. */
export type Malformed = { readonly item: string; readonly reason: string };

/**
 * One page of a source. What is read and where to go on are stored in one transaction, so a page is either wholly in or not at all.
 */
export type SourcePage<Item> = {
  readonly items: readonly Item[];
  readonly malformed: readonly Malformed[];
  /** Ids that the source listed and did not find when it was asked for each: they are asked for again in later runs, by rule. */
  readonly missing?: readonly string[];
  /** Ids that were missing before, or unreadable, and are so no more. */
  readonly found?: readonly string[];
  /** Where to go on after this page: the connector's own JSON, read back by nobody else. */
  readonly cursor: string;
  readonly gaps?: readonly Gap[];
  /** Business events, of sources that tell them instead of conversations. Their labels are redacted on the way out of here. */
  readonly events?: readonly EventInput[];
  /** The events of the page are all there are from this instant on; left out where a source shows its newest ones only. */
  readonly eventsWholeFrom?: Instant | null;
  /** 0 to 1 where the source tells how much there is. */
  readonly progress?: number | null;
  /** The server's own clock when it answered; null where it does not tell. */
  readonly serverAt?: Instant | null;
};

export type FetchPlan = {
  /** Where the last run stopped; null: from `since` on. */
  readonly cursor: string | null;
  /** How far back a first run reads. */
  readonly since: Instant;
  /** A back-fill that somebody asked for. The cursor then belongs to this window alone. */
  readonly window: { readonly from: Instant; readonly to: Instant } | null;
  /** Ids that were missing in earlier runs, and whose turn it is to be asked for again. None in a back-fill. */
  readonly again: readonly string[];
};

export type ConnectorContext<Settings> = {
  readonly settings: Settings;
  readonly http: HttpClient;
  /** The way to a mail server; it is connected to when it is first asked something. Whoever opens it closes it. */
  readonly mail: (server: MailServer) => Mailbox;
  readonly signal: AbortSignal;
  /** Our clock: only where a server tells no time of its own. */
  readonly clock: () => Instant;
};

export type AgainReader<Item> = (ids: readonly string[]) => Promise<ReadItems<Item>>;

export type Connector<Settings, Item = unknown> = {
  readonly card: ConnectorCard;
  readonly settings: z.ZodType<Settings>;
  /** Requests a minute that the source is asked at most. */
  readonly perMinute: (settings: Settings) => number;
  /** Whether a run that was stopped goes on from its last page. */
  readonly resumable: boolean;
  readonly fetch: (context: ConnectorContext<Settings>, plan: FetchPlan) => AsyncGenerator<SourcePage<Item>, void, undefined>;
  /** The id under which an item is written down where it cannot be taken. */
  readonly itemId: (item: Item) => string;
  /** Pure. Several for a social thread in which several customers complain, none for what is no feedback. Throws `invalid` with the reason. */
  readonly toConversations: (item: Item, settings: Settings) => readonly FetchedConversation[];
  readonly probe: (context: ConnectorContext<Settings>) => Promise<Probe>;
  /**
   * Whether the source shows what we answer. Where it does not, nothing of it counts as answered or as never answered. Left out where it
   * does; where only some of its conversations hide answers, those carry `hiddenAnswersTag`.
   */
  readonly seesAnswers?: (settings: Settings) => boolean;
  /**
   * Of conversations that are stored, those that the source says are gone: a direct answer (404, 410, `deleted`), not their absence from a
   * list. Left out where the source cannot tell.
   */
  readonly findGone?: (context: ConnectorContext<Settings>, externalIds: readonly string[]) => Promise<readonly string[]>;
  /**
   * Opens what reads items by the ids under which they were found missing; opened once for a run, however many there are. Left out where `fetch` itself asks for `again`, and where lists hold their
   * items whole, so that nothing can be missing.
   */
  readonly openAgain?: (context: ConnectorContext<Settings>) => AgainReader<Item> | Promise<AgainReader<Item>>;
};

/** What a run lends to a connector. */
export type Access = Omit<ConnectorContext<never>, 'settings'>;

/** A page whose items have become conversations; those that could not are among the malformed. */
export type ReadPage = Omit<SourcePage<never>, 'items'> & { readonly conversations: readonly FetchedConversation[] };

/** A connector with its settings: what the rest of the house works with, whatever its items are. */
export type OpenedConnector = {
  readonly perMinute: number;
  readonly seesAnswers: boolean;
  readonly fetch: (access: Access, plan: FetchPlan) => AsyncGenerator<ReadPage, void, undefined>;
  /** Reads items alone that could not be taken before, by their ids; null where the source cannot be asked for one item. No page moves a cursor. */
  readonly readItems: ((access: Access, ids: readonly string[]) => AsyncGenerator<ReadPage, void, undefined>) | null;
  readonly probe: (access: Access) => Promise<Probe>;
  readonly findGone: ((access: Access, externalIds: readonly string[]) => Promise<readonly string[]>) | null;
};

export type AnyConnector = {
  readonly card: ConnectorCard;
  readonly settings: z.ZodType;
  readonly resumable: boolean;
  /** Whether it can ask the source what is gone. */
  readonly seesDeletions: boolean;
  /** Whether it can be asked for single items by their ids. */
  readonly readsItems: boolean;
  /** Throws `invalid` and names each setting that cannot be used; values are not repeated, they may be secrets. */
  readonly open: (settings: unknown) => OpenedConnector;
};

/** Ties settings and items of one connector together, and gives the list a door that needs neither type. */
export function defineConnector<Settings, Item>(connector: Connector<Settings, Item>): Connector<Settings, Item> & AnyConnector {
  return {
    ...connector,
    seesDeletions: connector.findGone !== undefined,
    readsItems: connector.openAgain !== undefined,
    open: (raw) => openConnector(connector, parseSettings(connector, raw)),
  };
}

function parseSettings<Settings>({ settings }: Pick<Connector<Settings>, 'settings'>, raw: unknown): Settings {
  const parsed = settings.safeParse(raw);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`).join('; ');
  throw new AppError('invalid', wrong);
}

/** Items that were missing and are read again before they are stored. */
const againAtOnce = 25;

function openConnector<Settings, Item>(connector: Connector<Settings, Item>, settings: Settings): OpenedConnector {
  const { findGone, openAgain } = connector;

  async function* readAgain(
    open: NonNullable<typeof openAgain>,
    access: Access,
    { ids, cursor }: { ids: readonly string[]; cursor: string },
  ) {
    const read = await open({ ...access, settings });
    for (let from = 0; from < ids.length; from += againAtOnce) {
      const asked = ids.slice(from, from + againAtOnce);
      const answered = await read(asked);
      const found = asked.filter((id) => !answered.missing.includes(id));
      yield await toReadPage(connector, settings, { ...answered, found, cursor });
    }
  }

  /** An item that still cannot be read stays the dead letter that it is, one attempt older. */
  async function* readItems(open: NonNullable<typeof openAgain>, access: Access, ids: readonly string[]) {
    for await (const page of readAgain(open, access, { ids, cursor: '' })) {
      const unread = new Set(page.malformed.map(({ item }) => item));
      yield { ...page, found: page.found?.filter((id) => !unread.has(id)) };
    }
  }

  return {
    perMinute: connector.perMinute(settings),
    seesAnswers: connector.seesAnswers?.(settings) ?? true,
    async *fetch(access, plan) {
      const context = { ...access, settings };
      let { cursor } = plan;
      for await (const page of connector.fetch(context, plan)) {
        cursor = page.cursor;
        yield await toReadPage(connector, settings, page);
      }
      if (cursor === null || openAgain === undefined || plan.again.length === 0) return;
      yield* readAgain(openAgain, access, { ids: plan.again, cursor });
    },
    readItems: openAgain === undefined ? null : (access, ids) => readItems(openAgain, access, ids),
    probe: (access) => connector.probe({ ...access, settings }),
    findGone: findGone === undefined ? null : (access, externalIds) => findGone({ ...access, settings }, externalIds),
  };
}

async function toReadPage<Settings, Item>(
  connector: Connector<Settings, Item>,
  settings: Settings,
  { items, ...page }: SourcePage<Item>,
): Promise<ReadPage> {
  const conversations: FetchedConversation[] = [];
  const malformed: Malformed[] = [...page.malformed];
  for (const item of items) {
    try {
      conversations.push(...connector.toConversations(item, settings));
    } catch (error) {
      malformed.push({ item: connector.itemId(item), reason: reasonOf(error) });
    }
  }
  const events = page.events === undefined ? {} : { events: await redactedEvents(page.events) };
  return { ...page, ...events, conversations, malformed };
}

/** Imported late: whoever only shows the list of connectors should not wait for the rules of redaction. */
async function redactedEvents(events: readonly EventInput[]): Promise<readonly EventInput[]> {
  const { redactedEvent } = await import('../events/event-label.ts');
  return events.map(redactedEvent);
}

/** Why an item could not be read, for people: never with a word of it. */
export function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return `${error.issues[0]?.path.join('.') ?? ''}: ${error.issues[0]?.message ?? 'is not valid'}`;
  if (error instanceof AppError) return error.message;
  return `cannot be read (${error instanceof Error ? error.name : 'unknown error'})`;
}

/** Reads a cursor back. Throws `invalid`: a cursor that cannot be read must stop the run, because starting over would hide it. */
export function parseCursor<State>(schema: z.ZodType<State>, cursor: string): State {
  try {
    return schema.parse(JSON.parse(cursor));
  } catch {
    throw new AppError('invalid', 'the place where the last run stopped cannot be read; reset the source to read it from the beginning');
  }
}
