// Makes a checkout ready to start or to test: packages, the command, the built dashboard. Needs nothing but Node and npm.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const purpose = process.argv[2] === 'test' ? 'test' : 'start';
const stampFile = path.join(root, 'node_modules', '.huiyin-setup.json');
const buildFolder = path.join(root, 'dashboard', 'build');
const buildStamp = path.join(buildFolder, '.sources');

/** Ends with one line that says what is wrong and what to do. */
function stop(message) {
  process.stderr.write(`huiyin set-up: ${message}\n`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) stop(`needs Node 20.19 or newer, this is ${process.versions.node}`);
}

const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** Every file below a folder, sorted, so that the same sources give the same hash on every machine. */
function filesBelow(folder, skip) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (skip.has(entry.name)) return [];
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(file, skip) : [file];
    });
}

/** Runs a command and shows that time passes: a spinner on a terminal, a line every 30 s elsewhere. Output is kept for the error case. */
function run(label, command, args, environment) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const isTerminal = process.stdout.isTTY === true;
  process.stdout.write(`${label} ...${isTerminal ? '' : '\n'}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const marks = ['|', '/', '-', '\\'];
    let turn = 0;
    const timer = setInterval(
      () => {
        turn += 1;
        process.stdout.write(isTerminal ? `\r${label} ${marks[turn % 4]} ${seconds()} s ` : `  ... ${seconds()} s\n`);
      },
      isTerminal ? 250 : 30_000,
    );
    child.on('error', (error) => {
      clearInterval(timer);
      stop(`cannot run ${command}: ${error.message}`);
    });
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) {
        process.stderr.write(`\n${output}\n`);
        stop(`"${label}" failed with code ${code} after ${seconds()} s; the output is above`);
      }
      process.stdout.write(isTerminal ? `\r${label}: done in ${seconds()} s\n` : `  done in ${seconds()} s\n`);
      resolve();
    });
  });
}

/** better-sqlite3 may have to be compiled: all cores, and the headers that came with this Node, so that none are downloaded. */
function installEnvironment() {
  const nodeHome = path.resolve(process.execPath, '../..');
  const hasHeaders = existsSync(path.join(nodeHome, 'include', 'node', 'node.h'));
  return { JOBS: 'max', ...(hasHeaders ? { npm_config_nodedir: nodeHome } : {}) };
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return null;
  }
}

async function installPackages() {
  const lock = hashOf(readFileSync(path.join(root, 'package-lock.json')));
  const stamp = readStamp();
  const wantsAll = purpose === 'test' || stamp?.all === true;
  if (stamp !== null && stamp.lock === lock && stamp.node === process.versions.modules && (stamp.all || !wantsAll)) return;
  const scope = wantsAll ? '--include=dev' : '--omit=dev';
  // A Node of another ABI cannot load what was compiled for the last one.
  if (stamp !== null && stamp.node !== process.versions.modules) rmSync(path.join(root, 'node_modules'), { recursive: true, force: true });
  // Not `npm ci`: it empties node_modules, so that better-sqlite3 would be compiled again, and it refuses a lock file that does not
  // list the optional binaries of every other platform. `--no-save` keeps to the versions of the lock file all the same.
  const label = `Installing packages${wantsAll ? ' with test tools' : ''} (one to four minutes, once)`;
  await run(label, 'npm', ['install', '--no-save', scope, '--no-audit', '--no-fund'], installEnvironment());
  writeFileSync(stampFile, JSON.stringify({ lock, all: wantsAll, node: process.versions.modules }));
}

/** `npx huiyin` finds the command of this checkout among the installed ones. */
function linkCommand() {
  const target = path.join(root, 'api', 'huiyin.js');
  const link = path.join(root, 'node_modules', '.bin', 'huiyin');
  chmodSync(target, 0o755);
  if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) return;
  mkdirSync(path.dirname(link), { recursive: true });
  symlinkSync(path.relative(path.dirname(link), target), link);
}

async function buildDashboard() {
  const sources = filesBelow(path.join(root, 'dashboard'), new Set(['build', '.svelte-kit', 'node_modules']));
  const names = [...sources, path.join(root, 'package-lock.json')];
  const hash = hashOf(...names.flatMap((file) => [path.relative(root, file), readFileSync(file)]));
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === hash) return;
  rmSync(buildFolder, { recursive: true, force: true });
  await run('Building the dashboard (about half a minute, again only when it changes)', 'npm', ['run', 'build', '--silent'], {});
  writeFileSync(buildStamp, hash);
}

checkNode();
await installPackages();
linkCommand();
await buildDashboard();
