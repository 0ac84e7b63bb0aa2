// Weak passwords: long enough, yet among the first that anybody would try.
import { AppError } from '#db/model/errors.ts';

/** What people reach for first, in the languages of our screens; digits and signs around them add little. */
const favourites = [
  'password',
  'passwort',
  'motdepasse',
  'contrasena',
  'parol',
  'mima',
  'qwertyuiop',
  'qwerty',
  'azerty',
  'asdfghjkl',
  'zxcvbnm',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
  'administrator',
  'support',
  'huiyin',
  'changeme',
  'secret',
  'dragon',
  'monkey',
  'football',
  'sunshine',
  'princess',
  '密码',
];

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];

/** How many letters are left once favourites, the own address and everything but letters is taken out. */
function remainder(password: string, email: string): string {
  const own = email
    .toLowerCase()
    .split(/[@.+_-]/)
    .filter((part) => part.length >= 4);
  const plain = password.toLowerCase().normalize('NFKC');
  const without = [...favourites, ...own].sort((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, ''), plain);
  return without.replaceAll(/[\d\s\p{P}\p{S}]/gu, '');
}

/** True where the whole is a walk along a row of keys or the alphabet, forwards or back, perhaps repeated. */
function isWalk(password: string): boolean {
  const plain = password.toLowerCase();
  const reversed = [...plain].reverse().join('');
  return rows.some((row) => [plain, reversed].some((text) => row.repeat(6).includes(text)));
}

/**
 * Why a password is too easy to guess; null where it is not. Made for passwords of twelve characters and more:
 * few different characters, walks along the keyboard, and favourites with digits around them.
 */
export function weakness(password: string, email: string): string | null {
  if (new Set(password).size < 5) return 'has too few different characters';
  if (isWalk(password)) return 'is a walk along the keyboard or the alphabet';
  const hasFavourite =
    remainder(password, email).length < remainder(password, '').length || favourites.some((word) => password.toLowerCase().includes(word));
  if (hasFavourite && remainder(password, email).length < 5) return 'is among the first that anybody would try';
  return null;
}

/** Throws `invalid` for a weak password; the message does not repeat it. */
export function checkPassword(password: string, email: string): void {
  const reason = weakness(password, email);
  if (reason !== null) throw new AppError('invalid', `password: ${reason}`);
}
