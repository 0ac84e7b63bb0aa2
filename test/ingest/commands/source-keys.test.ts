// `huiyin sources keys`: a key is shown once, listed by its end, and revoked.
import { describe, expect, it } from 'vitest';
import { findAudit } from '#db/store/audit.ts';
import { findOpenKeys } from '#db/store/source-keys.ts';
import { temporaryFolder } from '#test/support/import-files.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';

describe('huiyin sources keys', () => {
  it('makes a key and its source, lists it without the secret, and revokes it', async () => {
    const room = openCommandRoom(temporaryFolder());
    const made = await room.run(['sources', 'keys', 'add', 'wallet app', '--label', 'Nightly job']);
    expect(made).toEqual({
      stdout:
        'key 1 of wallet app, for POST /api/push/wallet%20app/conversations; it is shown this once:\nhy_push_a-token-of-this-test-xxxxxxxxxxx\n',
      stderr: '',
      failure: null,
    });
    const secret = 'a secret that Zendesk made';
    const hook = await room.run(['sources', 'keys', 'add', 'wallet app', '--for', 'zendesk', '--secret', '-'], { stdin: `${secret}\n` });
    expect(hook.stdout).toContain('POST /api/hooks/wallet%20app');
    const listed = await room.run(['sources', 'keys', 'list', 'wallet app']);
    expect(listed.stdout).toBe('1: push …xxxx (Nightly job), last used never\n2: zendesk …made (a sender), last used never\n');
    expect((await room.run(['sources', 'keys', 'revoke', '1'])).stdout).toBe('revoked key 1 of wallet app\n');
    expect((await room.run(['sources', 'keys', 'revoke', '1'])).failure).toBe('no open key 1');
    const db = await room.open();
    expect((await findOpenKeys(db, 'wallet app')).map(({ id, use }) => [id, use])).toEqual([[2, 'zendesk']]);
    const audit = await findAudit(db);
    expect(audit.map(({ action }) => action)).toEqual(['source_key_revoked', 'source_key_added', 'source_key_added']);
    expect(JSON.stringify([audit, await db.query.select().from(db.tables.sourceKey)])).not.toContain(secret);
    await db.close();
  });

  it('says what is wrong, and makes nothing', async () => {
    const room = openCommandRoom(temporaryFolder());
    const failure = async (...args: string[]) => (await room.run(['sources', 'keys', ...args])).failure;
    expect(await failure('add', 'a', '--for', 'intercom')).toContain('paste the one that its settings page shows');
    expect(await failure('add', 'a', '--for', 'nobody')).toContain('Allowed choices are push, standard-webhooks');
    expect(await failure('add', '/etc', '--for', 'push')).toContain('must be 1 to 64 letters');
    expect(await failure('revoke', 'x')).toContain('the number of a key');
    expect((await room.run(['sources', 'keys', 'list', 'a'])).stdout).toBe('no keys\n');
  });
});
