// Calibration sessions, and the figures of the one that the address names, or of the latest that is closed.
import { askCalibration, askRounds, type Calibration, type Round } from '../../../../lib/quality/ask.ts';
import type { PageLoad } from './$types';

export type Session = { readonly rounds: readonly Round[]; readonly shown: Round | null; readonly found: Calibration | null };

export const load: PageLoad = async ({ fetch, parent, url, depends }) => {
  depends('huiyin:quality');
  const { session } = await parent();
  if (!session.permissions.includes('annotations:write')) return { calibration: null };
  const wanted = url.searchParams.get('round');
  const read = async (): Promise<Session> => {
    const rounds = (await askRounds(fetch)).filter(({ kind }) => kind === 'calibration');
    const shown = rounds.find(({ id }) => String(id) === wanted) ?? rounds.find(({ state }) => state === 'closed') ?? rounds[0] ?? null;
    return { rounds, shown, found: shown?.state === 'closed' ? await askCalibration(fetch, shown.id) : null };
  };
  return { calibration: read() };
};
