// The reader's thread: reads English texts, and loads what it needs for that with the first of them.
import { answerCrew } from '#api/engine/answer-crew.ts';
import type { Reading } from './english-reading.ts';
import { openReadingHere } from './reader.ts';

const reader = openReadingHere();
answerCrew<readonly string[], readonly Reading[]>('reader', (texts) => reader.read(texts));
