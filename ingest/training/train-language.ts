// Trains the shipped language model: node --import tsx ingest/training/train-language.ts [--data ../shared/data] [--parts learn,tune]
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { packLanguageModel } from '../stages/language-model.ts';
import { unpackLanguagePieces } from '../stages/language-pieces.ts';
import { modelLanguages, openExampleDraw, ownPhrases } from './language-examples.ts';
import { partOf, readLanguageTexts } from './language-texts.ts';
import { trainLanguageModel } from './language-trainer.ts';

const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, parts: { type: 'string', default: 'learn,tune' } },
});

const folder = new URL('../models/language/', import.meta.url);
const pieces = unpackLanguagePieces(await readFile(new URL('pieces.bin', folder)));
const parts = options.parts.split(',');
const texts = (await readLanguageTexts(options.data)).filter(
  ({ language, text }) => modelLanguages.includes(language) && parts.includes(partOf(text)),
);
const version = createHash('sha256')
  .update(JSON.stringify([texts, modelLanguages.map(ownPhrases)]))
  .digest('hex')
  .slice(0, 8);
const model = trainLanguageModel(openExampleDraw(texts, pieces, 7), pieces, version);
const packed = packLanguageModel(model);
await writeFile(new URL('weights.bin', folder), packed);
process.stdout.write(`${texts.length} texts, weights ${(packed.length / 1e6).toFixed(2)} MB, version ${version}\n`);
