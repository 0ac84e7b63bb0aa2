// The page of the survey: one question, one scale, one button; no script, and nothing from anywhere else.
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { SurveyLanguage, SurveySettings } from '#db/model/survey.ts';
import type { SurveyOffer } from '#db/store/surveys.ts';
import { pageWords } from './page-words.ts';

const style = `
:root { color-scheme: light dark; --ink: #1c1f23; --quiet: #5b636d; --paper: #fff; --line: #8a929c; --accent: #0b5fc0; --on: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --quiet: #a6adb7; --paper: #16181b; --line: #737b86; --accent: #6cb0ff; --on: #10141a; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 16px; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 34rem; margin: 0 auto; }
h1 { font-size: 1.25rem; font-weight: 600; margin: 0 0 16px; }
legend { padding: 0; }
fieldset { border: 0; margin: 0 0 24px; padding: 0; min-width: 0; }
.scale { display: grid; grid-template-columns: repeat(auto-fill, minmax(2.6rem, 1fr)); gap: 8px; }
.scale label { position: relative; }
.scale input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; }
.scale span { display: grid; place-items: center; min-height: 2.75rem; border: 1px solid var(--line); border-radius: 6px; font-variant-numeric: tabular-nums; }
.scale input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--on); font-weight: 600; }
.scale input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.ends { display: flex; justify-content: space-between; gap: 16px; margin: 8px 0 0; color: var(--quiet); font-size: .875rem; }
label.text { display: block; margin: 0 0 4px; }
textarea { width: 100%; min-height: 6rem; padding: 8px; border: 1px solid var(--line); border-radius: 6px; background: transparent; color: inherit; font: inherit; }
.hint { margin: 4px 0 24px; color: var(--quiet); font-size: .875rem; }
button { min-height: 2.75rem; padding: 0 24px; border: 0; border-radius: 6px; background: var(--accent); color: var(--on); font: inherit; font-weight: 600; cursor: pointer; }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.note { margin: 0 0 24px; padding: 12px 16px; border-left: 3px solid var(--accent); }
`;

/** Only our own style, only our own form. */
export const surveyPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export type SurveyNote = 'thanks' | 'choose' | null;

export type SurveyView = {
  readonly language: SurveyLanguage;
  readonly offer: SurveyOffer;
  readonly questions: SurveySettings['questions'];
  readonly state: 'open' | 'changeable' | 'final' | 'expired';
  /** The value that stands preselected: the one in the link, else the one that was given. */
  readonly chosen: number | null;
  readonly note: SurveyNote;
};

function shell(language: SurveyLanguage, body: ReturnType<typeof html>) {
  const { htmlLang, title } = pageWords[language];
  return html`<!doctype html>
<html lang="${htmlLang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body><main>${body}</main></body>
</html>
`;
}

/** A page with one sentence, for links that lead nowhere or came too often. */
export function surveyNotice(language: SurveyLanguage, notice: 'unknown' | 'expired' | 'busy') {
  const words = pageWords[language];
  return shell(language, html`<h1>${words.title}</h1><p class="note" role="status">${words[notice]}</p>`);
}

/** The form, or what was answered where nothing can be changed any more. */
export function surveyPage({ language, offer, questions, state, chosen, note }: SurveyView) {
  const words = pageWords[language];
  const question = questions[language] ?? words.questions[offer.kind];
  if (state === 'expired') return surveyNotice(language, 'expired');
  if (state === 'final')
    return shell(
      language,
      html`<h1>${question}</h1><p class="note" role="status">${words.thanks} ${words.yours} ${String(offer.value)}</p>`,
    );
  const said =
    note === 'choose' ? words.choose : state === 'changeable' ? `${words.thanks} ${words.yours} ${offer.value}. ${words.mayChange}` : null;
  const [low, high] = words.ends[offer.kind];
  const values = Array.from({ length: offer.scaleMax - offer.scaleMin + 1 }, (_, step) => offer.scaleMin + step);
  const meaning = (value: number) =>
    value === offer.scaleMin ? `${value}: ${low}` : value === offer.scaleMax ? `${value}: ${high}` : `${value}`;
  return shell(
    language,
    html`${said === null ? '' : html`<p class="note" role="status">${said}</p>`}
<form method="post">
<fieldset>
<legend><h1>${question}</h1></legend>
<div class="scale">
${values.map((value) => html`<label><input type="radio" name="v" value="${value}" aria-label="${meaning(value)}" required ${value === chosen ? raw('checked') : ''}><span aria-hidden="true">${value}</span></label>`)}
</div>
<p class="ends" aria-hidden="true"><span>${low}</span><span>${high}</span></p>
</fieldset>
<label class="text" for="comment">${words.comment}</label>
<textarea id="comment" name="comment" maxlength="2000" aria-describedby="hint">${offer.comment ?? ''}</textarea>
<p class="hint" id="hint">${words.commentHint}</p>
<button type="submit">${state === 'changeable' ? words.change : words.send}</button>
</form>`,
  );
}
