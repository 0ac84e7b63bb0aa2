// The thread that trains a taxonomy: seconds of work that the server's own thread must not wait for.
import { answerInThread } from '../thread/answer-in-thread.ts';
import { trainTaxonomy } from './train-taxonomy.ts';

await answerInThread(trainTaxonomy);
