// Reads a taxonomy from a file that people write, JSON or YAML: everything that is wrong with it, by line, place and reason.
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import { AppError } from '#db/model/errors.ts';
import type { TaxonomyFault } from '#db/model/taxonomy-change.ts';
import { type Fault, faultsOf, type Taxonomy, taxonomyShape } from './taxonomy.ts';

/** A taxonomy and no faults, or faults and none. */
export type ReadTaxonomy =
  | { readonly taxonomy: Taxonomy; readonly faults: readonly [] }
  | { readonly taxonomy: null; readonly faults: readonly TaxonomyFault[] };

const mostFaults = 100;
const mostCharacters = 5_000_000;

export function readTaxonomy(text: string): ReadTaxonomy {
  if (text.length > mostCharacters) return failed([{ line: 1, place: null, reason: `is longer than ${mostCharacters} characters` }]);
  const lines = new LineCounter();
  // JSON is YAML too, so that one reader serves both and knows the line of everything.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    return failed(document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), place: null, reason: message })));
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  const toFault = ({ path, reason }: Fault): TaxonomyFault => ({
    line: lineAt(offsetOf(document, path)),
    place: placeOf(value, path),
    reason,
  });
  const parsed = taxonomyShape.safeParse(value);
  if (!parsed.success) {
    return failed(
      parsed.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => toFault({ path: [...issue.path, key], reason: 'is not known here' }))
          : [toFault({ path: issue.path, reason: inWords(issue.message) })],
      ),
    );
  }
  const faults = faultsOf(parsed.data);
  return faults.length > 0 ? failed(faults.map(toFault)) : { taxonomy: parsed.data, faults: [] };
}

/** As `readTaxonomy`; throws `invalid` with the file's name and its first fault. */
export function parseTaxonomy(text: string, fileName: string): Taxonomy {
  const { taxonomy, faults } = readTaxonomy(text);
  if (taxonomy !== null) return taxonomy;
  const [first] = faults;
  throw new AppError('invalid', `taxonomy ${fileName}, ${first === undefined ? 'cannot be read' : faultText(first)}`);
}

/** `line 3: leaf "late", names: must be given ...`. */
export function faultText({ line, place, reason }: TaxonomyFault): string {
  return `line ${line}: ${place === null ? '' : `${place}: `}${reason}`;
}

function failed(faults: readonly TaxonomyFault[]): ReadTaxonomy {
  return { taxonomy: null, faults: faults.toSorted((a, b) => a.line - b.line).slice(0, mostFaults) };
}

function inWords(message: string): string {
  return message.replace(/^Invalid input: expected (\w+), received undefined$/, 'is missing').replace(/^Invalid input: /, '');
}

/** Where the deepest part of a path that exists begins. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    // The key and not its value, which may begin a line further down.
    const parent: unknown = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    const key = isMap(parent)
      ? parent.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === path[length - 1])?.key
      : null;
    const found = isNode(key) ? key : node;
    if (isNode(found) && found.range) return found.range[0];
  }
  return 0;
}

function placeOf(value: unknown, path: readonly PropertyKey[]): string | null {
  const [list, index, ...rest] = path;
  const isEntry = (list === 'leaves' || list === 'groups') && typeof index === 'number';
  if (!isEntry) return path.length === 0 ? null : path.join(', ');
  const entries: unknown = typeof value === 'object' && value !== null && list in value ? Reflect.get(value, list) : null;
  const entry: unknown = Array.isArray(entries) ? entries[index] : null;
  const id: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'id') : null;
  const what = list === 'leaves' ? 'leaf' : 'group';
  const places = rest.map((part) => (typeof part === 'number' ? `number ${part + 1}` : String(part)));
  return [`${what} ${typeof id === 'string' ? `"${id}"` : `number ${index + 1}`}`, ...places].join(', ');
}
