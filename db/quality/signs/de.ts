// German: greeting, thanks, apology, understanding, ownership, next step, expected time; curtness, blame, brush-off.
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
  ownership: {
    words:
      /(?<!\p{L})(?:(?:das|dies|es) (?:war|ist) (?:ganz klar |eindeutig |allein )?(?:unser|mein) (?:fehler|versehen)|(?:unser|mein) fehler|(?:der )?fehler (?:lag|liegt) (?:bei uns|auf unserer seite|eindeutig bei uns)|(?:wir|ich) (?:haben|habe|hätten|hätte) (?:einen fehler gemacht|uns geirrt|etwas übersehen|(?:ihnen |sie )?(?:früher|eher|besser|schneller) (?:antworten|informieren|warnen|reagieren|prüfen|melden)|(?:ihnen |sie )?\p{L}+ (?:müssen|sollen))|hätte (?:so )?(?:nicht|nie) passieren (?:dürfen|sollen)|(?:ich|wir) (?:übernehmen|übernehme) (?:die|volle|dafür die) (?:volle )?verantwortung|(?:ich|wir) (?:kümmere|kümmern) (?:mich|uns)|kümmere ich mich|bleibe (?:ich )?(?:an|für sie) |(?:ich|wir) (?:bleibe|bleiben) (?:dran|an der sache|für sie)|persönlich|(?:gerne|gern) (?:weiter|für sie|helfe|helfen)|helfen (?:wir|ich)? ?ihnen (?:gerne|gern)|helfe (?:ich )?ihnen (?:gerne|gern)|melden sie sich (?:gern|gerne|jederzeit)|(?:jederzeit|gern|gerne) (?:wieder )?(?:melden|bei uns|für sie da)|für sie da)/iu,
    unless: /(?:nicht|kein|keineswegs) (?:unser|mein) (?:fehler|versehen)|nicht bei uns/iu,
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
  curt: {
    words:
      /(?<!\p{L})(?:wie (?:ich|wir) (?:ihnen |es )?(?:bereits|schon|oben)? ?(?:sagte|gesagt|schrieb|geschrieben|erklärt|mitgeteilt|erläutert)\p{L}*|wie (?:bereits|schon|ja schon) (?:gesagt|erwähnt|mitgeteilt|erklärt|geschrieben)|(?:habe|haben) (?:ich|wir) (?:ihnen |es )?(?:doch |ihnen )?(?:bereits|schon|längst) (?:gesagt|erklärt|geschrieben|beantwortet|mitgeteilt)|hören sie auf|lassen sie das|unterlassen sie|beruhigen sie sich|punkt\.\s|ende der diskussion|damit (?:basta|ist alles gesagt)|basta|mehr (?:gibt es|ist) (?:dazu )?nicht zu sagen|wie oft (?:noch|denn)|was wollen sie (?:noch|denn|eigentlich)|(?:schreiben|fragen) sie (?:uns )?(?:nicht|keine) (?:mehr|weiteren?|ständig|dauernd|noch einmal)|warten sie (?:einfach |halt |eben )?(?:ab)?\s*[.!]|gedulden sie sich\s*[.!]|einfach abwarten|offensichtlich|können sie nicht lesen|lernen sie|selbstverständlich nicht)/iu,
    unless: /leid|entschuldig|bedauer/iu,
  },
  blame: {
    words:
      /(?<!\p{L})(?:(?:ihr|dein) (?:eigener |eigenes )?(?:fehler|problem|verschulden|versäumnis)|ihre (?:eigene )?(?:schuld|unachtsamkeit|nachlässigkeit)|(?:selbst|selber) (?:schuld|verschuldet|verursacht|zuzuschreiben)|(?:hätten|haetten) sie (?:nur |doch |mal |eben |halt |das |vorher |besser |die |den |ihre )*(?:[^.!?]{0,40})?(?:gelesen|lesen (?:müssen|sollen)|prüfen (?:müssen|sollen)|geprüft|aufgepasst|aufpassen (?:müssen|sollen)|sichern (?:müssen|sollen)|gesichert|wissen müssen|überlegen (?:müssen|sollen)|beachtet|beachten (?:müssen|sollen))|sie hätten (?:das |es |die |den |ihre |vorher |besser |eben |halt |doch )*(?:[^.!?]{0,40})?(?:lesen|prüfen|aufpassen|sichern|wissen|überlegen|beachten) (?:müssen|sollen)|(?:weil|da) sie (?:[^.!?]{0,40})?(?:nicht (?:gelesen|beachtet|aufgepasst|befolgt|gesichert|geprüft)|ignoriert|vergessen|versäumt) haben|sie haben (?:offenbar|offensichtlich|wohl|einfach|schlicht|anscheinend) (?:[^.!?]{0,40})?(?:nicht|falsch|ignoriert|vergessen|übersehen)|(?:lesen|passen|prüfen|schauen) sie (?:[^.!?]{0,20})?(?:nächstes mal|beim nächsten mal|künftig)|(?:nächstes mal|beim nächsten mal) (?:lesen|passen|prüfen|schauen|besser|bitte besser)|niemand hat sie (?:gezwungen|gebeten)|auf (?:ihr )?eigene(?:s)? risiko)/iu,
    unless:
      /(?:nicht|keineswegs|kein|keinesfalls) (?:ihr|ihre)(?:e|er)? (?:eigene[rs]? )?(?:fehler|schuld|problem)|trifft sie keine schuld/iu,
  },
  brush_off: {
    words:
      /(?<!\p{L})(?:(?:da|dagegen|daran|dazu|hier|dabei)? ?(?:können|kann) (?:wir|ich|man) (?:ihnen )?(?:da |hier |daran |auch |leider )*nichts (?:machen|tun|ändern|unternehmen)|(?:wir|ich) (?:können|kann) (?:da |hier |daran |dagegen |auch |für sie )*nichts (?:machen|tun|ändern|unternehmen)|(?:ist |ist das )?nicht (?:unser|mein) (?:problem|bier|job|zuständigkeitsbereich|fehler)|(?:sind|bin) (?:wir|ich) nicht zuständig|(?:wir|ich) (?:sind|bin) (?:dafür |hier |da )?nicht zuständig|nicht unsere (?:sache|aufgabe|schuld)|(?:lesen sie|siehe|schauen sie in|sehen sie in|steht in|steht alles in|lesen sie bitte) (?:die |den |der |unsere[nr]? |unser |das )?(?:faq|agb|hilfe|hilfebereich|hilfe-center|anleitung|dokumentation|website|webseite|nutzungsbedingungen|handbuch)\s*[.!]|(?:so )?(?:sind|lauten) (?:nun mal |halt |eben |nun einmal )?(?:die|unsere) (?:regeln|richtlinien|vorschriften|vorgaben)|das ist (?:halt|eben|nun mal|nun einmal) so|keine ausnahmen?|(?:ticket|fall|anfrage|vorgang) (?:ist )?(?:hiermit |damit )?(?:geschlossen|erledigt|abgeschlossen)\s*[.!]|(?:darüber|darauf|dazu) (?:diskutieren|antworten|sagen|äußern) wir (?:uns )?(?:nicht|nichts)|wenden sie sich (?:woanders|an jemand anderen|woandershin)|friss oder stirb|helfen sie sich selbst)/iu,
    unless: /leid|leider|entschuldig|bedauer|verzeih/iu,
  },
};
