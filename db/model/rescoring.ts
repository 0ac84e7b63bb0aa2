// Rescoring: stored messages judged anew by the scorers of now, how far such a run is, and what the scorers are.
import { z } from 'zod';

/** Where a run stands. It is stored with every batch, so that whoever takes it up again does nothing twice. */
export const rescoringSchema = z.object({
  runId: z.number().int(),
  /** The versions that judge in this run. */
  scorer: z.string(),
  /** Also what these versions have judged before. */
  isAll: z.boolean(),
  startedAt: z.number().int(),
  /** Conversations up to this id are done. */
  afterId: z.number().int(),
  /** Conversations that were to be scored when the run began. */
  total: z.number().int(),
  conversations: z.number().int(),
  /** Messages that the scorers looked at. */
  messages: z.number().int(),
  /** Conversations whose scores came out different. */
  changed: z.number().int(),
  /** Messages that some scorer choked on. */
  failures: z.number().int(),
});

export type Rescoring = z.infer<typeof rescoringSchema>;
