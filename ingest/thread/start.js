// Starts a thread: it does not inherit the loader that `api/huiyin.js` registered, so it registers its own before it reads the module that works.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.module);
