// Waits of one customer across channels.
import { describe, expect, it } from 'vitest';
import { crossChannelWaits, type LinkedConversation } from '#db/facts/cross-channel-wait.ts';
import { said, utc } from './compose.ts';

const at = (time: string) => utc(`2026-03-18T${time}`);
const chat = (...messages: LinkedConversation['messages']): LinkedConversation => ({ id: 'chat-1', channel: 'chat', messages });
const email = (...messages: LinkedConversation['messages']): LinkedConversation => ({ id: 'mail-1', channel: 'email', messages });
const wait = { fromConversation: 'chat-1', untilConversation: null, untilAt: null, channels: ['chat'], nudges: 0 };

describe('crossChannelWaits', () => {
  it('of one channel are its ordinary waits', () => {
    expect(
      crossChannelWaits([chat(said('c', 'customer', at('09:00')), said('a', 'agent', at('10:00')), said('d', 'customer', at('11:00')))]),
    ).toEqual([
      { ...wait, fromAt: at('09:00'), untilAt: at('10:00'), untilConversation: 'chat-1' },
      { ...wait, fromAt: at('11:00') },
    ]);
  });

  it('are not ended by a bot, a note or a campaign in the other channel', () => {
    const others = [
      said('b', 'bot', at('09:10')),
      said('n', 'agent', at('09:20'), { visibility: 'private' }),
      said('k', 'campaign', at('09:30')),
    ];
    expect(crossChannelWaits([chat(said('c', 'customer', at('09:00'))), email(...others)])).toEqual([{ ...wait, fromAt: at('09:00') }]);
  });

  it('count what the customer wrote elsewhere as nudges, and begin with nothing that asks nothing', () => {
    const thanks = said('t', 'customer', at('08:00'), { needsAnswer: false });
    expect(crossChannelWaits([email(said('m', 'customer', at('09:10'))), chat(thanks, said('c', 'customer', at('09:00')))])).toEqual([
      { ...wait, fromAt: at('09:00'), channels: ['chat', 'email'], nudges: 1 },
    ]);
  });

  it('of nobody are none', () => {
    expect(crossChannelWaits([])).toEqual([]);
  });
});
