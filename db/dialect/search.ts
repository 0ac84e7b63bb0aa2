// The full-text index of either database over the terms that db/store/search-terms.ts makes.
import { type SQL, sql } from 'drizzle-orm';
import type { DocumentTerms, QueryTerm } from '../store/search-terms.ts';
import type { Db } from './db.ts';

/** `place` of a conversation, and what it is found by. */
export type SearchEntry = { readonly place: number; readonly document: DocumentTerms };

/** Joins the index to `conversation`: only rows that match stay. Bounds and order on `place` are those that need no sorting. */
export type SearchJoin = { readonly table: SQL; readonly on: SQL; readonly place: SQL };

/** Puts entries in and takes places out; an entry whose place is taken has to be among those taken out. */
export async function changeSearch(tx: Db, entries: readonly SearchEntry[], removedPlaces: readonly number[]): Promise<void> {
  const removed = [...removedPlaces].sort((a, b) => a - b);
  // FTS5 writes what it has gathered to the file whenever a row id is smaller than the last one, so the order matters there.
  const added = [...entries].sort((a, b) => a.place - b.place);
  if (tx.dialect === 'sqlite') {
    for (const place of removed) await tx.execute('', 'delete from conversation_search where rowid = ?', [place]);
    for (const { place, document } of added) {
      await tx.execute('', 'insert into conversation_search (rowid, terms) values (?, ?)', [place, document.terms.join(' ')]);
    }
    return;
  }
  if (removed.length > 0) await tx.run(sql`delete from conversation_search where place = any(${sql.param(removed)}::bigint[])`);
  if (added.length === 0) return;
  const rows = added.map(({ place, document }) => ({ place, terms: [...new Set(document.terms)], pairs: inOrder(document.pairs) }));
  await tx.run(sql`
    insert into conversation_search (place, terms, pairs)
    select place, array_to_tsvector(terms), pairs
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (place bigint, terms text[], pairs text)`);
}

/** Takes the conversations of a source out; to be called while they are still in their table. */
export async function removeSearchOfSource(tx: Db, sourceId: string): Promise<void> {
  const column = sql.raw(tx.dialect === 'sqlite' ? 'rowid' : 'place');
  await tx.run(sql`delete from conversation_search where ${column} in (select place from conversation where source_id = ${sourceId})`);
}

/** The join for a query of at least one term. Terms hold letters and digits only, so no query is ever read as a search language. */
export function searchJoin(db: Db, terms: readonly QueryTerm[]): SearchJoin {
  const { conversation } = db.tables;
  if (db.dialect === 'sqlite') {
    return {
      table: sql`conversation_search`,
      on: sql`conversation_search match ${terms.map(toFtsTerm).join(' AND ')} and ${conversation.place} = conversation_search.rowid`,
      place: sql`conversation_search.rowid`,
    };
  }
  const neighbours = terms.flatMap((term) =>
    term.kind === 'pairs' && term.pairs.length > 1 ? [sql` and strpos(conversation_search.pairs, ${inOrder(term.pairs)}) > 0`] : [],
  );
  const lexemes = terms.flatMap(toLexemes).join(' & ');
  return {
    table: sql`conversation_search`,
    on: sql`conversation_search.terms @@ ${lexemes}::tsquery and ${conversation.place} = conversation_search.place${sql.join(neighbours)}`,
    place: sql`${conversation.place}`,
  };
}

/** The join for any of several queries; on PostgreSQL the order of pairs is not looked at, so that more may match. */
export function searchAnyJoin(db: Db, queries: readonly (readonly QueryTerm[])[]): Pick<SearchJoin, 'table' | 'on'> {
  const { conversation } = db.tables;
  if (db.dialect === 'sqlite') {
    const match = queries.map((terms) => `(${terms.map(toFtsTerm).join(' AND ')})`).join(' OR ');
    return {
      table: sql`conversation_search`,
      on: sql`conversation_search match ${match} and ${conversation.place} = conversation_search.rowid`,
    };
  }
  const lexemes = queries.map((terms) => `(${terms.flatMap(toLexemes).join(' & ')})`).join(' | ');
  return {
    table: sql`conversation_search`,
    on: sql`conversation_search.terms @@ ${lexemes}::tsquery and ${conversation.place} = conversation_search.place`,
  };
}

function toFtsTerm(term: QueryTerm): string {
  if (term.kind === 'pairs') return `"${term.pairs.join(' ')}"`;
  return term.isPrefix ? `"${term.text}" *` : `"${term.text}"`;
}

function toLexemes(term: QueryTerm): string[] {
  if (term.kind === 'pairs') return term.pairs.map((pair) => `'${pair}'`);
  return [term.isPrefix ? `'${term.text}':*` : `'${term.text}'`];
}

/** A space before and behind each pair, so that none is found inside another. */
function inOrder(pairs: readonly string[]): string {
  return pairs.length === 0 ? '' : ` ${pairs.join(' ')} `;
}
