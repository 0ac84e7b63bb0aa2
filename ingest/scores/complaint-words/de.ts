// German words of complaints.
import type { ComplaintWords } from './words.ts';

export const complaintDe: ComplaintWords = {
  kinds: {
    complains: [
      '(ich|wir) .. (beschwere|beschweren) (mich|uns)',
      '(mochte|will|muss|werde|wollen|wurde gern) .. (mich|uns) .. beschweren',
      '(meine|diese|eine|unsere) beschwerde (uber|gegen|zu|wegen|betreffend|ein|einreichen|einlegen)',
      'beschwerde (uber|gegen|zu|wegen|betreffend)',
      '(beschwerde) .. (einreichen|einlegen|reiche|lege)',
      '(lege|reiche|erhebe) .. beschwerde',
    ],
    formal: [
      '(formliche*|formelle*|offizielle*|schriftliche*) (beschwerde|reklamation|mahnung)',
      '(behandeln|betrachten|werten|aufnehmen|registrieren) .. als .. (beschwerde|reklamation)',
      '(fristsetzung|per einschreiben)',
      '(setze|setzen) .. frist',
      '(widerspreche|widersprechen|widerspruch) .. (entscheidung|bescheid|ablehnung) .. (prufung|uberprufung|verlange)',
      '(erwarte|verlange|fordere|bitte um) .. (schriftliche|offizielle|formliche) (stellungnahme|antwort|erklarung)',
      '(beschwerdeverfahren|beschwerdestelle|beschwerdemanagement|beschwerdenummer)',
    ],
    notice: [
      '(binnen|innerhalb|bis zum|in den nachsten) .. (tagen|werktagen|stunden|wochen) .. (sonst|andernfalls|ansonsten|oder) .. (anwalt|bafin|aufsicht|klage|anzeige|gericht|meldung|verbraucherzentrale|behorde*|schalte|wende)',
      '(letzte|letzter|letztmalig*) (mahnung|frist|aufforderung)',
      '(sonst|andernfalls|ansonsten) .. (anwalt|klage|gericht|rechtliche schritte|rechtsweg|bafin|aufsicht|verbraucherzentrale)',
      '(schriftliche) (antwort|stellungnahme) .. (binnen|innerhalb)',
    ],
    legal: [
      '(rechtliche*|juristische*|gerichtliche*) (schritte*|schritten|weg|mittel)',
      '(mein|meinen|meinem|einen|unser|unseren) (anwalt|rechtsanwalt)',
      '(ich|wir|werde|werden) .. (verklage|verklagen|klage einreichen|klage erheben)',
      '(sehen uns vor gericht|den rechtsweg)',
      '(anzeige|strafanzeige) .. gegen (sie|euch|ihr|ihre)',
    ],
    regulators: [
      '(bafin|aufsicht|aufsichtsbehorde|finanzaufsicht|bankenaufsicht|verbraucherzentrale|verbraucherschutz|verbraucherschutzzentrale|ombudsmann|ombudsstelle|schlichtungsstelle|schlichter|bundesbank|finma|fma|fca|amf|datenschutzbehorde|datenschutzbeauftragte*|behorde|behorden|regulierungsbehorde|europaische zentralbank|stiftung warentest|bundesnetzagentur)',
    ],
    goes: [
      '(wende|wenden|melde|melden|meldung|gehe|gehen|schreibe|informiere|informieren|einschalten|schalte|beschwere|beschweren|beschwerde|weiterleiten|anzeige|verstandigen|ubergeben)',
    ],
    went: [
      '(gemeldet|eingereicht|informiert|eingeschaltet|gewandt|kontaktiert|erstattet|ubergeben|beschwert|geschrieben)',
      '(aktenzeichen|geschaftszeichen|vorgangsnummer)',
    ],
    noReply: [
      '(keine|keinerlei|ohne|nie eine|noch keine|immer noch keine|bis heute keine|nicht eine|nicht eine einzige|null) (antwort*|ruckmeldung*|reaktion*|ruckantwort|ruckruf)',
      '(niemand|keiner|kein mensch) .. (antwortet*|reagiert*|meldet*|gemeldet|angefasst|zuruck|geantwortet|kummert*|erreichbar)',
      '(support|kundenservice|kundendienst|service|team|hotline) .. (antwortet* nicht|reagiert* nicht|meldet* sich nicht|antworten nicht|reagieren nicht|melden sich nicht|antwortet nie|reagiert nie|ignoriert*|ignorieren|nicht erreichbar|stellt sich tot|schweigt|schweigen|abgetaucht|verschwunden|tot)',
      '(nicht|nie|nichts) .. (geantwortet|reagiert|zuruckgemeldet|gehort von|gemeldet)',
      '(mails|emails|e mails|tickets|nachrichten|anfragen) .. (unbeantwortet|ignoriert|im nichts|ins leere|bleiben liegen)',
      '(bis heute keine antwort|seither nichts|seitdem nichts|funkstille|und nichts passiert|schweigen im walde|warte vergeblich|warte immer noch auf eine antwort|warte immer noch auf antwort)',
      '(nur|ausschliesslich|lediglich) (automatische|standard) (antwort*)',
      '(werde|wird|wurde|wurden) .. ignoriert',
    ],
  },
  excused: [
    '(keine|keinerlei|ohne|nie eine|kein grund zur|nicht als) (beschwerde*|beanstandung*|reklamation*)',
    '(nichts|nicht|kann mich nicht|nie) .. (zu beanstanden|beschweren|zu meckern|auszusetzen|klagen)',
    '(ist|sei) keine .. (beschwerde|kritik|reklamation)',
    '(keine) (antwort|ruckmeldung) (notig|erforderlich|notwendig|erwartet)',
    '(brauche|brauchen|benotige|erwarte) .. keine .. (antwort|ruckmeldung|anwalt)',
    '(ziehe|nehme|zieh) .. beschwerde .. zuruck',
    '(danke|dank|vielen dank) .. (antwort|ruckmeldung)',
    '(beschwerde) .. (erledigt|gelost|geklart|hinfallig|zuruckgezogen)',
    '(antwort|frage) .. (fehlt keine)',
  ],
  elsewhere: [
    '(sind sie|seid ihr|ist die|ist eure|ist das|ist ihr) .. (reguliert|lizenziert|zugelassen|registriert|beaufsichtigt)',
    '(reguliert|lizenziert|zugelassen|beaufsichtigt|genehmigt) (von|durch|bei)',
    '(von|durch) der (bafin|finma|fma) .. (reguliert|zugelassen|beaufsichtigt|lizenziert|genehmigt)',
    '(wie|wo) .. (beschweren|beschwerde einreichen|beschwerde einlegen)',
    '(gelesen|gehort|artikel|nachrichten|geruchte*) .. (bafin|aufsicht|gericht|klage)',
  ],
};
