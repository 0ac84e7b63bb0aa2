// Starts the reader's thread: a thread does not inherit the loader that `api/huiyin.js` registered, so it registers its own.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
