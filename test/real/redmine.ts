// A real Redmine of our own: Debian's package over a database in a temporary folder, with a project, customers and staff.
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '#test/support/running-server.ts';
import { stopServer, untilListening } from './own-server.ts';

const home = '/usr/share/redmine';

/** Why it cannot be run here; null where it can. */
export function redmineMissing(): string | null {
  return existsSync(path.join(home, 'config.ru')) ? null : 'redmine is not installed';
}

export type Redmine = {
  readonly url: string;
  readonly port: number;
  readonly keys: { readonly reader: string; readonly jo: string; readonly anna: string };
  readonly stop: () => Promise<void>;
};

/** Issues by Jo, a customer; every second one is answered by Anna; a hundred of them changed in the same second. */
const seed = (issues: number) => `
Redmine::DefaultData::Loader.load('en')
Setting.rest_api_enabled = 1
def person(login, admin = false)
  user = User.new(firstname: login.capitalize, lastname: 'Test', mail: "#{login}@example.org", language: 'en', admin: admin)
  user.login = login
  user.password = user.password_confirmation = 'a-secret-word'
  user.save!
  user
end
reader, anna, jo = person('reader', true), person('anna'), person('jo')
project = Project.new(name: 'Support', identifier: 'support', is_public: true)
project.trackers = Tracker.all
project.save!
Member.create!(project: project, principal: anna, roles: [Role.find_by_name('Developer')])
Member.create!(project: project, principal: jo, roles: [Role.find_by_name('Reporter')])
${issues}.times do |n|
  issue = Issue.create!(project: project, tracker: Tracker.first, author: jo, subject: "Withdrawal #{n + 1}",
    description: "Where is withdrawal #{n + 1}?", priority: IssuePriority.default || IssuePriority.first, status: IssueStatus.first)
  next if n.even?
  issue.reload
  issue.init_journal(anna, "We look into #{n + 1}.")
  issue.save!
end
Issue.where('id > 10 AND id <= 110').update_all(updated_on: Time.now - 3600)
puts "KEYS #{reader.api_key} #{jo.api_key} #{anna.api_key}"
`;

const serve = `
require 'webrick'
require 'rack'
require 'rack/handler/webrick'
require '${home}/config/environment'
Rack::Handler::WEBrick.run(Rails.application, Host: '127.0.0.1', Port: ARGV.fetch(0).to_i, AccessLog: [], Logger: WEBrick::Log.new(File::NULL))
`;

function done(result: SpawnSyncReturns<string>, what: string): string {
  if (result.status !== 0) throw new Error(`${what}: ${result.stderr.slice(0, 500)}`);
  return result.stdout;
}

export async function startRedmine(issues: number): Promise<Redmine> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'huiyin-redmine-'));
  try {
    return await startIn(folder, issues);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string, issues: number): Promise<Redmine> {
  for (const part of ['config', 'log', 'tmp', 'files']) mkdirSync(path.join(folder, part));
  writeFileSync(path.join(folder, 'config', 'database.yml'), `production:\n  adapter: sqlite3\n  database: ${folder}/redmine.db\n`);
  writeFileSync(path.join(folder, 'seed.rb'), seed(issues));
  writeFileSync(path.join(folder, 'serve.rb'), serve);
  const env = {
    ...process.env,
    RAILS_ENV: 'production',
    SECRET_KEY_BASE: 'a'.repeat(64),
    SCHEMA: path.join(folder, 'schema.rb'),
    // Instances live under /usr/share/redmine/instances; this one is reached from there.
    REDMINE_INSTANCE: path.join('../../../..', folder),
  };
  const run = { cwd: home, env, encoding: 'utf8' as const, maxBuffer: 64 * 1024 * 1024 };
  done(spawnSync('bin/rake', ['db:migrate'], run), 'the migrations');
  const said = done(spawnSync('bin/rails', ['runner', path.join(folder, 'seed.rb')], run), 'the first issues');
  const [, reader = '', jo = '', anna = ''] = /^KEYS (\S+) (\S+) (\S+)$/m.exec(said) ?? [];
  const port = await freePort();
  const child = spawn('ruby', [path.join(folder, 'serve.rb'), String(port)], { cwd: home, env, stdio: 'ignore' });
  await untilListening(child, port);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    keys: { reader, jo, anna },
    stop: async () => {
      await stopServer(child, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
