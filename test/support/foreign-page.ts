// A page of somebody else: another origin with a strict policy, which allows the house for scripts and connections and no style at all.
import { createServer } from 'node:http';

export type ForeignPage = { readonly url: string; readonly close: () => Promise<void> };

/** Serves one document under a policy that allows nothing but scripts and connections of `house`. */
export async function openForeignPage(house: string, body: string): Promise<ForeignPage> {
  const policy = `default-src 'none'; script-src ${house}; connect-src ${house}; img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'`;
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Boutique</title></head><body><main><h1>Contact</h1>${body}</main></body></html>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
    response.end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
