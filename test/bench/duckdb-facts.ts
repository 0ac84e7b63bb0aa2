// The same facts in DuckDB's own tables, as small integers: the fastest form it has for them.
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { FactRecord } from '#db/model/fact-record.ts';

const tables = [
  'CREATE TABLE conversation (arrived BIGINT, issue UTINYINT, mood UTINYINT, score SMALLINT, channel UTINYINT, category UTINYINT, language UTINYINT, team UTINYINT)',
  'CREATE TABLE wait (arrived BIGINT, ended BIGINT, due BIGINT, state UTINYINT, is_first BOOLEAN, channel UTINYINT, category UTINYINT, language UTINYINT, team UTINYINT)',
  'CREATE TABLE episode (opened BIGINT, solved BIGINT, reopened BOOLEAN, channel UTINYINT, category UTINYINT, language UTINYINT, team UTINYINT)',
  'CREATE TABLE rating (arrived BIGINT, rated BIGINT, good BOOLEAN, channel UTINYINT, category UTINYINT, language UTINYINT, team UTINYINT)',
] as const;

/** 0 answered, 1 open, 2 closed without an answer. */
const stateCodes: Readonly<Record<string, number>> = { answered: 0, open: 1, closed_unanswered: 2 };

/** Null where there is none: abstained and never scored. */
const moodCodes: Readonly<Record<string, number>> = { neg: 0, neu: 1, pos: 2 };

export type DuckFacts = { readonly connection: DuckDBConnection; add(record: FactRecord): void; finish(): void };

function codeOf(name: string | null): number {
  return Number(name?.slice(name.lastIndexOf('-') + 1) ?? 0);
}

function appendInstant(appender: DuckDBAppender, at: number | null): void {
  if (at === null) appender.appendNull();
  else appender.appendBigInt(BigInt(at));
}

function appendSmall(appender: DuckDBAppender, value: number | null): void {
  if (value === null) appender.appendNull();
  else appender.appendUTinyInt(value);
}

function appendDimensions(appender: DuckDBAppender, record: FactRecord): void {
  for (const name of [record.channel, record.category, record.language, record.team]) appender.appendUTinyInt(codeOf(name));
  appender.endRow();
}

export async function openDuckFacts(): Promise<DuckFacts> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const table of tables) await connection.run(table);
  const conversation = await connection.createAppender('conversation');
  const wait = await connection.createAppender('wait');
  const episode = await connection.createAppender('episode');
  const rating = await connection.createAppender('rating');
  return {
    connection,
    add(record) {
      appendInstant(conversation, record.arrivedAt);
      appendSmall(conversation, record.issue === null ? null : codeOf(record.issue));
      appendSmall(conversation, moodCodes[record.sentiment ?? ''] ?? null);
      if (record.sentimentScore === null) conversation.appendNull();
      else conversation.appendSmallInt(Math.round(record.sentimentScore * 10_000));
      appendDimensions(conversation, record);
      for (const one of record.waits) {
        appendInstant(wait, one.fromAt);
        appendInstant(wait, one.untilAt);
        appendInstant(wait, one.dueAt);
        wait.appendUTinyInt(stateCodes[one.state] ?? 1);
        wait.appendBoolean(one.ordinal === 1);
        appendDimensions(wait, record);
      }
      for (const one of record.episodes) {
        appendInstant(episode, one.openedAt);
        appendInstant(episode, one.solvedAt);
        episode.appendBoolean(one.reopened);
        appendDimensions(episode, record);
      }
      for (const one of record.ratings) {
        appendInstant(rating, record.arrivedAt);
        appendInstant(rating, one.at);
        rating.appendBoolean(one.value >= 4);
        appendDimensions(rating, record);
      }
    },
    finish() {
      for (const appender of [conversation, wait, episode, rating]) appender.closeSync();
    },
  };
}
