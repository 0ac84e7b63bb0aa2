// `huiyin serve`: the server, what `npm start` runs.
import type { Command } from 'commander';

export type ServeOptions = { readonly demoIfEmpty: boolean };

/** `serve` resolves once the server has stopped. */
export function registerServe(program: Command, serve: (options: ServeOptions) => Promise<void>): void {
  program
    .command('serve')
    .option('--demo-if-empty', 'load the demo company where the store is empty', false)
    .description('start the server (PORT, HOST, HUIYIN_DATA, HUIYIN_URL, DATABASE_URL)')
    .action(async (options: ServeOptions) => await serve(options));
}
