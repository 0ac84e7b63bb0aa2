// The screen in English, and the shape that every other screen language has to fill.
import { firstWords } from './en-first.ts';
import { pageWords } from './en-pages.ts';

export const words = { ...firstWords, ...pageWords };
