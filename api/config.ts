// The environment, read once and checked: where to listen and where the store is.
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);

const environmentSchema = z.object({
  HOST: z.preprocess(blankIsAbsent, z.string().max(255).default('127.0.0.1')),
  PORT: z.preprocess(blankIsAbsent, z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535).default(4000)),
  HUIYIN_DATA: z.preprocess(blankIsAbsent, z.string().default('./data')),
  /** The address that people type, where a proxy stands in front: `https://feedback.example.com`. */
  HUIYIN_URL: z.preprocess(blankIsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  HUIYIN_LOG: z.preprocess(blankIsAbsent, z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn')),
  /** Hosts on the company's own network that sources may be read from: `rt.example.lan, 10.0.0.5:8080`. */
  HUIYIN_ALLOW_HOSTS: z.preprocess(blankIsAbsent, z.string().max(4000).default('')),
  DATABASE_URL: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .optional(),
  ),
});

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly publicUrl: string | null;
  readonly allowedHosts: readonly string[];
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** What `openDb` takes: a file in the data folder, or the URL of a PostgreSQL database. */
  readonly location: string;
};

/** Throws `invalid` and names each variable that cannot be used; the value is not repeated, since it may hold a password. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new AppError('invalid', `environment: ${wrong}`);
  }
  const { HOST, PORT, HUIYIN_DATA, HUIYIN_URL, HUIYIN_ALLOW_HOSTS, HUIYIN_LOG, DATABASE_URL } = read.data;
  const dataFolder = path.resolve(HUIYIN_DATA);
  return {
    host: HOST,
    port: PORT,
    dataFolder,
    publicUrl: HUIYIN_URL === undefined ? null : new URL(HUIYIN_URL).origin,
    allowedHosts: HUIYIN_ALLOW_HOSTS.split(',').flatMap((host) => host.trim() || []),
    logLevel: HUIYIN_LOG,
    location: DATABASE_URL ?? path.join(dataFolder, 'huiyin.db'),
  };
}

/** The address under which people on this machine reach the house. `port` where it was chosen at the start. */
export function addressOf({ host, publicUrl, port: usual }: Config, port: number = usual): string {
  if (publicUrl !== null) return publicUrl;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
