// Ticket numbers in texts.
import { describe, expect, it } from 'vitest';
import { ticketNumbers } from '#db/facts/ticket-numbers.ts';

describe('ticketNumbers', () => {
  it('reads numbers with letters before them, behind a word for a ticket, or behind a hash', () => {
    expect(ticketNumbers('Opened LF-283451 and lf-283451 again, #99120')).toEqual(['lf-283451', '99120']);
    expect(ticketNumbers('Ticket no. 4711, Vorgang 20260, dossier n° 55555')).toEqual(['4711', '20260', '55555']);
    expect(ticketNumbers('工单号：283451 一直没人回复')).toEqual(['283451']);
  });

  it('leaves amounts, years, addresses and phone numbers alone', () => {
    expect(ticketNumbers('0.5 ETH worth 150000 since 2026, [PHONE], USDT 20000')).toEqual([]);
    expect(ticketNumbers('')).toEqual([]);
  });
});
