// Whether a reply was in the language of the customer.

function isUnknown(language: string): boolean {
  return language === '' || language === 'und';
}

/**
 * Compares two BCP 47 tags by their language, and by their script where both name one: zh-Hant is not answered by zh-Hans,
 * while a plain `zh`, which is what a text too short to tell the script gets, matches both. Regions do not matter.
 * Null where either language is unknown.
 */
export function languageMatch(customer: string, reply: string): boolean | null {
  if (isUnknown(customer) || isUnknown(reply)) return null;
  const [askedLanguage, ...askedParts] = customer.toLowerCase().split('-');
  const [givenLanguage, ...givenParts] = reply.toLowerCase().split('-');
  if (askedLanguage !== givenLanguage) return false;
  const askedScript = askedParts.find((part) => part.length === 4);
  const givenScript = givenParts.find((part) => part.length === 4);
  return askedScript === undefined || givenScript === undefined || askedScript === givenScript;
}
