// Profiles: each combination that occurs of what is told of a conversation as a whole, under one number.
import { quietRung } from '#db/facts/complaint-rung.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import type { Dimension } from '#db/model/metric.ts';
import { Dictionary } from './dictionary.ts';
import { grown } from './grown.ts';

/**
 * The dimensions that belong to a conversation as a whole. `agent` differs from wait to wait and is a column of its own; `urgency` moves
 * with the instant of the report.
 */
export const profileDimensions = [
  'channel',
  'category',
  'language',
  'team',
  'source',
  'country',
  'sentiment',
  'risk',
  'issue',
  'complaint',
] as const satisfies readonly Dimension[];
export type ProfileDimension = (typeof profileDimensions)[number];

/** The dimensions as a fact record names them. */
export type Profile = Readonly<Record<Exclude<ProfileDimension, 'source' | 'complaint'>, string | null>> &
  Pick<FactRecord, 'sourceId' | 'channel' | 'complaint'>;

/** Profile 0 belongs to rows that were replaced: no filter lets it through. */
export const gone = 0;

/** One column of profile numbers answers a filter on any combination of dimensions with one table look-up a row. */
export class Profiles {
  size = 1;
  readonly dictionaries: Readonly<Record<ProfileDimension, Dictionary>> = {
    channel: new Dictionary(),
    category: new Dictionary(),
    language: new Dictionary(),
    team: new Dictionary(),
    source: new Dictionary(),
    country: new Dictionary(),
    sentiment: new Dictionary(),
    risk: new Dictionary(),
    issue: new Dictionary(),
    complaint: new Dictionary(),
  };
  /** For each dimension, the value code of each profile. */
  private readonly codes: Record<ProfileDimension, Int32Array> = {
    channel: new Int32Array(64),
    category: new Int32Array(64),
    language: new Int32Array(64),
    team: new Int32Array(64),
    source: new Int32Array(64),
    country: new Int32Array(64),
    sentiment: new Int32Array(64),
    risk: new Int32Array(64),
    issue: new Int32Array(64),
    complaint: new Int32Array(64),
  };
  private known: Map<string, number> | null = new Map<string, number>();
  private readonly quiet = new Map<string, string>();

  numberOf(profile: Profile): number {
    const { channel, category, language, team, source, country, sentiment, risk, issue, complaint } = this.dictionaries;
    const codes = [
      channel.codeOf(profile.channel),
      category.codeOf(profile.category),
      language.codeOf(profile.language),
      team.codeOf(profile.team),
      source.codeOf(profile.sourceId),
      country.codeOf(profile.country),
      sentiment.codeOf(profile.sentiment),
      risk.codeOf(profile.risk),
      issue.codeOf(profile.issue),
      complaint.codeOf(this.rungOf(profile)),
    ];
    const key = codes.join(',');
    const known = this.numbers();
    const found = known.get(key);
    if (found !== undefined) return found;
    const number = this.size;
    this.size += 1;
    for (const [position, dimension] of profileDimensions.entries()) {
      const column = grown(this.codes[dimension], this.size);
      column[number] = codes[position] ?? 0;
      this.codes[dimension] = column;
    }
    known.set(key, number);
    return number;
  }

  private rungOf({ channel, complaint }: Profile): string {
    if (complaint !== undefined) return complaint.rung;
    // Asked once a channel: its kind is read from its name, and there are a million conversations.
    const known = this.quiet.get(channel) ?? quietRung(channel);
    this.quiet.set(channel, known);
    return known;
  }

  /** Takes up profiles that were saved where there are none yet: in the order of the dimensions, the value code of each. */
  restore(size: number, codes: readonly Int32Array[]): void {
    this.size = size;
    for (const [position, dimension] of profileDimensions.entries()) this.codes[dimension] = codes[position] ?? new Int32Array(size);
    this.known = null;
  }

  /** The numbers by their codes: of restored profiles worked out when the first conversation after them comes. */
  private numbers(): Map<string, number> {
    if (this.known !== null) return this.known;
    const columns = profileDimensions.map((dimension) => this.codes[dimension]);
    const known = new Map<string, number>();
    for (let number = 1; number < this.size; number += 1) known.set(columns.map((column) => column[number] ?? 0).join(','), number);
    this.known = known;
    return known;
  }

  /** Value codes by profile number; entries from `size` on mean nothing. */
  codesOf(dimension: ProfileDimension): Int32Array {
    return this.codes[dimension];
  }

  nameOf(dimension: ProfileDimension, profile: number): string {
    return this.dictionaries[dimension].nameOf(this.codes[dimension][profile] ?? 0);
  }
}
