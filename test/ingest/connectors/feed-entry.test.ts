// The entries of feeds: a corpus of odd feeds with what each must give, character sets, times, and what is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFeedDate } from '#ingest/connectors/feed-date.ts';
import { entryText, type FeedEntry, parseFeedText } from '#ingest/connectors/feed-entry.ts';
import { decodeXml } from '#ingest/connectors/feed-text.ts';
import { hasSharedAnswers, sharedBytes, sharedNames } from '#test/support/shared-answers.ts';
import { virtualStart } from '#test/support/virtual-http.ts';

const folder = 'fixtures/rss';
const names = sharedNames(folder).filter((name) => name.startsWith('feedparser.'));
const surroundings = { base: 'http://127.0.0.1:8097/feed.xml', now: virtualStart };

/** The file with what its first comment says of it. */
function open(name: string) {
  const bytes = sharedBytes(`${folder}/${name}`);
  const [comment = ''] = /<!--[\s\S]*?-->/.exec(bytes.toString('latin1')) ?? [];
  const [, expected = ''] = /Expect:\s*([\s\S]*?)-->/.exec(comment) ?? [];
  const [, base = surroundings.base] = /Content-Location:\s*(\S+)/.exec(comment) ?? [];
  const text = decodeXml(bytes, null);
  return { text, expected: expected.replace('not bozo and', '').trim(), feed: parseFeedText(text, { ...surroundings, base }) };
}

type Told = (entry: FeedEntry) => unknown;
const body: Told = ({ html }) => (html === null ? null : entryText(html));
const time: Told = ({ at }) => (at === null ? null : new Date(at).toISOString().slice(0, 19));

// What the corpus calls it, and what we make of it. Rights, licences, enclosures and the sources of entries are not read.
const fields: Readonly<Record<string, Told>> = {
  title: ({ title }) => (title === null ? null : entryText(title)),
  summary: body,
  description: body,
  content: body,
  id: ({ id }) => id,
  link: ({ link }) => link,
  updated: time,
  updated_parsed: time,
  published_parsed: time,
  created_parsed: time,
  created: time,
};

/** `('title', 'Example')` out of `entries[0]['title'] == 'Example'`; null where the expectation is of something else. */
function expectation(text: string): readonly [field: string, value: string] | null {
  const [, field = '', quoted, tuple] =
    /entries\[0\]\['(\w+)'\](?:\[0\]\['value'\])? ?== ?(?:.* == )?(?:'(.*)'|\((.*)\))$/.exec(text) ?? [];
  if (tuple !== undefined) {
    const [year = 0, month = 0, date = 0, hours = 0, minutes = 0, seconds = 0] = tuple.split(',').map(Number);
    return [field, new Date(Date.UTC(year, month - 1, date, hours, minutes, seconds)).toISOString().slice(0, 19)];
  }
  if (quoted === undefined) return null;
  const value = quoted.replaceAll(/\\u([0-9a-f]{4})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (/updated|created|published/.test(field)) return [field, new Date(value).toISOString().slice(0, 19)];
  return [field, ['summary', 'description', 'content', 'title'].includes(field) ? decodeURI(entryText(value)) : value];
}

describe.skipIf(!hasSharedAnswers)('the corpus of odd feeds', () => {
  it.each(names)('%s is read', (name) => {
    const { text, expected, feed } = open(name);
    expect(feed.entries.every(({ id, title, html }) => [id, title, html].every((one) => one === null || one !== ''))).toBe(true);
    const told = expectation(expected);
    const read = told === null ? undefined : fields[told[0]];
    if (told === null || read === undefined) return;
    expect(text).toMatch(/<(\w+:)?(entry|item)\b/);
    const [entry] = feed.entries;
    const found = entry === undefined ? null : read(entry);
    expect(typeof found === 'string' && told[0] !== 'id' ? decodeURI(found) : found).toBe(told[1]);
  });

  it('gives every entry of it, but for three that hold nothing which a feed may hold', () => {
    const lost = names.filter((name) => /<(\w+:)?(entry|item)[\s>]/.test(open(name).text) && open(name).feed.entries.length === 0);
    expect(lost.map((name) => name.replace(/^feedparser\.wellformed\.rss\.|\.xml$/g, '')).sort()).toEqual([
      'item_dc_author_map_author_detail_name',
      'item_fullitem_mode',
      'item_xhtml_body_mode',
    ]);
  });

  it('says what is expected of a good part of it', () => {
    const told = names.map((name) => open(name)).filter(({ expected }) => fields[expectation(expected)?.[0] ?? ''] !== undefined);
    expect(told.length).toBeGreaterThanOrEqual(20);
  });

  it('gives authors and languages where they are expected', () => {
    const first = (name: string) => open(`feedparser.wellformed.${name}.xml`).feed.entries[0];
    expect(first('atom.entry_author_map_author_2')?.author).toBe('http://example.com/');
    expect(first('atom10.entry_author_name')?.author).toBe('me@example.com');
    expect(first('rss.item_author_map_author_detail_name')?.author).toBe('me@example.com');
    expect(first('lang.entry_summary_xml_lang')?.language).toBe('en');
    expect(first('lang.entry_title_xml_lang_inherit')?.language).toBe('en');
    expect(first('base.entry_content_xml_base_inherit_2')?.html).toContain('href="http://example.com/test/test.html"');
  });

  it.each([
    ['big5', 'Big5'],
    ['euckr', 'EUC-KR'],
    ['koi8r', 'KOI8-R'],
  ])('recognises %s, which nothing declares', (name, encoding) => {
    const bytes = sharedBytes(`${folder}/feedparser.illformed.chardet.${name}.xml`);
    expect(decodeXml(bytes, null)).toBe(new TextDecoder(encoding).decode(bytes));
  });

  it('reads undeclared Thai without failing, though as wrong letters; declared it is right', () => {
    const bytes = sharedBytes(`${folder}/feedparser.illformed.chardet.tis620.xml`);
    const right = new TextDecoder('tis-620').decode(bytes);
    expect(decodeXml(bytes, null)).not.toBe(right);
    expect(decodeXml(bytes, 'application/rss+xml; charset=TIS-620')).toBe(right);
  });

  it('reads a recorded blog of 30 entries whole', () => {
    const { entries } = parseFeedText(sharedBytes(`${folder}/rss_entries.xml`).toString('utf8'), surroundings);
    expect(entries).toHaveLength(30);
    expect(entries.filter(({ id, title, at }) => id === null || title === null || at === null)).toEqual([]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(30);
  });
});

describe('the text of a feed', () => {
  const utf8 = Buffer.from('<rss><channel><title>价格 für</title></channel></rss>');
  it.each([
    ['what the answer says', Buffer.from('<rss>\xfcber</rss>', 'latin1'), 'text/xml; charset=iso-8859-1', '<rss>über</rss>'],
    [
      'what the document says',
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>\xcf\xf0</a>', 'latin1'),
      null,
      '<?xml version="1.0" encoding="windows-1251"?><a>Пр</a>',
    ],
    [
      'its mark before all others',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a>ü</a>', 'utf16le')]),
      'text/xml; charset=utf-8',
      '<a>ü</a>',
    ],
    ['UTF-8 though something else is said', utf8, 'text/xml; charset=iso-8859-1', utf8.toString('utf8')],
    ['a set that nobody knows', Buffer.from('<a>plain</a>'), 'text/xml; charset=klingon', '<a>plain</a>'],
  ])('is decoded by %s', (_what, bytes, contentType, text) => {
    expect(decodeXml(bytes, contentType)).toBe(text);
  });

  const bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>';
  it.each([
    ['entities that unfold', bomb],
    ['a file of the machine', '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>'],
    ['a declaration behind a comment', `<!-- <rss> --> ${bomb}`],
  ])('is refused with %s', (_what, xml) => {
    expect(() => parseFeedText(xml, surroundings)).toThrow('the feed declares entities of its own, which is refused');
  });

  it('may have the plain document type of old feeds, and speak of declarations', () => {
    const old =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">';
    const xml = `${old}<rss version="0.91"><channel><title>T</title><item><title>On &lt;!ENTITY&gt;</title></item></channel></rss>`;
    expect(parseFeedText(xml, surroundings).entries.map(({ title }) => title)).toEqual(['On <!ENTITY>']);
  });

  it('is no feed where it is a web page', () => {
    expect(() => parseFeedText('<!doctype html><html><head></head></html>', surroundings)).toThrow(
      'this is no feed; is the address right?',
    );
  });
});

describe('the times of feeds', () => {
  // A machine whose own zone is far from UTC.
  const zone = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = 'Asia/Tokyo';
    expect(new Date(2004, 0, 1).getTimezoneOffset()).toBe(-540);
  });
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21.000Z'],
    ['Thu, 01 Jan 2004 19:48:21', '2004-01-01T19:48:21.000Z'],
    ['Thu, 01 Jan 2004 19:48:21 EST', '2004-01-02T00:48:21.000Z'],
    ['Thu, 01 Jul 2004 19:48:21 CEST', '2004-07-01T17:48:21.000Z'],
    ['1 Jan 2004 19:48 +0530', '2004-01-01T14:18:00.000Z'],
    ['Thu, 01 Jan 2004 19:48:21 +0800 (CST)', '2004-01-01T11:48:21.000Z'],
    ['2004-01-01T19:48:21Z', '2004-01-01T19:48:21.000Z'],
    ['2004-01-01T19:48:21', '2004-01-01T19:48:21.000Z'],
    ['2004-01-01 19:48:21 +0800', '2004-01-01T11:48:21.000Z'],
    ['2004-01-01T19:48:21.123456-07:00', '2004-01-02T02:48:21.123Z'],
    ['2004-01-01', '2004-01-01T00:00:00.000Z'],
    ['2004-02', '2004-02-01T00:00:00.000Z'],
    ['1 January 2004', '2004-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(parseFeedDate(text, virtualStart) ?? 0).toISOString()).toBe(expected);
  });

  it.each(['', null, 'soon', '0000-00-00', 'Thu, 01 Jan 1970 00:00:00 GMT', '2031-01-01T00:00:00Z'])('%j is none', (text) => {
    expect(parseFeedDate(text, virtualStart)).toBeNull();
  });
});
