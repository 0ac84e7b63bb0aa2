// Prism in front of a stand-in: holds what a connector asks and what it is given against the official description of the vendor.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import type { Outgoing } from '#ingest/http/transport.ts';
import { seededRandom } from '#test/support/random.ts';
import { freePort } from '#test/support/running-server.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import { openFaultServer } from '../ingest/faults/fault-server.ts';
import { openInstalled } from './installed.ts';
import { stopServer, untilListening } from './own-server.ts';

/** What does not fit, told of a request or of an answer; `where` is `GET /path`, digits written as N. */
export type Violation = { readonly where: string; readonly what: string };

export type Prism = {
  /** Goes through Prism to the stand-in that was put behind it last; answers come back as the stand-in gave them. */
  readonly upstream: Upstream;
  readonly putBehind: (upstream: Upstream) => void;
  readonly violations: () => readonly Violation[];
  /** Paths that the description does not know, asked of the stand-in all the same. */
  readonly unknown: () => readonly string[];
  /** Requests for what the description knows. */
  readonly judged: () => readonly Outgoing[];
  readonly close: () => Promise<void>;
};

const violationsShape = z.array(
  z.looseObject({ location: z.array(z.coerce.string()).default([]), severity: z.string(), message: z.string() }),
);
const withoutNumbers = (text: string) => text.replaceAll(/\d+/g, 'N');
const unknownRoute = 'Selected route not found';

/** Where the answer breaks more rules than a header holds, Prism writes a sentence in its place. */
function toViolations(header: string | null): z.infer<typeof violationsShape> {
  if (header === null) return [];
  return header.startsWith('[') ? violationsShape.parse(JSON.parse(header)) : [{ location: [], severity: 'Error', message: header }];
}

export async function installPrism(): Promise<{ readonly program: string } | { readonly reason: string }> {
  const installed = await openInstalled('prism', '@stoplight/prism-cli');
  return 'folder' in installed ? { program: path.join(installed.folder, 'node_modules/.bin/prism') } : installed;
}

export type PrismParts = {
  readonly program: string;
  /** The file of the description. */
  readonly spec: string;
  /** The path as the description writes it. */
  readonly described?: (pathname: string) => string;
};

/** Headers that speak of the connection, or of Prism itself. */
const ofTheWay = new Set(['connection', 'content-encoding', 'content-length', 'host', 'keep-alive', 'sl-violations', 'transfer-encoding']);
const onTheirWay = (headers: Iterable<[string, string]>) => Object.fromEntries([...headers].filter(([name]) => !ofTheWay.has(name)));

/** Starts Prism over one description. What the stand-in sets as headers arrives, but for those that speak of the connection. */
export async function openPrism({ program, spec, described = (pathname) => pathname }: PrismParts): Promise<Prism> {
  let time = virtualStart;
  let behind: Upstream = () => new Error('nothing was put behind it');
  // Prism drops the host, and the description may write a path in another way: the stand-in is asked as the connector asked.
  const asked = new Map<string, URL>();
  const relay = await openFaultServer({
    upstream: (outgoing, now) => {
      const { pathname, search } = outgoing.url;
      const first = asked.get(pathname) ?? outgoing.url;
      return behind({ ...outgoing, url: new URL(first.pathname + search, first.origin) }, now);
    },
    now: () => time,
    random: seededRandom(1),
    next: () => null,
  });
  const port = await freePort();
  const server = spawn(program, ['proxy', '-p', String(port), spec, relay.url], { stdio: 'ignore' });
  await untilListening(server, port);
  const violations: Violation[] = [];
  const unknown = new Set<string>();
  const judged: Outgoing[] = [];
  const note = (outgoing: Outgoing, header: string | null) => {
    const where = `${outgoing.method} ${withoutNumbers(outgoing.url.pathname)}`;
    const told = toViolations(header);
    if (told.some(({ message }) => message === unknownRoute)) {
      unknown.add(where);
      return;
    }
    judged.push(outgoing);
    violations.push(...told.map(({ location, message }) => ({ where, what: withoutNumbers(`${location.join('.')}: ${message}`) })));
  };
  const upstream: Upstream = async (outgoing, now) => {
    time = now;
    const { method, url, headers, body } = outgoing;
    const pathname = described(url.pathname);
    asked.set(pathname, url);
    const address = `http://127.0.0.1:${port}${pathname}${url.search}`;
    const answer = await fetch(address, { method, headers: onTheirWay(Object.entries(headers)), body, redirect: 'manual' });
    note(outgoing, answer.headers.get('sl-violations'));
    return { status: answer.status, headers: onTheirWay(answer.headers), body: new Uint8Array(await answer.arrayBuffer()) };
  };
  return {
    upstream,
    putBehind: (next) => {
      behind = next;
    },
    violations: () => violations,
    unknown: () => [...unknown],
    judged: () => [...judged],
    close: async () => {
      await stopServer(server, 'SIGTERM');
      await relay.close();
    },
  };
}
