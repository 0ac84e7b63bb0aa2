// How SvelteKit builds the dashboard: one static page that asks the API for everything.
import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: 'index.html', precompress: true }),
    // The fallback page cannot carry a nonce, so the one inline script of SvelteKit is allowed by its hash.
    csp: {
      mode: 'hash',
      directives: { 'script-src': ['self'], 'object-src': ['none'], 'base-uri': ['self'] },
    },
    version: { name: process.env.npm_package_version ?? 'dev' },
  },
  compilerOptions: { runes: true },
};

export default config;
