// What `huiyin sources connectors` prints of a connector.
import { describe, expect, it } from 'vitest';
import { connectorLines } from '#ingest/commands/source-words.ts';
import { getConnector } from '#ingest/connectors/index.ts';
import { toForm } from '#ingest/connectors/settings-form.ts';

describe('connectorLines', () => {
  it('says what is read, with which rights and settings, and what a stop costs', () => {
    expect(connectorLines([toForm(getConnector('app-store'))])).toBe(`app-store: App Store
  reads: ${getConnector('app-store').card.reads.en}
  needs: None: the feed is public.
  after a stop: reads again from the beginning
  proven by: recorded responses
  --set app=...  Number of the app
  --set storefronts=...  Countries (optional)
`);
  });

  it.each([
    ['feed', 'reads again from the beginning'],
    ['app-store', 'reads again from the beginning'],
    ['zendesk', 'goes on from its last page'],
    ['telegram', 'goes on from its last page'],
  ])('%s %s after a stop', (id, words) => {
    expect(connectorLines([toForm(getConnector(id))])).toContain(`\n  after a stop: ${words}\n`);
  });
});
