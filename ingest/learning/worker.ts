// The thread that teaches.
import { answerInThread } from '../thread/answer-in-thread.ts';
import { teach } from './teach.ts';

await answerInThread(teach);
