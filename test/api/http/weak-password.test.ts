// Weak passwords are told from strong ones of the same length.
import { describe, expect, it } from 'vitest';
import { weakness } from '#api/http/weak-password.ts';

const email = 'ada.lovelace@example.com';

describe('a password', () => {
  it.each([
    'aaaaaaaaaaaaaa',
    '121212121212',
    '123456789012',
    'abcdefghijklm',
    'qwertyuiopas',
    '210987654321',
    'Password1234!',
    'password-2026',
    'huiyin-admin-1',
    'Passwort!!2026',
    'lovelace2026!!',
    '密码密码1234567',
  ])('is refused as %s', (password) => {
    expect(weakness(password, email)).not.toBeNull();
  });

  it.each([
    'correct horse battery',
    'another long password',
    'blau-kaffee-9 Uhr',
    '我家门口有两棵枣树呀真的',
    'xK3!vv9$Lq0zPw',
    'the admin of the house',
  ])('is taken as %s', (password) => {
    expect(weakness(password, email)).toBeNull();
  });
});
