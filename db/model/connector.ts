// What the rooms tell each other of connectors and of the sources they read: cards, forms, probes, and the desk that runs them.
import type { Instant } from './instant.ts';

/** Words for people, in the languages of the screens that need them; others fall back to English. */
export type Said = { readonly en: string; readonly zh: string };

export const proofs = ['real server', 'official specification', 'recorded responses', 'documentation'] as const;
export type Proof = (typeof proofs)[number];

/** What people are told of a connector before they add it. */
export type ConnectorCard = {
  readonly id: string;
  readonly label: string;
  readonly reads: Said;
  /** What comes of it; left out where these are conversations. */
  readonly gives?: 'events';
  /** The least rights that are enough, spelled out for the vendor's own settings page. */
  readonly rights: Said;
  /** What it has been proven against; nothing is claimed that was not run. */
  readonly provenBy: readonly Proof[];
};

export const fieldKinds = ['text', 'long', 'secret', 'number', 'switch', 'choice'] as const;

/** A setting and the value that somebody chose for it. */
export type Choice = { readonly name: string; readonly value: string };

export type SettingField = {
  readonly name: string;
  readonly label: Said;
  readonly help: Said | null;
  readonly placeholder: string | null;
  readonly kind: (typeof fieldKinds)[number];
  readonly choices: readonly string[];
  readonly isRequired: boolean;
  /** Shown, and required, only where another setting has this value; null: always shown. */
  readonly neededWith: Choice | null;
  /** What an empty field means; null where nothing is set then. */
  readonly standard: string | number | boolean | null;
};

export type ConnectorForm = ConnectorCard & {
  readonly fields: readonly SettingField[];
  readonly seesDeletions: boolean;
  /** Whether a run that was stopped goes on from its last page, or reads again from the beginning of its list. */
  readonly resumable: boolean;
};

/** What a probe saw. It reads and changes nothing. */
export type Probe = {
  /** Whom the credentials belong to, or what was found: `Acme (admin)`. Shown to people. */
  readonly found: string;
  /** What works but will not work well: a search index that is off, a right that is missing. */
  readonly warnings: readonly Said[];
};

export type Settings = Readonly<Record<string, unknown>>;

export type NewSource = {
  readonly id: string;
  readonly label: string;
  readonly connector: string;
  /** Secrets among them: they are parted and sealed before anything is stored. */
  readonly settings: Settings;
  readonly intervalMs: number;
  readonly readFrom: Instant;
};

/** `settings`: all of them anew; only a secret that is left out stays as it is. */
export type SourceChange = {
  readonly label?: string;
  readonly settings?: Settings;
  readonly intervalMs?: number;
  readonly isPaused?: boolean;
};

export type SourceProgress = {
  readonly startedAt: Instant;
  readonly fetched: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** 0 to 1 where the source tells how much there is. */
  readonly progress: number | null;
};

/** Everything that can be done with sources. Errors are AppError: `invalid` for settings, `conflict` where a source is being read. */
export type SourceDesk = {
  readonly connectors: () => readonly ConnectorForm[];
  readonly add: (source: NewSource) => Promise<void>;
  readonly change: (sourceId: string, change: SourceChange) => Promise<void>;
  /** Tries settings without storing them. With `sourceId`, secrets that are left out are those of that source. */
  readonly test: (connector: string, settings: Settings, sourceId: string | null) => Promise<Probe>;
  /** Begins to read a source now, or a window of it; resolves when it has begun. */
  readonly begin: (sourceId: string, window: { readonly from: Instant; readonly to: Instant } | null) => Promise<void>;
  /**
   * Begins to read what a dead letter stands for: the item alone where the source can be asked for it, else everything from the day before
   * the letter up to now, for there the item is. Resolves when it has begun. `not_found` for a letter that is not open.
   */
  readonly retry: (letterId: number) => Promise<'item' | 'window'>;
  /** Forgets where the last run stopped, so that the next reads from the beginning. */
  readonly reset: (sourceId: string) => Promise<void>;
  /** What is being read now, by source. */
  readonly running: () => ReadonlyMap<string, SourceProgress>;
  readonly budgetOf: (sourceId: string) => { readonly left: number; readonly perMinute: number } | null;
};
