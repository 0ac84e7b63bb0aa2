// The question of an issue as customers put it, by language: whole messages, and the sentence in them that asks.
import type { FaqQuestion } from '#db/store/faq-threads.ts';

export type AskedIn = {
  readonly language: string;
  /** How many of the messages that were read are in this language. */
  readonly read: number;
  readonly quotes: readonly { readonly conversationId: number; readonly text: string }[];
  /** What may stand as the question of the FAQ until somebody words it better. */
  readonly proposed: string;
};

const mostQuotes = 3;
const mostLanguages = 8;
const quoteLength = { least: 12, most: 400 } as const;
const mostQuestion = 160;

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter((sentence) => sentence.length >= quoteLength.least / 2);
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** The first sentence that ends with a question mark, else the first sentence; of the first messages that have any. */
function proposedOf(texts: readonly string[]): string {
  const sentences = texts.map(sentencesOf);
  const asking = sentences.flat().find((sentence) => /[?？]$/.test(sentence) && sentence.length <= mostQuestion);
  return shortened(asking ?? sentences.flat()[0] ?? texts[0] ?? '', mostQuestion);
}

/** Languages by how much they ask; messages come nearest to the middle of the issue first, and no two quotes begin alike. */
export function customerQuestions(questions: readonly FaqQuestion[]): AskedIn[] {
  const byLanguage = new Map<string, FaqQuestion[]>();
  for (const question of questions) byLanguage.set(question.language, [...(byLanguage.get(question.language) ?? []), question]);
  return [...byLanguage]
    .filter(([language]) => language !== 'und')
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostLanguages)
    .map(([language, own]) => {
      const fitting = own.filter(({ body }) => body.length >= quoteLength.least && body.length <= quoteLength.most);
      const seen = new Set<string>();
      const quotes = (fitting.length > 0 ? fitting : own)
        .filter(({ body }) => {
          const begin = body.slice(0, 24).toLowerCase();
          const isNew = !seen.has(begin);
          seen.add(begin);
          return isNew;
        })
        .slice(0, mostQuotes)
        .map(({ conversationId, body }) => ({ conversationId, text: shortened(body.trim(), quoteLength.most) }));
      return { language, read: own.length, quotes, proposed: proposedOf(quotes.map(({ text }) => text)) };
    });
}
