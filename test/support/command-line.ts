// The command line in process: commands on a temporary data folder, their output caught, their clock fixed.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '#api/config.ts';
import { type ProgramContext, run } from '#api/main.ts';
import { openKeys } from '#db/keys.ts';
import type { Instant } from '#db/model/instant.ts';
import { type Db, openDb } from '#db/open.ts';
import { placeFreshStore } from './fresh-store.ts';

export type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

export type CommandLine = {
  readonly dataFolder: string;
  readonly location: string;
  /** Runs one command with its arguments. */
  run(...argv: string[]): Promise<Outcome>;
  /** Opens the store beside the commands; the caller closes it. */
  openStore(): Promise<Db>;
  close(): void;
};

export function openCommandLine(now: Instant = Date.parse('2026-03-29T01:30:00Z')): CommandLine {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'huiyin-cli-'));
  const config = readConfig({ HUIYIN_DATA: dataFolder });
  const openStore = async () => {
    if (!existsSync(config.location)) await placeFreshStore(config.location);
    return await openDb(config.location, { migrate: true });
  };
  return {
    dataFolder,
    location: config.location,
    openStore,
    run: async (...argv) => {
      const out: string[] = [];
      const err: string[] = [];
      const context: ProgramContext = {
        openStore,
        findStore: openStore,
        keys: () => openKeys(dataFolder),
        dataFolder,
        location: config.location,
        publicUrl: null,
        address: 'http://localhost:4000',
        clock: () => now,
        randomToken: () => `token-${'x'.repeat(24)}`,
        allowedHosts: [],
        version: '0.0.0',
        stdin: (async function* () {})(),
        stdout: (text) => {
          out.push(text);
        },
        stderr: (text) => {
          err.push(text);
        },
        isTerminal: false,
      };
      const code = await run(argv, config, context);
      return { code, stdout: out.join(''), stderr: err.join('') };
    },
    close: () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}
