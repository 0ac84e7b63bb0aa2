// Runs a Bluesky network in a process of its own: says where it is reached, takes in what was written when told to, ends with its input.
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';

const [folder = '.', postgresUrl = ''] = process.argv.slice(2);
const { TestNetwork } = createRequire(path.join(folder, 'package.json'))('@atproto/dev-env');

const network = await TestNetwork.create({ dbPostgresUrl: postgresUrl, dbPostgresSchema: 'bluesky' });
const say = (line) => process.stdout.write(`huiyin ${JSON.stringify(line)}\n`);
say({ url: network.pds.url });
for await (const line of readline.createInterface({ input: process.stdin })) {
  if (line !== 'take in') continue;
  await network.processAll();
  say({ done: true });
}
await network.close();
process.exit(0);
