// The spelling in which words of feeling are compared: small letters without accents, Arabic ones without their variants.

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * Accents, the form of an apostrophe, and how hamza, ta marbuta and alif maqsura are written do not count. German umlauts are two letters,
 * as many write them: without their dots they are other words.
 */
export function foldFelt(text: string, language: string): string {
  const small = text.toLowerCase().normalize('NFC');
  return (language === 'de' ? small.replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter) : small)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي');
}
