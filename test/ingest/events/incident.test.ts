// Status pages and feeds of releases: entries in every form a feed may have, and incidents with their length.
import { describe, expect, it } from 'vitest';
import { readFeedEntries } from '#ingest/events/feed-entries.ts';
import { toIncident } from '#ingest/events/incident.ts';

const now = Date.parse('2026-11-28T12:00:00Z');
const said = (time: string, word: string, text = 'Something.') =>
  `&lt;p&gt;&lt;small&gt;${time.replace(/(\d+), (\S+)/, "&lt;var data-var='date'&gt;$1&lt;/var&gt;, &lt;var data-var='time'&gt;$2&lt;/var&gt;")} UTC&lt;/small&gt;&lt;br&gt;&lt;strong&gt;${word}&lt;/strong&gt; - ${text}&lt;/p&gt;`;

const entry = (id: string, times: readonly [published: string, updated: string], content: string) =>
  `<entry><id>tag:status,2026:${id}</id><published>${times[0]}</published><updated>${times[1]}</updated><title>Incident ${id}</title><content type="html">${content}</content></entry>`;
const atom = (...entries: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Status</title>${entries.join('')}</feed>`;

const incidentsOf = (feed: string) =>
  readFeedEntries(feed).map((one) => {
    const found = toIncident(one, now);
    return found === null ? null : [found.label, new Date(found.fromAt).toISOString(), new Date(found.toAt).toISOString(), found.magnitude];
  });

describe('incidents of a status page', () => {
  it('end when they were resolved, not when somebody wrote about them later', () => {
    const content = said('Nov 26, 09:00', 'Postmortem') + said('Nov 25, 11:30', 'Resolved') + said('Nov 25, 10:00', 'Investigating');
    expect(incidentsOf(atom(entry('1', ['2026-11-25T10:00:00Z', '2026-11-26T09:00:00Z'], content)))).toEqual([
      ['Incident 1', '2026-11-25T10:00:00.000Z', '2026-11-25T11:30:00.000Z', 1.5],
    ]);
  });

  it('last until now while they go on, and not for ever', () => {
    const content = said('Nov 28, 11:30', 'Monitoring') + said('Nov 28, 11:00', 'Investigating');
    const old = said('Sep 1, 10:00', 'Investigating');
    expect(
      incidentsOf(
        atom(
          entry('1', ['2026-11-28T11:00:00Z', '2026-11-28T11:30:00Z'], content),
          entry('2', ['2026-09-01T10:00:00Z', '2026-09-01T10:00:00Z'], old),
        ),
      ),
    ).toEqual([
      ['Incident 1', '2026-11-28T11:00:00.000Z', '2026-11-28T12:00:00.000Z', 1],
      ['Incident 2', '2026-09-01T10:00:00.000Z', '2026-10-01T10:00:00.000Z', 720],
    ]);
  });

  it('may run over the end of a year, which the feed leaves out', () => {
    const content = said('Jan 1, 01:00', 'Resolved') + said('Dec 31, 23:00', 'Investigating');
    expect(incidentsOf(atom(entry('1', ['2025-12-31T23:00:00Z', '2026-01-01T01:00:00Z'], content)))).toEqual([
      ['Incident 1', '2025-12-31T23:00:00.000Z', '2026-01-01T01:00:00.000Z', 2],
    ]);
  });

  it('of a page that writes in its own way end with its last change', () => {
    expect(incidentsOf(atom(entry('1', ['2026-11-25T10:00:00Z', '2026-11-25T10:45:00Z'], 'All is well again.')))).toEqual([
      ['Incident 1', '2026-11-25T10:00:00.000Z', '2026-11-25T10:45:00.000Z', 0.8],
    ]);
  });
});

describe('entries of feeds', () => {
  it('are read from Atom, RSS, RDF and JSON', () => {
    const rss =
      '<rss version="2.0"><channel><title>x</title><item><title>7.1 &amp; more</title><guid isPermaLink="false">g-7</guid><pubDate>Fri, 27 Nov 2026 10:00:00 +0100</pubDate></item><item><title>linked</title><link>https://example.com/2</link></item></channel></rss>';
    expect(readFeedEntries(rss)).toEqual([
      { id: 'g-7', title: '7.1 & more', content: '', publishedAt: Date.parse('2026-11-27T09:00:00Z'), updatedAt: null },
      { id: 'https://example.com/2', title: 'linked', content: '', publishedAt: null, updatedAt: null },
    ]);
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: [{ id: 'j', title: '7.2', content_text: 'new', date_published: '2026-11-27T09:00:00Z' }],
    });
    expect(readFeedEntries(json)).toEqual([
      { id: 'j', title: '7.2', content: 'new', publishedAt: Date.parse('2026-11-27T09:00:00Z'), updatedAt: null },
    ]);
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>x</title><link>x</link></channel><item rdf:about="https://example.com/3"><title>7.3</title><link>https://example.com/3</link><dc:date>2026-11-27T09:00:00Z</dc:date></item></rdf:RDF>';
    expect(readFeedEntries(rdf)).toMatchObject([
      { id: 'https://example.com/3', title: '7.3', publishedAt: Date.parse('2026-11-27T09:00:00Z') },
    ]);
  });

  it('are refused where there is no feed, or one that would blow up', () => {
    expect(() => readFeedEntries('<html><body>Sign in</body></html>')).toThrow('this is no RSS, Atom or JSON feed');
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><feed xmlns="http://www.w3.org/2005/Atom"><title>&b;</title></feed>';
    expect(() => readFeedEntries(bomb)).toThrow('declares entities of its own');
  });
});
