// Calibration scratch file, removed later.
import { defaultCalendars, defaultPromises } from '#db/facts/default-settings.ts';
import { deriveFacts } from '#db/facts/derive-facts.ts';
import { waitStateAt } from '#db/facts/wait-state-at.ts';
import { liveThrough } from './demo-year.ts';
import { effectAt } from './story.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const calendars = defaultCalendars('Asia/Shanghai', ['CN'], [2025, 2026, 2027]);
const promises = defaultPromises();
const ex = calendars.find((c) => c.id === 'business')?.versions[0]?.exceptions ?? [];
const closures = ex.filter((e) => e.intervals.length === 0).map((e) => ({ date: e.date as string, label: e.label }));
const t0 = performance.now();
const year = liveThrough({
  seed: process.argv[2] ?? 'larkfold',
  now,
  conversations: Number(process.argv[3] ?? 30000),
  months: 12,
  closures,
  eventsMatter: process.argv[4] !== 'off',
});
console.log('simulated', Math.round(performance.now() - t0), 'ms', year.traces.length);
for (const h of year.timeline.happenings)
  console.log(new Date(h.fromAt + 8 * 3.6e6).toISOString().slice(0, 16), h.kind, h.label, h.magnitude ?? '');
const t1 = performance.now();
type W = {
  week: number;
  channel: string;
  ms: number | null;
  state: string;
  met: boolean | null;
  ordinal: number;
  nudges: number;
  caused: boolean;
  stress: number;
  at: number;
  hour: number;
  lang: string;
};
const rows: W[] = [];
let msgs = 0;
const csat: { week: number; v: number; stress: number }[] = [];
const dayStress = new Map<number, number>();
for (const h of year.timeline.happenings) {
  if (!h.effect) continue;
  for (let t = h.fromAt; t < h.fromAt + 15 * 86400000; t += 3.6e6) {
    const d = Math.floor((t + 8 * 3.6e6) / 86400000);
    dayStress.set(d, (dayStress.get(d) ?? 0) + effectAt(h.effect, t - h.fromAt) / 24);
  }
}
const maxChat = 0;
let never = 0;
let total = 0;
let complaints = 0;
let merged = 0;
let pub = 0;
let wrong = 0;
let escal = 0;
let reop = 0;
let withdrawn = 0;
let mism = 0;
let replies = 0;
for (const trace of year.traces) {
  const d = Math.floor((trace.arrival.at + 8 * 3.6e6) / 86400000);
  const stress = dayStress.get(d) ?? 0;
  const week = Math.floor((trace.arrival.at - year.startAt) / (7 * 86400000));
  const turns = trace.turns.filter((t) => t.at < now).sort((a, b) => a.at - b.at);
  msgs += turns.length;
  total++;
  if (trace.isComplaint) complaints++;
  if (trace.exclusion) merged++;
  if (trace.turns[0]?.role === 'public-complaint') pub++;
  if (trace.wasWrongLanguage) wrong++;
  if (trace.escalated) escal++;
  if (trace.reopened) reop++;
  for (const t of turns)
    if (t.actor === 'agent' && t.visibility === 'public') {
      replies++;
      if (t.language !== trace.language) mism++;
    }
  for (const r of trace.ratings) if (r.at < now && trace.channel !== 'app_store_review') csat.push({ week, v: r.value, stress });
  const changes = trace.changes.filter((c) => c.at < now).sort((a, b) => a.at - b.at);
  const facts = deriveFacts({
    conversation: {
      channel: trace.channel,
      status: changes[changes.length - 1]?.status ?? 'open',
      statusChanges: changes,
      exclusion: trace.exclusion,
      mergedInto: null,
      openedAt: trace.arrival.at,
      isComplaint: trace.isComplaint,
      language: trace.language,
    },
    messages: turns.map((t, i) => ({
      externalId: String(i),
      at: t.at,
      actor: t.actor,
      authorKey: String(t.agent),
      visibility: t.visibility,
      kind: t.kind,
      body: 'x '.repeat(20),
      language: t.language,
      needsAnswer: !['thanks', 'thumbs', 'withdraw'].includes(t.role),
      needsAnswerReason: t.role === 'withdraw' ? 'withdrawn' : null,
      deletedAt: null,
    })) as never,
    mergedFirstAt: null,
    calendars,
    promises,
    reopenWindowMs: 7 * 86400000,
  });
  for (const w of facts.waits) {
    if (w.state === 'excluded') continue;
    const st = waitStateAt(w, now);
    const met =
      st === 'answered'
        ? w.dueAt === null || w.untilAt === null
          ? null
          : w.untilAt <= w.dueAt
        : st === 'open_overdue' || st === 'closed_unanswered'
          ? false
          : null;
    if (w.ordinal === 1 && st === 'closed_unanswered') never++;
    if (st === 'withdrawn') withdrawn++;
    rows.push({
      week,
      channel: trace.channel,
      ms: w.untilAt === null ? null : w.untilAt - w.fromAt,
      state: st,
      met,
      ordinal: w.ordinal,
      nudges: w.nudges,
      caused: trace.arrival.cause !== null,
      stress,
      at: trace.arrival.at,
      hour: Math.floor((trace.arrival.at / 3.6e6 + 8) % 24),
      lang: trace.language,
    });
  }
}
console.log('facts', Math.round(performance.now() - t1), 'ms; msgs/conv', (msgs / total).toFixed(2), 'waits', rows.length);
const pct = (n: number, d: number) => (d ? ((100 * n) / d).toFixed(1) : '-');
console.log({
  never: pct(never, total),
  complaints: pct(complaints, total),
  merged: pct(merged, total),
  pub: pct(pub, total),
  wrong: pct(wrong, total),
  mism: pct(mism, replies),
  escal: pct(escal, total),
  reop: pct(reop, total),
  withdrawn: pct(withdrawn, total),
  nudged: pct(rows.filter((r) => r.nudges > 0).length, rows.length),
  csatN: csat.length,
  csat: pct(csat.filter((c) => c.v >= 4).length, csat.length),
});
const att = (rs: W[]) => pct(rs.filter((r) => r.met === true).length, rs.filter((r) => r.met !== null).length);
const med = (rs: W[], q: number) => {
  const v = rs.map((r) => r.ms ?? 1e12).sort((a, b) => a - b);
  const m = v[Math.floor(v.length * q)] ?? 0;
  return m > 1e11 ? 'nr' : (m / 60000).toFixed(1);
};
const first = rows.filter((r) => r.ordinal === 1);
for (const c of [...new Set(rows.map((r) => r.channel))]) {
  const rs = first.filter((r) => r.channel === c);
  const calm = rs.filter((r) => r.stress < 0.1);
  const hot = rs.filter((r) => r.stress > 0.8);
  console.log(
    c.padEnd(18),
    rs.length,
    'p50',
    med(rs, 0.5),
    'p90',
    med(rs, 0.9),
    'att',
    att(rs),
    '| calm p50',
    med(calm, 0.5),
    'p90',
    med(calm, 0.9),
    'att',
    att(calm),
    calm.length,
    '| hot p50',
    med(hot, 0.5),
    'p90',
    med(hot, 0.9),
    'att',
    att(hot),
    hot.length,
    'next p50',
    med(
      rows.filter((r) => r.channel === c && r.ordinal > 1),
      0.5,
    ),
    'att',
    att(rows.filter((r) => r.channel === c && r.ordinal > 1)),
    'nudged',
    pct(rs.filter((r) => r.nudges > 0).length, rs.length),
    'never',
    pct(rs.filter((r) => r.state === 'closed_unanswered').length, rs.length),
  );
}
const weeks = Math.max(...rows.map((r) => r.week));
const line: string[] = [];
for (let w = 0; w <= weeks; w++) {
  const rs = rows.filter((r) => r.week === w);
  const cs = csat.filter((c) => c.week === w);
  line.push(
    `w${w} n${first.filter((r) => r.week === w).length} caused ${pct(rs.filter((r) => r.caused).length, rs.length)} att ${att(rs)} first ${att(rs.filter((r) => r.ordinal === 1))} chat ${att(rs.filter((r) => r.channel === 'chat' && r.ordinal === 1))} mail ${att(rs.filter((r) => r.channel === 'email'))} nudged ${pct(rs.filter((r) => r.nudges > 0).length, rs.length)} csat ${pct(cs.filter((c) => c.v >= 4).length, cs.length)}`,
  );
}
console.log(line.join('\n'));
const cc = csat.filter((c) => c.stress < 0.1);
const ch = csat.filter((c) => c.stress > 0.8);
console.log('csat calm', pct(cc.filter((c) => c.v >= 4).length, cc.length), 'hot', pct(ch.filter((c) => c.v >= 4).length, ch.length));
const dist = [1, 2, 3, 4, 5].map((v) => csat.filter((c) => c.v === v).length);
console.log('dist', dist);
const hourStress = (at: number) => year.timeline.happenings.reduce((s, h) => s + (h.effect ? effectAt(h.effect, at - h.fromAt) : 0), 0);
const chatRows = first.filter((r) => r.channel === 'chat').map((r) => ({ r, s: hourStress(r.at) }));
console.log(
  'chat by hour stress',
  [
    [-1, 0.1],
    [0.1, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 9],
  ]
    .map(([a, b]) => {
      const rs = chatRows.filter((x) => x.s > (a ?? 0) && x.s <= (b ?? 0)).map((x) => x.r);
      return `${a}-${b}: n${rs.length} att ${att(rs)} p50 ${med(rs, 0.5)} p90 ${med(rs, 0.9)}`;
    })
    .join(' | '),
);
console.log(
  'open',
  rows.filter((r) => r.state === 'open_not_due').length,
  'overdue',
  rows.filter((r) => r.state === 'open_overdue').length,
);
console.log(
  'chat att by hour',
  Array.from({ length: 24 }, (_, h) => `${h}:${att(first.filter((r) => r.channel === 'chat' && r.hour === h && r.stress < 0.1))}`).join(
    ' ',
  ),
);
console.log(
  'by lang',
  ['zh', 'en', 'fr', 'de', 'es', 'ru']
    .map(
      (l) =>
        `${l} ${att(first.filter((r) => r.lang === l))} chat ${att(first.filter((r) => r.lang === l && r.channel === 'chat' && r.ordinal === 1))} mail ${att(first.filter((r) => r.lang === l && r.channel === 'email'))}`,
    )
    .join(' | '),
);
