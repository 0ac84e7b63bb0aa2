// German: greeting, thanks, apology, understanding, next step, expected time.
import type { LanguageSigns } from './sign.ts';

const number = '(?:\\d+|eine[rmns]?|zwei|drei|vier|fünf|sechs|zehn|zwölf|fünfzehn|wenigen|wenige)';
const unit = '(?:Minuten?|Stunden?|Tagen?|Werktagen?|Arbeitstagen?|Wochen?)';

export const germanSigns: LanguageSigns = {
  greeting: { words: /(?<=^|\n)\s*(?:hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin|grüezi)(?!\p{L})/iu },
  thanks: {
    words: /(?<!\p{L})(?:(?:vielen|herzlichen|besten) dank|danke(?:n)?(?!\p{L})|dankeschön)/iu,
    unless: /nein,? danke|zu verdanken/iu,
  },
  apology: {
    words:
      /(?<!\p{L})(?:entschuldigen sie|entschuldigung|verzeihung|(?:es )?tut (?:uns|mir) (?:sehr |wirklich |aufrichtig )?leid|wir bedauern)/iu,
    unless: /nicht (?:zu )?entschuldigen|keine entschuldigung|nicht leid/iu,
  },
  understanding: {
    words:
      /(?<!\p{L})(?:(?:ich verstehe|wir verstehen|verstehen wir|verstehe ich) (?:gut|sehr gut|ihren|ihre|ihr|dass|wie)|(?:gut|sehr gut|vollkommen) (?:verstehen|nachvollziehen)|ihr(?:en)? (?:ärger|unmut|frust) ist verständlich)/iu,
    unless: /nicht (?:gut |ganz )?(?:verstehen|nachvollziehen)/iu,
  },
  next_step: {
    words:
      /(?<!\p{L})(?:(?:wir|ich) (?:werden?|prüfen?|melden? (?:uns|mich)|leiten?|geben?|kümmern?|schauen?|erstatten?|schicken?|senden?|antworten?|informieren?)(?!\p{L})|bitte (?:zuerst |dann )?(?:aktualisieren|senden|teilen|öffnen|starten|prüfen|fügen|geben|folgen|installieren|wählen|bestätigen|beschreiben|laden|versuchen|warten|nennen|schicken|antworten)(?!\p{L}))/iu,
    unless: /(?<!\p{L})(?:nie|niemals|nicht|keine[nrs]?)(?!\p{L})/iu,
  },
  expected_time: {
    words: new RegExp(
      `(?<!\\p{L})(?:innerhalb(?: von)?|binnen|in|spätestens in|in den nächsten)\\s(?:etwa |ca\\. |circa |rund )?${number}(?:\\s?(?:-|–|bis)\\s?\\d+)?\\s${unit}(?!\\p{L})|(?<!\\p{L})(?:bis|spätestens) (?:morgen|heute|heute abend|montag|dienstag|mittwoch|donnerstag|freitag|ende der woche)(?!\\p{L})`,
      'iu',
    ),
    unless: /(?<!\p{L})(?:seit|vor|gewartet|warten ließen|letzten|gedauert)(?!\p{L})/iu,
  },
};
