// Passwords stated ahead of their name: "I use ... as my password".
import { phraseSource, wordsOf } from './context.ts';
import type { Detector, Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const names = wordsOf('password').filter((word) => word !== 'pass' && word !== '用');
const link = phraseSource(
  'as, for, is, was, als, ist, war, comme, est, pour, como, es, era, para, come, è, é, как, в качестве, это, を, が, は, 를, 을, 가, 이, 当, 當, 当作, 當作, 作为, 作為, 是, 就是, 做, 当成'.split(
    ', ',
  ),
);
const owner = phraseSource(
  'my, the, a, our, mein, meine, das, mon, ma, le, la, mi, el, tu, il, mio, minha, a minha, мой, 我的, 登录, 登入, 私の, 내, 제'.split(
    ', ',
  ),
);
const value = '[\\x21-\\x7e]{6,64}';
// The value has to touch the link and the link the name; everything but the value has a fixed number of parts.
const stated = new RegExp(
  `(?<![\\x21-\\x7e])["'(]{0,2}(${value}?)["')]{0,2}[ ]{0,2}${link}(?:[ ]?${owner}){0,2}[ ]?${phraseSource(names)}`,
  'g',
);
const ordinaryForm = /^v?\d+(?:\.\d+)+|^[a-z]+-\d+$|^https?:|^www\.|@.*\./i;

function isPassword(raw: string): boolean {
  if (ordinaryForm.test(raw)) return false;
  return /^\d{6,12}$/.test(raw) || (/\d/.test(raw) && /[a-z]/i.test(raw));
}

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const match of view.folded.matchAll(stated)) {
    const raw = match[1] ?? '';
    const start = match.index + match[0].indexOf(raw);
    if (isPassword(raw)) spans.push({ kind: 'PASSWORD', start, end: start + raw.length });
  }
  return spans;
}

/** What is used "as the password": six characters at least, with a digit among them. */
export const passwordBeforeName: Detector = { name: 'password-before-name', needs: trait.password, find };
