// The modeller's thread: fits and back-tests, so that neither the server's own thread nor the engine's waits for them.
import { answerCrew } from '#api/engine/answer-crew.ts';
import type { Done, Job } from './protocol.ts';
import { work } from './work.ts';

answerCrew<Job, Done>('modeller', work);
