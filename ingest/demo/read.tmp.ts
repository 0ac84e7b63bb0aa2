// Scratch: print sample conversations.
import { generateDemo } from './generate.ts';

const demo = generateDemo({ seed: 'larkfold', now: Date.parse('2026-11-23T10:00:00Z'), conversations: 3000, months: 12, closures: [] });
const pick = process.argv[2] ?? 'demo-chat';
const skip = Number(process.argv[3] ?? 5);
const count = Number(process.argv[4] ?? 12);
const lang = process.argv[5];
let i = 0;
let shown = 0;
for (const page of demo.pages(500)) {
  if (page.sourceId !== pick) continue;
  for (const c of page.conversations) {
    if (lang && c.country !== lang) continue;
    i++;
    if (i % skip || shown >= count) continue;
    shown++;
    console.log(
      `\n=== ${c.externalId} ${c.category} ${c.team} ${c.country} ${c.status} ${c.exclusion ?? ''} ${c.isComplaint ? 'COMPLAINT' : ''} [${c.tags}] ${c.subject ?? ''} ${c.ratings.map((r) => r.value + '★')}`,
    );
    for (const m of c.messages)
      console.log(
        `  ${new Date((m.at ?? 0) + 8 * 3.6e6).toISOString().slice(5, 19)} ${m.actor}${m.visibility === 'private' ? '(p)' : ''}${m.kind !== 'message' ? '<' + m.kind + '>' : ''} ${m.authorName ?? ''}: ${m.text.replaceAll('\n', ' ⏎ ')}`,
      );
    console.log(
      '   ',
      c.statusChanges.map((s) => `${new Date(s.at + 8 * 3.6e6).toISOString().slice(5, 16)} ${s.status}/${s.by}`).join(', '),
    );
  }
}
