// Scratch: shows texts and measures.
import { generateDemo } from './generate.ts';

const t0 = performance.now();
const c0 = process.cpuUsage();
const demo = generateDemo({
  seed: 'larkfold',
  now: Date.parse('2026-11-23T10:00:00Z'),
  conversations: Number(process.argv[2] ?? 30000),
  months: 12,
  closures: [],
});
const t1 = performance.now();
const c1 = process.cpuUsage();
const firsts = new Map<string, number>();
const byCat = new Map<string, [number, number]>();
const byLang = new Map<string, [number, number]>();
let n = 0;
let leaks = 0;
let msgs = 0;
let chars = 0;
const all: any[] = [];
const want = process.argv[3];
for (const page of demo.pages(500)) {
  n += page.conversations.length;
  leaks += page.leaks.length;
  for (const c of page.conversations) {
    msgs += c.messages.length;
    for (const m of c.messages) chars += m.text.length;
    const f = c.messages.find((m) => m.actor === 'customer');
    if (f && c.exclusion !== 'spam') {
      const k = f.text;
      const seen = firsts.get(k) ?? 0;
      firsts.set(k, seen + 1);
      const a = byCat.get(c.category!) ?? [0, 0];
      a[0]++;
      if (seen) a[1]++;
      byCat.set(c.category!, a);
    }
    if (want && (n % 37 === 0 || all.length < 4000)) all.push(c);
  }
}
const t2 = performance.now();
const c2 = process.cpuUsage();
let dup = 0;
for (const v of firsts.values()) if (v > 1) dup += v - 1;
console.log({
  n,
  expected: demo.conversations,
  leaks,
  msgs,
  chars,
  sim: Math.round(t1 - t0),
  text: Math.round(t2 - t1),
  cpuSim: (c1.user - c0.user) / 1e3,
  cpuText: (c2.user - c1.user) / 1e3,
  dupShare: ((100 * dup) / n).toFixed(2),
});
console.log([...byCat].map(([k, [a, b]]) => `${k} ${b}/${a}`).join(' | '));
console.log(
  [...firsts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 25)
    .map(([t, c]) => `${c}x ${t}`)
    .join('\n'),
);
