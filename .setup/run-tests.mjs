// Runs the static checks and the tests, and closes with one line of counts; `--full` adds the slow suites.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const isFull = process.argv.includes('--full');
const only = process.argv.slice(2).filter((argument) => argument !== '--full');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const scratch = mkdtempSync(path.join(os.tmpdir(), 'huiyin-test-'));
const report = path.join(scratch, 'report.json');

const checks = [
  ['formatter and linter', bin('biome'), ['check', '.']],
  ['types of the rooms', bin('tsc'), ['--noEmit']],
  [
    'types of the dashboard',
    bin('svelte-check'),
    ['--workspace', 'dashboard', '--tsconfig', './tsconfig.json', '--threshold', 'warning', '--output', 'human'],
  ],
];

/** A check counts as one test, so that a broken type fails the run like a broken assertion. */
function runCheck([name, command, args]) {
  const began = Date.now();
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const passed = result.status === 0;
  process.stdout.write(`${passed ? 'ok' : 'FAILED'}  ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
  if (!passed) process.stdout.write(`${result.stdout}\n${result.stderr}\n`);
  return passed;
}

function runVitest() {
  const environment = { ...process.env, ...(isFull ? { HUIYIN_TEST_FULL: '1' } : {}) };
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const result = spawnSync(bin('vitest'), ['run', '--config', 'test/vitest.config.ts', ...reporters, ...only], {
    cwd: root,
    stdio: 'inherit',
    env: environment,
  });
  try {
    return { status: result.status, ...JSON.parse(readFileSync(report, 'utf8')) };
  } catch {
    return { status: result.status ?? 1, numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, testResults: [] };
  }
}

/** Names every suite that did not run, so that a skip is never silent. */
function printSkipped(results) {
  const names = new Map();
  for (const file of results) {
    for (const test of file.assertionResults ?? []) {
      if (test.status !== 'skipped' && test.status !== 'pending') continue;
      const name = `${path.relative(root, file.name)}: ${test.ancestorTitles[0] ?? test.title}`;
      names.set(name, (names.get(name) ?? 0) + 1);
    }
  }
  for (const [name, count] of names) process.stdout.write(`skipped  ${name} (${count})\n`);
}

const passedChecks = only.length > 0 ? [] : checks.map(runCheck);
const tests = runVitest();
printSkipped(tests.testResults);
rmSync(scratch, { recursive: true, force: true });
const passed = tests.numPassedTests + passedChecks.filter(Boolean).length;
// A file that could not even load has no failed test of its own, yet vitest exits non-zero: that counts too.
const brokenFiles = tests.testResults.filter(
  (file) => file.status === 'failed' && (file.assertionResults ?? []).every((test) => test.status !== 'failed'),
).length;
const failedTests = tests.numFailedTests + brokenFiles + passedChecks.filter((isOk) => !isOk).length;
const failed = failedTests === 0 && tests.status !== 0 ? 1 : failedTests;
process.stdout.write(`\n${passed} passed, ${failed} failed, ${tests.numPendingTests} skipped\n`);
process.exit(failed === 0 ? 0 : 1);
