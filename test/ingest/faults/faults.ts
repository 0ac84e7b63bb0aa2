// What the other side of a connector may do wrong, one entry a fault; none of them may lose or double a conversation.
import { gzipSync } from 'node:zlib';
import type { Reply } from '#test/support/virtual-http.ts';
import { bodyOf, type Exchange, type Fault, sendWhole } from './fault-server.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const parse = (reply: Reply): Json => JSON.parse(bodyOf(reply).toString('utf8'));
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  ({ response }: Exchange) =>
    sendWhole(response, { status: code, headers, body: {} });

/** The same answer with its JSON changed. */
const changed =
  (change: (value: Json) => Json) =>
  ({ response, reply }: Exchange) =>
    sendWhole(response, reply, Buffer.from(JSON.stringify(change(parse(reply)))));

function deep(value: Json, change: (value: Json, name: string) => Json, name = ''): Json {
  if (Array.isArray(value)) return value.map((one: Json) => deep(one, change, name));
  if (typeof value !== 'object' || value === null) return change(value, name);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner, change, key)]));
}

/** The lists that an answer holds at its top, changed. */
function mapLists(value: Json, change: (list: readonly Json[]) => readonly Json[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, Array.isArray(inner) ? change(inner) : inner]));
}

const otherType = (value: Json, name: string): Json => {
  if (!/(?:^|_)id$/i.test(name)) return value;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
};

/** Texts are what has a space in it: ids and times stay as they are. */
const unstorable = (value: Json): Json => (typeof value === 'string' && value.includes(' ') ? `${value}\u0000 \ud800` : value);
const endless = (value: Json): Json => (typeof value === 'string' && value.includes(' ') ? `${value} ${'long '.repeat(500_000)}` : value);

function clockOff(ms: number) {
  return ({ response, reply, request }: Exchange) => {
    const date = Date.parse(reply.headers?.date ?? '') || Date.now();
    sendWhole(response, { ...reply, headers: { ...reply.headers, date: new Date(date + ms).toUTCString() } });
    request.resume();
  };
}

/** Headers for the whole and then only half of it. */
function half({ response, reply }: Exchange, end: () => void): void {
  const body = bodyOf(reply);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.write(body.subarray(0, Math.max(1, body.length >> 1)), end);
}

const bomb = gzipSync(Buffer.alloc(25 * 1024 * 1024, ' '));
const hours = 3_600_000;
const mebibyte = 1024 * 1024;

export const faults: readonly Fault[] = [
  { name: '429 with seconds', answer: status(429, { 'retry-after': '3' }) },
  { name: '429 with a date', answer: status(429, { 'retry-after': 'Mon, 02 Nov 2026 09:00:00 GMT' }) },
  { name: '429 without a word', answer: status(429) },
  { name: '429 for thirty years', answer: status(429, { 'retry-after': '1000000000' }) },
  { name: '5xx', answer: (exchange) => status(exchange.random.pick([500, 502, 503, 504]))(exchange) },
  { name: 'reset in the middle of a body', answer: (exchange) => half(exchange, () => exchange.response.destroy()) },
  {
    name: 'JSON that is cut off',
    answer: ({ response, reply }) => {
      const body = bodyOf(reply);
      sendWhole(response, reply, body.subarray(0, Math.max(1, body.length - 2)));
    },
  },
  {
    name: 'JSON of another shape',
    answer: (exchange) => changed(() => exchange.random.pick<Json>([{ unexpected: true }, null, 'no']))(exchange),
  },
  { name: 'nothing, with 200', answer: ({ response }) => sendWhole(response, {}, Buffer.alloc(0)) },
  {
    name: 'a page to sign in at, with 200',
    answer: ({ response }) => sendWhole(response, { headers: { 'content-type': 'text/html' } }, Buffer.from('<!doctype html><p>Sign in')),
  },
  {
    name: 'gzip bomb',
    mostBytes: mebibyte,
    answer: ({ response }) => sendWhole(response, { headers: { 'content-encoding': 'gzip' } }, bomb),
  },
  {
    name: 'a byte a second',
    deadlineMs: 400,
    answer: (exchange) => half(exchange, () => undefined),
  },
  {
    name: 'chunks without end',
    mostBytes: mebibyte,
    answer: ({ response }) => {
      const chunk = Buffer.alloc(65_536, ' ');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.on('drain', more).on('error', () => undefined);
      more();
    },
  },
  {
    name: 'a length that is not true',
    answer: ({ response, reply }) => {
      const body = bodyOf(reply);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length + 10 });
      response.write(body, () => response.destroy());
    },
  },
  { name: 'redirects in a circle', answer: (exchange) => status(302, { location: exchange.request.url ?? '/' })(exchange) },
  {
    name: 'redirect to another host or scheme',
    answer: (exchange) =>
      status(302, { location: exchange.random.pick(['http://169.254.169.254/', 'https://evil.example/', 'file:///etc']) })(exchange),
  },
  { name: 'the page before, once more', answer: ({ response, reply, earlier }) => sendWhole(response, earlier ?? reply) },
  { name: 'the page in reverse order', answer: changed((value) => mapLists(value, (list) => list.toReversed())) },
  { name: 'gone for a moment', answer: status(404) },
  { name: 'ids of another type', answer: changed((value) => deep(value, otherType)) },
  { name: 'a clock a day ahead', answer: clockOff(24 * hours) },
  { name: 'a clock a day behind', answer: clockOff(-24 * hours) },
  { name: 'zero characters and half characters', answer: changed((value) => deep(value, unstorable)) },
  {
    name: 'a byte order mark',
    answer: ({ response, reply }) => sendWhole(response, reply, Buffer.concat([Buffer.from('\ufeff'), bodyOf(reply)])),
  },
  {
    name: 'latin-1',
    answer: ({ response, reply }) => sendWhole(response, reply, Buffer.from(bodyOf(reply).toString('utf8'), 'latin1')),
  },
  { name: 'a text of megabytes', answer: changed((value) => deep(value, endless)) },
  {
    name: 'no HTTP at all',
    answer: ({ response }) => {
      response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n');
    },
  },
  { name: 'TLS that fails', deadlineMs: 400, divert: (url) => Object.assign(new URL(url), { protocol: 'https:' }) },
  { name: 'a name that does not resolve', deadlineMs: 400, divert: (url) => Object.assign(new URL(url), { hostname: 'vendor.invalid' }) },
];

/** For the control: an answer that leaves things out and looks whole. No connector can see that, so conversations must be found missing. */
export const silentLoss: Fault = {
  name: 'silent loss',
  answer: changed((value) => mapLists(value, (list) => list.slice(1))),
};
