// People in the settings: permissions, agents' entries, invitations, passwords.
import { describe, expect, it } from 'vitest';
import { permissions as housePermissions, roles as houseRoles, rolePermissions as houseTable } from '#db/model/role.ts';
import { permissions, rolePermissions, roles, rolesThatMay } from '../../../dashboard/src/lib/settings/people/permission-table.ts';
import { isActiveOn, staffChange, staffDraft, staffProblems } from '../../../dashboard/src/lib/settings/people/staff-draft.ts';
import { inviteProblems, passwordProblems, secretOf } from '../../../dashboard/src/lib/settings/people/user-draft.ts';

const member = {
  key: 'a1',
  source: 'Mailbox',
  name: 'Lin Yue',
  team: 'Wallet',
  languages: ['zh-Hans', 'en'],
  activeFrom: '2026-01-01',
  activeTo: null,
};

describe('permission table', () => {
  it('says what the server’s own table says', () => {
    const sorted = (table: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(table).map(([role, list]) => [role, [...list].sort()]));
    expect(sorted(rolePermissions)).toEqual(sorted(houseTable));
    expect([...roles]).toEqual([...houseRoles]);
    expect([...permissions].sort()).toEqual([...housePermissions].sort());
  });
  it('names the roles to turn to', () => {
    expect([rolesThatMay('settings:write'), rolesThatMay('users:write')]).toEqual([['admin', 'support_manager'], ['admin']]);
  });
});

describe('agents', () => {
  it('sends only what changed, and empty fields as nothing', () => {
    const draft = staffDraft(member);
    expect(staffChange(member, draft)).toBeNull();
    expect(staffChange(member, { ...draft, team: ' ', languages: ['en'], activeTo: '2026-12-31' })).toEqual({
      team: null,
      languages: ['en'],
      activeTo: '2026-12-31',
    });
  });
  it('names what is wrong field by field', () => {
    const draft = staffDraft(member);
    expect(staffProblems(draft)).toEqual({});
    expect(staffProblems({ ...draft, name: ' ', activeFrom: '2026-02-30', activeTo: '2025-01-01' })).toEqual({
      name: 'required',
      activeFrom: 'not-a-day',
    });
    expect(staffProblems({ ...draft, activeTo: '2025-12-31' })).toEqual({ activeTo: 'before-from' });
  });
  it('counts the first and the last day of service', () => {
    const served = { activeFrom: '2026-01-01', activeTo: '2026-06-30' };
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => isActiveOn(served, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isActiveOn({ activeFrom: null, activeTo: null }, '2026-01-01')).toBe(true);
  });
});

describe('users', () => {
  it('refuses an invitation without a name or an address', () => {
    expect(inviteProblems({ name: '', email: 'x' })).toEqual({ name: 'required', email: 'not-an-email' });
    expect(inviteProblems({ name: 'A', email: '' })).toEqual({ email: 'required' });
    expect(inviteProblems({ name: 'A', email: 'a@example.com' })).toEqual({});
  });
  it('asks for a long password that is new and typed twice alike', () => {
    expect(passwordProblems({ current: '', chosen: 'short', again: 'shor' })).toEqual({
      current: 'required',
      chosen: 'too-short',
      again: 'differs',
    });
    const same = 'one long sentence';
    expect(passwordProblems({ current: same, chosen: same, again: same })).toEqual({ chosen: 'same' });
    expect(passwordProblems({ current: 'old', chosen: same, again: same })).toEqual({});
  });
  it('reads the secret for authenticators that cannot scan', () => {
    expect(secretOf('otpauth://totp/Huiyin:a?secret=JBSWY3DPEHPK3PXP&issuer=Huiyin')).toBe('JBSW Y3DP EHPK 3PXP');
    expect(secretOf('otpauth://totp/Huiyin')).toBe('');
  });
});
