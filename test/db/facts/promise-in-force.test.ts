// Promises: which one a channel was given, and in which version.
import { describe, expect, it } from 'vitest';
import { promiseInForce } from '#db/facts/promise-in-force.ts';
import { daySchema, hour, type Instant } from '#db/model/instant.ts';
import type { PromiseStage, ServicePromise } from '#db/model/promise.ts';
import { local, promiseOf, termOf, utc } from './compose.ts';

const from = (date: string, version: number, durationMs = hour) =>
  termOf('calendar', durationMs, { version, validFrom: daySchema.parse(date) });
const now = utc('2026-03-18T09:00');

function found(
  promises: readonly ServicePromise[],
  channel: string,
  at: Instant = now,
  stage: PromiseStage = 'reply',
  zone = 'Europe/Berlin',
) {
  const inForce = promiseInForce(promises, channel, stage, at, () => zone);
  return inForce === null ? null : `${inForce.promise.id} v${inForce.version.version}`;
}

describe('promiseInForce', () => {
  const mail = promiseOf([termOf('calendar', hour)], { id: 'mail', channels: ['kind:email'] });
  const vip = promiseOf([termOf('calendar', hour)], { id: 'vip', channels: ['vip_mail', 'helpdesk'] });

  it('prefers a promise for the channel by name over one for its kind, whatever their order', () => {
    expect([
      found([mail, vip], 'helpdesk'),
      found([mail, vip], 'Mail'),
      found([mail, vip], 'email'),
      found([mail, vip], 'vip_mail'),
    ]).toEqual(['vip v1', 'mail v1', 'mail v1', 'vip v1']);
  });

  it('gives none for a channel without one, of another stage, or of an unknown kind', () => {
    expect([found([mail], 'chat'), found([mail], 'email', now, 'complaint-decided'), found([mail], 'carrier pigeon')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('takes the version that began last, and of two that began together the higher number', () => {
    const versions = [termOf('calendar', hour), from('2026-03-01', 2), from('2026-03-10', 3), from('2026-03-10', 4), from('2026-04-01', 5)];
    const at = (date: string) => found([promiseOf(versions.toReversed())], 'email', utc(`${date}T12:00`));
    expect([at('2026-02-01'), at('2026-03-05'), at('2026-03-18'), at('2026-04-02')]).toEqual([
      'reply v1',
      'reply v2',
      'reply v4',
      'reply v5',
    ]);
  });

  it('begins a version at local midnight in the zone of its calendar', () => {
    const versions = [promiseOf([termOf('calendar', hour), from('2026-03-18', 2)])];
    const around = (zone: string) => {
      const midnight = local('2026-03-18T00:00', zone);
      return [midnight - 1, midnight].map((at) => found(versions, 'email', at, 'reply', zone));
    };
    expect([around('Asia/Shanghai'), around('America/New_York')]).toEqual([
      ['reply v1', 'reply v2'],
      ['reply v1', 'reply v2'],
    ]);
  });

  it('falls back to the kind where the promise for the name has not begun', () => {
    const future = promiseOf([from('2027-01-01', 1)], { id: 'future', channels: ['helpdesk'] });
    expect([found([future, mail], 'helpdesk'), found([future], 'helpdesk')]).toEqual(['mail v1', null]);
  });
});
