// A real Dovecot of our own: a private port, a temporary folder, users who need nothing but a password.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '#test/support/running-server.ts';
import { stopServer, untilListening } from './own-server.ts';

const binary = '/usr/sbin/dovecot';

/** Why it cannot be run here; null where it can. It has to drop its rights to another user, which only root may. */
export function dovecotMissing(): string | null {
  if (process.getuid?.() !== 0) return 'not root';
  return spawnSync(binary, ['--version']).status === 0 ? null : 'dovecot is not installed';
}

export type Dovecot = {
  readonly plainPort: number;
  readonly tlsPort: number;
  readonly certificate: string;
  readonly password: string;
  /** Runs `doveadm` with the configuration of this server. */
  readonly admin: (args: readonly string[]) => string;
  readonly stop: () => Promise<void>;
};

function numberOf(flag: string): number {
  return Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
}

type Ports = { readonly plain: number; readonly tls: number };

function configuration(folder: string, ports: Ports, password: string): string {
  const [uid, gid] = [numberOf('-u'), numberOf('-g')];
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
mail_location = maildir:${folder}/mail/%u
first_valid_uid = ${uid}
first_valid_gid = ${gid}
mail_uid = ${uid}
mail_gid = ${gid}
default_internal_user = nobody
default_internal_group = nogroup
default_login_user = nobody
disable_plaintext_auth = no
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
auth_mechanisms = plain login xoauth2
passdb {
  driver = static
  mechanisms = plain login
  args = password=${password}
}
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${folder}/oauth2.conf
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = ${ports.plain}
  }
  inet_listener imaps {
    port = ${ports.tls}
    ssl = yes
  }
}
service anvil {
  chroot =
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
  mailbox Archive {
    auto = create
  }
}
`;
}

/** It asks somebody else whose token it is shown. */
const oauthConfiguration = (introspection: string) => `
introspection_mode = get
introspection_url = ${introspection}
username_attribute = user
active_attribute = active
active_value = true
`;

/** `introspection`: an address that, with a token behind it, says whose it is. */
export async function startDovecot(introspection: string): Promise<Dovecot> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'huiyin-dovecot-'));
  spawnSync('chmod', ['755', folder]);
  mkdirSync(path.join(folder, 'mail'));
  chownSync(path.join(folder, 'mail'), numberOf('-u'), numberOf('-g'));
  const certificate = path.join(folder, 'cert.pem');
  const request = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
  ];
  const made = spawnSync('openssl', [...request, '-keyout', path.join(folder, 'key.pem'), '-out', certificate]);
  if (made.status !== 0) throw new Error('openssl made no certificate');
  const ports = { plain: await freePort(), tls: await freePort() };
  const password = 'a-secret-word';
  const file = path.join(folder, 'dovecot.conf');
  writeFileSync(file, configuration(folder, ports, password));
  writeFileSync(path.join(folder, 'oauth2.conf'), oauthConfiguration(introspection));
  const child = spawn(binary, ['-F', '-c', file], { stdio: 'ignore' });
  await untilListening(child, ports.plain);
  return {
    plainPort: ports.plain,
    tlsPort: ports.tls,
    certificate,
    password,
    admin: (args) => {
      const done = spawnSync('doveadm', ['-c', file, ...args], { encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`doveadm ${args[0]}: ${done.stderr}`);
      return done.stdout;
    },
    stop: async () => {
      await stopServer(child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
