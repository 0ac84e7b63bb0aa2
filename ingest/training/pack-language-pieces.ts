// Packs the n-gram tables of eld for the languages that share a script: node --import tsx ingest/training/pack-language-pieces.ts
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { packLanguagePieces, pieceHash } from '../stages/language-pieces.ts';

/** Languages of the other scripts are told by their script alone. */
const kept =
  'az ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro sk sl sq sv tl tr vi be bg ru sr uk ar fa ku ur hi mr'.split(' ');

const tablesShape = z.object({
  languages: z.record(z.string(), z.string()),
  ngrams: z.record(z.string(), z.record(z.string(), z.number().int().min(0).max(255))),
});

// The tables are no entry of the package, only files of it.
const folder = path.join(path.dirname(fileURLToPath(import.meta.resolve('eld'))), '..');
const read: { readonly ngramsData: unknown } = await import(path.join(folder, 'ngrams', 'large.js'));
const { dictionary }: { readonly dictionary: readonly string[] } = await import(path.join(folder, 'dictionary.js'));
const { languages, ngrams } = tablesShape.parse(read.ngramsData);

// eld writes each byte of UTF-8 as one character of its own dictionary; a space is a space.
const byteOf = new Map(dictionary.flatMap((character, byte): [string, number][] => (character === ' ' ? [] : [[character, byte]])));

const entries = Object.entries(ngrams).flatMap(([piece, scores]) => {
  const bytes = Array.from(piece, (character) => (character === ' ' ? 0x20 : byteOf.get(character)));
  const known = bytes.flatMap((byte) => byte ?? []);
  const votes = Object.entries(scores).flatMap(([id, score]) => {
    const language = kept.indexOf(languages[id] ?? '');
    return language < 0 ? [] : [{ language, score }];
  });
  return votes.length === 0 || known.length < bytes.length ? [] : [{ hash: pieceHash(known, 0, known.length), votes }];
});
const packed = packLanguagePieces(kept, entries);
await writeFile(new URL('../models/language/pieces.bin', import.meta.url), packed);
process.stdout.write(`${entries.length} pieces of ${kept.length} languages, ${(packed.length / 1e6).toFixed(2)} MB\n`);
