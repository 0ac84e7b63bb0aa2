// Whose a token is, for servers that ask: one good token for each user who is named in it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type TokenServer = { readonly url: string; readonly close: () => Promise<void> };

/** `good-USER` belongs to USER; no other token is known. The token is written behind the address. */
export async function openTokenServer(): Promise<TokenServer> {
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('token') ?? '';
    const user = /^good-(.+)$/.exec(token)?.[1];
    response.writeHead(user === undefined ? 401 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(user === undefined ? { active: 'false' } : { active: 'true', user }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/?token=`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
