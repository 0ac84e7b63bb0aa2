// E-mail addresses in disguise: "name at host dot com", (at), # and 艾特.
import { parse } from 'tldts';
import { textLanguages } from '#ingest/languages/index.ts';
import { contexts, foldPhrase, hasAny, phraseSource, wordsOf } from './context.ts';
import { type Detector, isInUrl, isNear, none, type Span } from './detector.ts';
import { isMailHost } from './email-hosts.ts';
import { signsForAt } from './hints.ts';
import type { Stretch, TextView } from './text-view.ts';
import { trait } from './traits.ts';

// What stands for "@", and with it what may stand for ".". A plain word asks for a plain word of the same language: "meet me at example.com" is
// no address, and neither is "at this point in time".
const bracketedDot = '[ ]?[\\[({<][ ]?(?:dot|d|punkt|point|punto|ponto|\\.)[ ]?[\\])}>][ ]?';
const anyDot = `(?:[ ]?\\.[ ]?|${bracketedDot}|[ ]${phraseSource(wordsOf('dot'))}[ ]|[ ]?[点點][ ]?)`;
const label = '[a-z0-9][a-z0-9-]{0,40}';

function hostPattern(dot: string): RegExp {
  return new RegExp(`${label}(?:${dot}${label}){1,3}`, 'y');
}

type Form = { readonly mark: RegExp; readonly hints: readonly string[]; readonly host: RegExp; readonly needsMailHost: boolean };

const forms: readonly Form[] = [
  {
    mark: /[ ]?[[({<][ ]?(?:at|a|ät|arobase|arroba|chiocciola|@)[ ]?[\])}>][ ]?/g,
    hints: ['(', '[', '{', '<'],
    host: hostPattern(anyDot),
    needsMailHost: false,
  },
  {
    mark: new RegExp(`[ ]?(?:${signsForAt.join('|')})[ ]?`, 'g'),
    hints: signsForAt,
    host: hostPattern(anyDot),
    needsMailHost: false,
  },
  ...textLanguages.map((language) => ({
    mark: new RegExp(`[ ]${phraseSource(language.secrets.at)}[ ]`, 'g'),
    hints: language.secrets.at.map((word) => ` ${foldPhrase(word)} `),
    host: hostPattern(`(?:[ ]${phraseSource(language.secrets.dot)}[ ]|${bracketedDot})`),
    needsMailHost: false,
  })),
  { mark: /[ ]?[@#][ ]?/g, hints: ['@', '#'], host: hostPattern(anyDot), needsMailHost: true },
];

const local = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,40}$/;
const dotMark = new RegExp(anyDot, 'g');

// "only at Target dot com": where the name is an ordinary word, it is a shop and not a mailbox.
const ordinary: ReadonlySet<string> = new Set(
  'only look up shop buy order sale now app me us it sold found available online deals is are was'.split(' '),
);

function hostOf(written: string): string {
  return written.replace(dotMark, '.');
}

// No public suffix has fewer than two letters.
const hasSuffix = /\.[^.]{2}/;

/** The part of a written host that ends in a public suffix, null where none does: the words behind the address are not part of it. */
function trimmed(written: string): string | null {
  if (!hasSuffix.test(hostOf(written))) return null;
  let candidate = written;
  for (let tries = 0; tries < 4; tries++) {
    const parsed = parse(hostOf(candidate));
    if (parsed.isIcann === true && parsed.domain !== null) return candidate;
    const marks = [...candidate.matchAll(dotMark)];
    const last = marks.at(-1);
    if (last === undefined || marks.length < 2) return null;
    candidate = candidate.slice(0, last.index);
  }
  return null;
}

function addressAt(view: TextView, text: string, form: Form, mark: Stretch): Span | null {
  const { start: markStart, end: markEnd } = mark;
  // A sticky pattern keeps its place in lastIndex, so each call sets it first.
  form.host.lastIndex = markEnd;
  const written = form.host.exec(text)?.[0];
  const host = written === undefined ? null : trimmed(written);
  if (host === null) return null;
  const name = local.exec(text.slice(Math.max(0, markStart - 42), markStart))?.[0];
  if (name === undefined || ordinary.has(name)) return null;
  const span: Span = { kind: 'EMAIL', start: markStart - name.length, end: markEnd + host.length };
  const isMail = !form.needsMailHost || isMailHost(hostOf(host)) || isNear(view, span.start, span.end, 20, contexts.email);
  return isMail && !(form.needsMailHost && isInUrl(view, span.start)) ? span : null;
}

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  // "собака" is spelled in letters that also pass for Latin ones, so both readings are looked at where they differ.
  for (const text of view.folded === view.latinFolded ? [view.folded] : [view.folded, view.latinFolded]) {
    for (const form of forms) {
      if (!hasAny(text, form.hints)) continue;
      for (const match of text.matchAll(form.mark)) {
        const span = addressAt(view, text, form, { start: match.index, end: match.index + match[0].length });
        if (span !== null) spans.push(span);
      }
    }
  }
  return spans.length === 0 ? none : spans;
}

/** Spelled-out and bracketed forms whose host ends in a public suffix. */
export const emailSpelled: Detector = { name: 'email-spelled', needs: trait.at, find };
