// Ticket numbers that a text names, so that a complaint elsewhere finds the request that it speaks of.

const prefixed = /(?<![\p{L}\p{N}])([A-Za-z]{1,6}-\d{4,12})(?![\p{L}\p{N}-])/gu;
const spoken =
  /(?:ticket|case|request|reference|ref|vorgang|vorgangsnummer|anfrage|dossier|demande|référence|工单|編號|编号|单号|受理号|案件)(?:\s*(?:number|no|nr|id|numéro|n|号|號))?[\s.:：#°º]{0,4}(\d{4,12})(?!\d)/giu;
const hashed = /(?<![\p{L}\p{N}&])#(\d{4,12})(?!\d)/gu;

/** No complaint names more tickets than this; a list of numbers is something else. */
export const mostNumbers = 5;

/** Each number once, in lower case, in the order of the text; plain numbers only where the text calls them a ticket. */
export function ticketNumbers(text: string): readonly string[] {
  const found = [prefixed, spoken, hashed].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => (match[1] === undefined ? [] : [{ at: match.index, number: match[1].toLowerCase() }])),
  );
  return [...new Set(found.toSorted((a, b) => a.at - b.at).map(({ number }) => number))].slice(0, mostNumbers);
}
