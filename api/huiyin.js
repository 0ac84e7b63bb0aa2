#!/usr/bin/env node
// Starts the program: the house is TypeScript, which tsx reads in this same process, so that a signal reaches it directly.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
