// Packages that only a test which is asked for needs: installed beside the project when it first runs, and kept.
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = path.resolve(import.meta.dirname, '../../.cache');

export type Installed = { readonly folder: string };

/** The folder with the packages that `test/real/NAME/package.json` names, of which `proof` is one; or why there is none. */
export async function openInstalled(name: string, proof: string): Promise<Installed | { readonly reason: string }> {
  const folder = path.join(cache, `real-${name}`);
  if (existsSync(path.join(folder, 'node_modules', proof, 'package.json'))) return { folder };
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(import.meta.dirname, name, 'package.json'), path.join(folder, 'package.json'));
  const headers = existsSync('/usr/include/node/node.h') ? { npm_config_nodedir: '/usr' } : {};
  // A package may want to tell its makers that it was installed; nobody is told anything from here.
  const env = { ...process.env, SCARF_ANALYTICS: 'false', ...headers };
  try {
    await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, env, timeout: 900_000 });
    return { folder };
  } catch {
    return { reason: `the packages of test/real/${name} could not be installed` };
  }
}
