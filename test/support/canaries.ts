// Canaries: secrets that are put in at a door, and looked for in everything that is left behind.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { openRandom } from '#test/fixtures/redaction/random.ts';
import { cardNumber, hexKeyText, seedWords, wif } from '#test/fixtures/redaction/secrets.ts';

const random = openRandom(4711);
const phrase = seedWords(random, 'english', 12).join(' ');
/** One secret of each of the classes that are put in at every door. */
export const canaries = {
  phrase,
  'hex key': hexKeyText(random).replace(/^0x/, ''),
  'wallet key': wif(random),
  card: cardNumber(random).replace(/\D/g, ''),
  email: 'canary.bird77@example.org',
  phone: '+49 171 2345677',
} as const satisfies Readonly<Record<string, string>>;

/** Every file below a folder, joined: the database with its log and search index, reports, keys. */
export function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile())
    .map((name) => `${name}\n${readFileSync(name, 'latin1')}`)
    .join('\n');
}

/** The ways in which a canary could have been kept: as it is, in small letters, without spaces, in base64 at any alignment. */
function formsOf(canary: string): readonly string[] {
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.from(`${' '.repeat(shift)}${canary}`)
      .toString('base64')
      .slice(4, -4),
  );
  return [canary, canary.toLowerCase(), canary.replace(/\s/g, ''), ...encoded];
}

/** Names of the canaries that a text holds in any of their forms. */
export function canariesIn(haystack: string): readonly string[] {
  const texts = [haystack, haystack.toLowerCase(), haystack.replace(/\s/g, '')];
  return Object.entries(canaries)
    .filter(([, canary]) => formsOf(canary).some((form) => texts.some((text) => text.includes(form))))
    .map(([name]) => name);
}
