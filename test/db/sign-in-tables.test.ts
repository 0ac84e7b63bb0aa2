// The tables of the sign-in library: it can use them on both databases, beside transactions of ours.
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins';
import { expect, it } from 'vitest';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Db } from '#db/open.ts';
import { describeStores } from '#test/support/stores.ts';

function openAuth(db: Db) {
  return betterAuth({
    baseURL: 'http://127.0.0.1:4000',
    secret: 'a secret for tests only, of thirty-two letters or more',
    telemetry: { enabled: false },
    database: drizzleAdapter(db.query, { provider: db.dialect === 'sqlite' ? 'sqlite' : 'pg', schema: db.tables }),
    emailAndPassword: { enabled: true },
    user: {
      additionalFields: {
        role: { type: 'string', required: false, defaultValue: 'viewer', input: false },
        disabled: { type: 'boolean', required: false, defaultValue: false, input: false },
        isDemo: { type: 'boolean', required: false, defaultValue: false, input: false },
        screenLanguage: { type: 'string', required: false },
      },
    },
    plugins: [twoFactor()],
  });
}

const person = { name: '王芳', email: 'wang@example.org', password: 'a long password of no one' };

await describeStores('the sign-in library', ({ openStore }) => {
  it('keeps users, sessions and second factors in our tables', async () => {
    const db = await openStore();
    const auth = openAuth(db);
    const { response, headers } = await auth.api.signUpEmail({ body: person, returnHeaders: true });
    const cookies = new Headers({
      cookie: headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    });
    const session = await auth.api.getSession({ headers: cookies });
    const [user] = await db.query.select().from(db.tables.user);
    expect({ id: session?.user.id, name: session?.user.name, role: session?.user.role, disabled: session?.user.disabled }).toEqual({
      id: response.user.id,
      name: '王芳',
      role: 'viewer',
      disabled: false,
    });
    expect({ ...user, createdAt: null, updatedAt: null }).toEqual({
      id: response.user.id,
      name: '王芳',
      email: 'wang@example.org',
      emailVerified: false,
      image: null,
      createdAt: null,
      updatedAt: null,
      role: 'viewer',
      disabled: false,
      isDemo: false,
      screenLanguage: null,
      twoFactorEnabled: false,
    });
    expect([user?.createdAt instanceof Date, await db.query.$count(db.tables.session), await db.query.$count(db.tables.account)]).toEqual([
      true,
      1,
      1,
    ]);
    const enabled = await auth.api.enableTwoFactor({ body: { password: person.password }, headers: cookies });
    expect([JSON.stringify(enabled).includes('otpauth://'), await db.query.$count(db.tables.twoFactor)]).toEqual([true, 1]);
    await auth.api.signOut({ headers: cookies });
    expect([await auth.api.getSession({ headers: cookies }), await db.query.$count(db.tables.session)]).toEqual([null, 0]);
  });

  it('refuses a second user with the same address', async () => {
    const auth = openAuth(await openStore());
    await auth.api.signUpEmail({ body: person });
    await expect(auth.api.signUpEmail({ body: person })).rejects.toThrow(/already exists/i);
  });

  it('writes while a page is being saved, without waiting for ever', async () => {
    const db = await openStore();
    const auth = openAuth(db);
    const signUps: unknown[] = [];
    await Promise.all([
      inTransaction(db, async (tx) => {
        await tx.query.insert(tx.tables.calendar).values({ id: 'a', label: 'a' });
        for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      }),
      ...['a', 'b', 'c'].map(async (name) =>
        signUps.push(await auth.api.signUpEmail({ body: { ...person, email: `${name}@example.org` } })),
      ),
    ]);
    expect([signUps.length, await db.query.$count(db.tables.user)]).toEqual([3, 3]);
  });
});
