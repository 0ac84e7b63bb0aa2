// Static files: what a folder holds, listed once, with the packed twins that the build left beside them.
import { readdirSync } from 'node:fs';
import path from 'node:path';

export type StaticFile = {
  readonly location: string;
  readonly type: string;
  /** Packed twins by encoding, as the build made them. */
  readonly packed: Readonly<Partial<Record<'br' | 'gzip', string>>>;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

const twins = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** The files of a folder by the path under which a browser asks for them. */
export function findStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const known = new Set(names);
  const isTwin = (name: string) => twins.some(([, ending]) => name.endsWith(ending) && known.has(name.slice(0, -ending.length)));
  const files = names
    .filter((name) => !isTwin(name))
    .map((location): [string, StaticFile] => {
      const packed = Object.fromEntries(
        twins.flatMap(([encoding, ending]) => (known.has(location + ending) ? [[encoding, location + ending]] : [])),
      );
      const type = types[path.extname(location)] ?? 'application/octet-stream';
      return [`/${path.relative(folder, location).split(path.sep).join('/')}`, { location, type, packed }];
    });
  return new Map(files);
}

/** The smallest form that the browser takes: Brotli, then gzip, then plain. */
export function pickEncoding(file: StaticFile, accepted: string): { readonly encoding: string | null; readonly location: string } {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  for (const [encoding] of twins) {
    const location = file.packed[encoding];
    if (location !== undefined && taken.includes(encoding)) return { encoding, location };
  }
  return { encoding: null, location: file.location };
}
