// The redactor: takes secrets and personal details out of a text. The only maker of RedactedText.
import { AppError } from '#db/model/errors.ts';
import type { RedactedText } from '#db/model/redacted-text.ts';
import { hiddenInBase64 } from './redaction/base64-part.ts';
import type { Detector, Evidence } from './redaction/detector.ts';
import type { Finding } from './redaction/finding.ts';
import { detectors as allDetectors } from './redaction/index.ts';
import { toOriginal } from './redaction/layer.ts';
import { type Located, settleOverlaps } from './redaction/overlaps.ts';
import { type TextView, viewsOf } from './redaction/text-view.ts';

export type Redaction = { readonly text: RedactedText; readonly findings: readonly Finding[] };

/** What may be told to the redactor beyond the text: proof from the rest of the thread, and (in tests) other detectors. */
export type RedactionOptions = {
  readonly evidence?: Evidence;
  readonly detectors?: readonly Detector[];
  /** Stretches that are known to be secret from elsewhere: part of a phrase that was sent one word a message. */
  readonly also?: readonly Located[];
};

// Detectors whose secrets are long enough to be sent in pieces. The others would join the end of one message with the beginning of the next.
const joinable: ReadonlySet<string> = new Set([
  'seed-phrase',
  'seed-phrase-chinese',
  'hex-key',
  'wallet-key',
  'extended-key',
  'solana-key',
  'keystore',
  'pem-key',
]);

const noEvidence: Evidence = { addresses: new Set() };
// Each round takes at least one secret out, and hardly any text needs a second.
const mostRounds = 12;
// No message holds so many. A text that does was made to keep the redactor busy.
const mostFindings = 5000;

/** Findings of one detector, in the coordinates of the text. Its errors carry no text: a cause could quote the secret. */
function locate(detector: Detector, view: TextView, evidence: Evidence, into: Located[]): void {
  try {
    const spans = detector.find(view, evidence);
    if (spans.length === 0) return;
    for (const span of spans) into.push({ ...span, ...toOriginal(view.layer, span.start, span.end) });
  } catch {
    throw new AppError('internal', `redaction failed in detector ${detector.name}; nothing was kept of the text`);
  }
}

function inViews(views: readonly TextView[], { evidence = noEvidence, detectors = allDetectors }: RedactionOptions): Located[] {
  const found: Located[] = [];
  for (const view of views) {
    for (const detector of detectors) {
      if ((view.traits & detector.needs) === 0) continue;
      locate(detector, view, evidence, found);
      if (found.length > mostFindings)
        throw new AppError('invalid', `more than ${mostFindings} secrets in one text; nothing was kept of it`);
    }
  }
  return found;
}

/** All findings of a text as it stands, overlaps settled. Throws AppError where a detector fails, and where there are more than 5,000. */
export function findSecrets(text: string, options: RedactionOptions = {}): readonly Finding[] {
  const views = viewsOf(text);
  const found = inViews(views, options);
  // Sixteen characters of base64, or ten with their padding, are the least that could hold anything.
  const longest = views.reduce((most, view) => Math.max(most, view.longestRun), 0);
  if (longest >= 16 || (longest >= 11 && text.includes('=')))
    found.push(...hiddenInBase64(text, (part) => inViews(viewsOf(part), options)));
  return found.length === 0 ? [] : settleOverlaps(found);
}

/** Findings of the detectors that read long secrets only; for texts joined from several messages. */
export function findCritical(text: string, options: RedactionOptions = {}): readonly Finding[] {
  const { detectors = allDetectors } = options;
  return findSecrets(text, { ...options, detectors: detectors.filter((detector) => joinable.has(detector.name)) });
}

/** The text with a token in the place of each finding. Findings must be in order and must not overlap. */
function withTokens(text: string, findings: readonly Finding[]): string {
  let result = '';
  let at = 0;
  for (const finding of findings) {
    result += text.slice(at, finding.start) + finding.token;
    at = finding.end;
  }
  return result + text.slice(at);
}

/** A finding in a text with tokens, told in the coordinates of the text before; a finding that touches a token takes its secret along. */
function beforeTokens(finding: Finding, earlier: readonly Finding[]): Located {
  let shift = 0;
  let { start, end } = finding;
  let isStartKnown = false;
  for (const each of earlier) {
    const tokenStart = each.start + shift;
    const tokenEnd = tokenStart + each.token.length;
    if (!isStartKnown && finding.start < tokenEnd) {
      start = finding.start < tokenStart ? finding.start - shift : each.start;
      isStartKnown = true;
    }
    if (finding.end <= tokenStart) break;
    shift += each.token.length - (each.end - each.start);
    end = finding.end <= tokenEnd ? each.end : finding.end - shift;
  }
  if (!isStartKnown) start = finding.start - shift;
  if (earlier.length === 0 || finding.end <= (earlier[0]?.start ?? 0)) end = finding.end;
  return { kind: finding.kind, start, end, ...(finding.note ? { note: finding.note } : {}) };
}

/**
 * Redacts one text. Findings are offsets into the input. Throws AppError where a detector fails: nothing unredacted ever comes back.
 * Redacting the result again changes nothing: what became visible by the first round (a context word closer than before) is taken out at once.
 */
export function redactText(text: string, options: RedactionOptions = {}): Redaction {
  let findings: readonly Finding[] = [];
  let redacted = text;
  for (let round = 0; round < mostRounds; round++) {
    const found = round === 0 ? settleOverlaps([...findSecrets(text, options), ...(options.also ?? [])]) : findSecrets(redacted, options);
    if (found.length === 0) {
      // The one place where text becomes RedactedText: a whole round of all detectors found nothing in it.
      return { text: redacted as RedactedText, findings };
    }
    const earlier = findings;
    findings = settleOverlaps([...earlier, ...found.map((finding) => beforeTokens(finding, earlier))]);
    redacted = withTokens(text, findings);
  }
  throw new AppError('internal', 'redaction did not come to rest; nothing was kept of the text');
}
