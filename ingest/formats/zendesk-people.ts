// Who wrote a Zendesk comment: customer, agent, bot or the system itself.
import type { Actor } from '#db/model/conversation.ts';
import { type Fields, isFields, readId, readList, readText, toFields } from './field-values.ts';

export type Person = { readonly role: string | null; readonly name: string | null };

export type People = {
  readonly requesterId: string | null;
  /** Copied people: end users, or agents where the users list says so. */
  readonly copied: ReadonlySet<string>;
  readonly known: ReadonlyMap<string, Person>;
};

/** The people of a ticket, from its ids, its embedded `requester`, `submitter`, `assignee`, and a side-loaded `users` list. */
export function readPeople(ticket: Fields): People {
  const known = new Map<string, Person>();
  const embedded = (['requester', 'submitter', 'assignee'] as const).flatMap((name) =>
    isFields(ticket[name]) ? [{ name, user: toFields(ticket[name], name) }] : [],
  );
  const listed = readList(ticket.users, 'users', 10_000).map((user, index) => ({
    name: `users[${index}]`,
    user: toFields(user, `users[${index}]`),
  }));
  for (const { name, user } of [...embedded, ...listed]) {
    const id = readId(user.id, `${name}.id`);
    if (id !== null) known.set(id, { role: readText(user.role, `${name}.role`, 64), name: readText(user.name, `${name}.name`, 512) });
  }
  const idOf = (name: string): string | null =>
    readId(ticket[`${name}_id`], `${name}_id`) ?? (isFields(ticket[name]) ? readId(toFields(ticket[name], name).id, `${name}.id`) : null);
  const copied = ['collaborator_ids', 'email_cc_ids'].flatMap((name) =>
    readList(ticket[name], name, 10_000).map((id, index) => readId(id, `${name}[${index}]`)),
  );
  return { requesterId: idOf('requester'), copied: new Set(copied.filter((id) => id !== null)), known };
}

/** Zendesk's own automations write as author -1 or through a rule; their words are the system's, whoever owns the rule. */
const automatic: readonly string[] = ['rule', 'system', 'trigger', 'automation'];

/** The role of an author. Without a users list: the requester and copied people are customers, everybody else is an agent. */
export function actorOf(people: People, authorId: string | null, viaChannel: string | null): Actor {
  if (authorId === null || authorId === '-1' || (viaChannel !== null && automatic.includes(viaChannel))) return 'system';
  const role = people.known.get(authorId)?.role ?? null;
  if (role === 'agent' || role === 'admin') return authorId === people.requesterId ? 'customer' : 'agent';
  if (role === 'end-user' || authorId === people.requesterId || people.copied.has(authorId)) return 'customer';
  return role === 'bot' ? 'bot' : 'agent';
}
