// German words of harm.
import type { HarmWords } from './words.ts';

export const harmDe: HarmWords = {
  reasons: {
    'funds-lost': [
      '(geld|coins|guthaben|krypto|bitcoin*|btc|eth|usdt|ersparnisse*|alles|ersparte*) .. (weg|gestohlen|geklaut|verschwunden|futsch|abgeraumt|leergeraumt|gestohlene*)',
      '(gestohlen|geklaut|leergeraumt|abgeraumt|ausgeraubt|bestohlen|abgezockt)',
      '(wallet|konto|guthaben) .. (leer|leergeraumt|ausgeraumt|geplundert)',
      '(wurde|bin|worden|wurden) .. (betrogen|bestohlen|abgezockt|ausgeraubt)',
      '(betruger*|hacker*|dieb*|jemand) .. (geld|coins|wallet|konto|alles) .. (genommen|geraumt|gestohlen|uberwiesen|abgezogen)',
      '(alles|ganzes geld|ersparnisse) verloren',
      '(verloren) .. (alles|ersparnisse)',
    ],
    'account-taken-over': [
      '(konto|account|wallet|handy|mail|postfach) .. (gehackt|ubernommen|kompromittiert|gekapert|gehacked)',
      '(gehackt|gekapert|kompromittiert) ',
      '(jemand|fremder|hacker|fremde) .. (zugriff|eingeloggt|angemeldet|geandert)',
      '(passwort|mailadresse|nummer|email) .. (wurde|worden) .. geandert',
      '(anmeldung|login) .. (nicht von mir|war ich nicht|nicht ich)',
    ],
    'secret-exposed': [
      '(phrase|seed*|wiederherstellung* |worter|private key|schlussel) .. (eingegeben|verraten|weitergegeben|geschickt|preisgegeben|gegeben|gesendet|geteilt|gepostet|mitgeteilt|abgegriffen)',
      '(eingegeben|verraten|weitergegeben|preisgegeben|geschickt) .. (phrase|seed*|worter|private key)',
      '(kennt|hat|haben|kennen|kennt jetzt|hat jetzt) (meine|mein) (phrase|seed*|worter|private key|wiederherstellungsphrase)',
    ],
    'self-harm': [
      '(selbstmord*|suizid*|umbringen|bring mich um|bringe mich um|bringe ich mich um|bring ich mich um|nicht mehr leben|sterben|das leben nehmen|leben beenden|kein sinn mehr|nicht mehr weiterleben)',
    ],
    'vulnerable-customer': [
      '(lebensersparnisse*|erspartes|gesamten ersparnisse|ganzen ersparnisse|altersvorsorge|rente|rentner*|gesamtes vermogen|alles was ich habe|alles was ich hatte)',
      '(alte|alten|altere|alter|betagte|betagten) (mutter|vater|eltern|dame|herr|mann|frau)',
      '(oma|opa|grossmutter|grossvater|seniorin|senior)',
      '(kann|konnen|konnte) .. (miete|essen|medikamente|strom|rechnungen|krankenhaus) .. (nicht|nicht mehr|kein*)',
      '(operation|krankenhaus|krebs|chemo|behindert|schwerbehindert|witwe|schwanger|verzweifelt|obdachlos|insolvent|pleite|beerdigung)',
    ],
    'funds-stuck': [
      '(geld|coins|guthaben|auszahlung*|einzahlung*|uberweisung*|usdt|btc|eth|transaktion|konto) .. (hangt|eingefroren|gesperrt|blockiert|ausstehend|fest|festgehalten|zuruckgehalten|pending|bearbeitung|fehlt|fehlen)',
      '(auszahlung|einzahlung|uberweisung|geld|coins|usdt|btc|eth|betrag) .. (nicht|nie|nichts|noch nicht) .. (angekommen|gutgeschrieben|eingegangen|da|erhalten|bekommen)',
      '(kann|komme|konnte) .. (nicht|nichts) .. (auszahlen|abheben|an mein geld|ran|senden|an meine coins)',
      '(sperrt|gesperrt|einbehalten|behaltet|friert|blockiert) .. (mein|meine|unser) .. (geld|guthaben|konto|coins)',
      '(wo ist|wo bleibt|wo sind|wo bleiben) .. (geld|auszahlung|einzahlung|uberweisung|coins)',
      '(will|mochte|gebt) .. (mein geld|meine coins) .. zuruck',
    ],
    'legal-threat': [
      '(anwalt*|rechtsanwalt*|gericht*|klage|verklage*|verklagen|rechtliche schritte|juristisch*|mahnbescheid|rechtsweg|strafanzeige)',
      '(bafin|finma|aufsicht*|ombudsmann|ombudsstelle|verbraucherzentrale|verbraucherschutz|schlichtung*|polizei)',
      '(erstatte|stelle|erstatten|anzeige erstattet) .. anzeige',
    ],
    'data-breach': [
      '(datenleck|datenpanne|datendiebstahl|datenmissbrauch)',
      '(daten|ausweis|passkopie|unterlagen|kundendaten) .. (gestohlen|geleakt|verkauft|weitergegeben|veroffentlicht|im netz|offentlich|abgeflossen)',
      '(dsgvo|datenschutz*) .. (verstoss|verletz*|beschwerde|meld*)',
      '(fremdes|fremde) (konto|daten|guthaben) .. (sehen|angezeigt|sehe)',
    ],
    'public-threat': [
      '(poste|posten|veroffentlich*|teile|erzahle|schreibe|mache|gehe|bewertung*|warne) .. (uberall|twitter|facebook|reddit|presse|medien|offentlich|trustpilot|youtube|social media|allen|jeden)',
      '(presse|medien|journalist*|offentlich machen|an die offentlichkeit|shitstorm)',
    ],
    deadline: [
      '(bis) (heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mittag|ende|spatestens|zum)',
      '(innerhalb|binnen) .. (24|48|72|3|7|14|stunden|tagen)',
      '(frist*|spatestens|ultimatum|letzte mahnung|stichtag)',
      '(miete|rechnung|rate|kredit|gehalter) .. (fallig|morgen|heute|freitag|montag)',
    ],
  },
  solved: [
    '(ist|sind|hat sich|alles|endlich|inzwischen|jetzt|schon) (angekommen|erledigt|gelost|geklart|behoben|da|eingegangen|gutgeschrieben)',
    '(geld|coins|auszahlung|uberweisung|einzahlung) .. (zuruckbekommen|wieder da|endlich da|angekommen)',
    '(problem|sache) .. (gelost|erledigt|behoben|geklart)',
    '(geht wieder|funktioniert wieder|lauft wieder|nicht mehr notig)',
  ],
  calm: [
    '(danke|super|toll|klasse|perfekt|prima|top|lob|zufrieden) ',
    '(nur|kurze|kleine) frage',
    '(nur|kurze|kleine) eine frage',
    '(vorschlag|ware schon|ware toll|wunsch|idee|bitte einbauen|konntet ihr)',
    'wie (kann|geht|funktioniert|stelle|mache|andere|finde) ',
    '(eilt nicht|nicht eilig|nicht dringend|keine eile)',
  ],
  imagined: [
    '(wenn|falls|sollte|angenommen|gesetzt den fall|ob)',
    '(angst|sorge|befurchte|furchte) .. (dass|vor|um|das)',
    '(wie) .. (schutze|schutzen|vermeide|verhindere|vorbeugen|sicher|verhindern)',
    '(konnte|konnten|kann) .. (gehackt|gestohlen|werden|passieren)',
    '(gelesen|gehort|gesehen|artikel|nachrichten|geruchte) ',
    '(fast|beinahe)',
  ],
  negations: ['nicht', 'nie', 'niemals', 'kein', 'keine', 'keinen', 'keiner', 'nichts', 'ohne', 'weder', 'niemand'],
  noNegations: [
    '(weiss|verstehe|glaube) .. nicht',
    '(ich nicht|nicht nur|keine antwort|keine ahnung|keine reaktion|keine hilfe|keine ruckmeldung|nichts gemacht|nichts getan|ohne grund|ohne meine|ohne mein|nicht mehr)',
  ],
};
