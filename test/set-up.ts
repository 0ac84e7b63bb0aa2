// Runs before every file of tests: what the tests leave is cleared away after each of them, and after the file.
import { afterAll, afterEach } from 'vitest';
import { clearLeavings } from './support/leavings.ts';

afterEach(() => clearLeavings('test'));
afterAll(() => clearLeavings('file'));
