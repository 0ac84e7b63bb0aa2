// Loopback: whether a server or a request stays on this machine.

const loopbackNames = ['localhost', '127.0.0.1', '::1', '[::1]'];

/** True for addresses that only this machine can reach. */
export function isLoopbackHost(host: string): boolean {
  return loopbackNames.includes(host.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(host);
}

const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * True where the request names a loopback host and shows no sign of a proxy.
 * The Host header is what defeats DNS rebinding: a page of another site that resolves to 127.0.0.1 still sends its own name.
 */
export function isLoopbackRequest(headers: Headers): boolean {
  const host = headers.get('host');
  if (host === null || proxyHeaders.some((name) => headers.has(name))) return false;
  return isLoopbackHost(host.replace(/:\d{1,5}$/, ''));
}
