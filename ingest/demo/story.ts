// What happens to the demo company, and what each happening does to the people who write to it.
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { Category } from './company.ts';

export const stories = [
  'market-fall',
  'market-rise',
  'release',
  'stuck-pending',
  'tron-congestion',
  'gas-spike',
  'node-outage',
  'sms-outage',
  'phishing-wave',
  'staking-campaign',
] as const;
export type Story = (typeof stories)[number];

/** How one happening moves arrivals: extra conversations as a multiple of the quiet rate, rising over `rampMs`, held, then halving every `halfLifeMs`. */
export type Effect = {
  readonly story: Story;
  readonly peak: number;
  readonly rampMs: number;
  readonly holdMs: number;
  readonly halfLifeMs: number;
  /** Added to how upset writers are to begin with. */
  readonly upset: number;
  /** What those extra conversations are about. */
  readonly mix: Readonly<Partial<Record<Category, number>>>;
};

export type Happening = {
  readonly kind: 'release' | 'incident' | 'market' | 'campaign' | 'holiday';
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly label: string;
  /** Percent for market moves, hours for incidents, null where there is no size. */
  readonly magnitude: number | null;
  readonly effect: Effect | null;
};

/** Extra arrivals of an effect, as a multiple of the quiet rate, `sinceMs` after its start; below 2 % of the peak it is over. */
export function effectAt(effect: Effect, sinceMs: number): number {
  if (sinceMs < 0) return 0;
  if (sinceMs < effect.rampMs) return (effect.peak * sinceMs) / effect.rampMs;
  const fading = sinceMs - effect.rampMs - effect.holdMs;
  if (fading <= 0) return effect.peak;
  const left = 0.5 ** (fading / effect.halfLifeMs);
  return left < 0.02 ? 0 : effect.peak * left;
}

/** The effect of a market move of `percent`: people look, cannot get through, and find out what their transfer costs. */
export function marketEffect(percent: number): Effect {
  const isFall = percent < 0;
  return {
    story: isFall ? 'market-fall' : 'market-rise',
    peak: 1.2 + 0.24 * Math.abs(percent),
    rampMs: 1.5 * hour,
    holdMs: 5 * hour,
    halfLifeMs: 11 * hour,
    upset: isFall ? 0.2 : 0.12,
    mix: {
      'deposit.late': 26,
      'deposit.failed': 17,
      fees: 12,
      'app.connection': 10,
      'app.performance': 9,
      'trade.swap': 11,
      'account.login': 6,
      'account.2fa': 4,
      'trade.staking': isFall ? 5 : 2,
      'support.no-reply': 1,
    },
  };
}

type IncidentStory = 'tron-congestion' | 'gas-spike' | 'node-outage' | 'sms-outage' | 'phishing-wave';

/** Incidents: where they come from decides what people write about. `lastsMs` is how long it goes on. */
export function incidentEffect(story: IncidentStory, lastsMs: number): Effect {
  const shape = { rampMs: hour, holdMs: lastsMs, halfLifeMs: 7 * hour, upset: 0.12 };
  switch (story) {
    case 'tron-congestion':
      return {
        ...shape,
        story,
        peak: 1.5,
        mix: { 'deposit.late': 60, 'deposit.failed': 20, fees: 14, 'support.no-reply': 1 },
      };
    case 'gas-spike':
      return {
        ...shape,
        story,
        peak: 1.2,
        mix: { fees: 50, 'deposit.late': 25, 'deposit.failed': 12, 'trade.swap': 12 },
      };
    case 'node-outage':
      return {
        ...shape,
        story,
        peak: 2.4,
        upset: 0.18,
        mix: { 'app.connection': 55, 'deposit.wrong-amount': 12, 'deposit.late': 18, 'app.performance': 8 },
      };
    case 'sms-outage':
      return {
        ...shape,
        story,
        peak: 1.7,
        upset: 0.15,
        mix: { 'account.2fa': 70, 'account.login': 25, 'support.no-reply': 1 },
      };
    case 'phishing-wave':
      return {
        ...shape,
        story,
        peak: 0.7,
        halfLifeMs: 20 * hour,
        upset: 0.1,
        mix: { 'security.phishing': 62, 'security.theft': 16, 'security.suspicious-transaction': 16 },
      };
    default:
      return story satisfies never;
  }
}

/** An ordinary release: a day of small surprises. */
export function releaseEffect(size: number): Effect {
  return {
    story: 'release',
    peak: size,
    rampMs: 5 * hour,
    holdMs: 10 * hour,
    halfLifeMs: 20 * hour,
    upset: 0.04,
    mix: {
      'app.crash': 20,
      'app.performance': 22,
      'app.connection': 8,
      'account.login': 10,
      'feature-request': 12,
      praise: 10,
      other: 10,
      'trade.swap': 4,
    },
  };
}

/** The bad release: transfers stay "pending" in the app. It grows as people update and only ends when the repair is out. */
export function stuckPendingEffect(untilRepairMs: number): Effect {
  return {
    story: 'stuck-pending',
    peak: 0.85,
    rampMs: 1.5 * day,
    holdMs: Math.max(0, untilRepairMs - 1.5 * day),
    halfLifeMs: 1.6 * day,
    upset: 0.18,
    mix: { 'deposit.late': 70, 'deposit.failed': 14, 'app.performance': 5, 'app.crash': 6, 'support.no-reply': 1 },
  };
}

/** A staking offer: questions, not anger. */
export function campaignEffect(lastsMs: number): Effect {
  return {
    story: 'staking-campaign',
    peak: 0.2,
    rampMs: 3 * hour,
    holdMs: lastsMs,
    halfLifeMs: 20 * hour,
    upset: -0.05,
    mix: { 'trade.staking': 80, 'trade.swap': 8, 'feature-request': 4, praise: 6 },
  };
}
