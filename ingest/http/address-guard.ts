// Which addresses an outbound request may reach: public ones, and those that the operator has named.
import dns from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { AppError } from '#db/model/errors.ts';

const closed = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [address = '', bits = ''] = range.split('/');
  closed.addSubnet(address, Number(bits), 'ipv4');
}
// Of IPv6 only global unicast is public, and in it neither examples nor the tunnels that hide an IPv4 address.
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const tunnels6 = new BlockList();
for (const [address, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  tunnels6.addSubnet(address, bits, 'ipv6');
}

/** Whether a numeric address belongs to the public internet; false for text that is no address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && open6.check(address, 'ipv6') && !tunnels6.check(address, 'ipv6');
}

export type AddressGuard = {
  /** Throws `forbidden` where the scheme, the port or a numeric host is not allowed. Names are judged by `lookup`. */
  readonly check: (url: URL) => void;
  /** The same for a mail server: its own ports only, and without encryption only where the operator has named the host. */
  readonly checkMail: (server: { readonly host: string; readonly port: number; readonly security: string }) => void;
  /** A resolver that refuses names which lead to a closed address, so that what was checked is what is connected to. */
  readonly lookup: LookupFunction;
};

const plainPorts: ReadonlySet<string> = new Set(['', '80', '443']);
const mailPorts: ReadonlySet<number> = new Set([143, 993]);

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** `allowed`: hosts, as `name` or `name:port`, that may lie inside: a help desk on the company's own network. */
export function openAddressGuard(allowed: readonly string[]): AddressGuard {
  const named = new Set(allowed.map((host) => host.trim().toLowerCase()).filter((host) => host !== ''));
  const names = new Set([...named].map((host) => bare(host.replace(/:\d+$/, ''))));
  return {
    check(url) {
      if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused(url, 'only http and https are allowed');
      if (url.username !== '' || url.password !== '') throw refused(url, 'a name or password in the address is not allowed');
      const host = bare(url.hostname);
      if (named.has(host) || named.has(`${host}:${url.port}`) || named.has(url.host.toLowerCase())) return;
      if (!plainPorts.has(url.port)) throw refused(url, 'only the ports 80 and 443 are allowed');
      if (isIP(host) !== 0 && !isPublicAddress(host)) throw refused(url, 'it is not a public address');
      if (host === 'localhost' || host.endsWith('.localhost')) throw refused(url, 'it is this machine');
    },
    checkMail({ host: typed, port, security }) {
      const host = bare(typed);
      if (named.has(host) || named.has(`${host}:${port}`)) return;
      const why = closedMail(host, port, security);
      if (why !== null) throw new AppError('forbidden', `${host}:${port} may not be reached: ${why}`);
    },
    lookup(hostname, options, callback) {
      dns.lookup(hostname, { ...options, all: true }, (error, found) => {
        if (error !== null) {
          callback(error, '', 4);
          return;
        }
        const isAllowed = names.has(bare(hostname)) || found.every(({ address }) => isPublicAddress(address));
        const [first] = found;
        if (!isAllowed || first === undefined) {
          const reason = new AppError('forbidden', `${hostname} leads to an address inside; name it in HUIYIN_ALLOW_HOSTS if it is meant`);
          callback(Object.assign(reason, { code: 'forbidden' as const }), '', 4);
        } else if (options.all === true) callback(null, found);
        else callback(null, first.address, first.family);
      });
    },
  };
}

function closedMail(host: string, port: number, security: string): string | null {
  if (!mailPorts.has(port)) return 'only the ports 143 and 993 are allowed';
  if (security === 'none') return 'without encryption only hosts that HUIYIN_ALLOW_HOSTS names are read';
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'it is not a public address';
  return host === 'localhost' || host.endsWith('.localhost') ? 'it is this machine' : null;
}

function refused(url: URL, why: string): AppError {
  return new AppError('forbidden', `${url.protocol}//${url.host} may not be reached: ${why}`);
}
