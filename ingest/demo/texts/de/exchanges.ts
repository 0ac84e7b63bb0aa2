// Questions that our people ask in German, each with answers that fit it.
import type { Exchanges } from '../wording.ts';

export const exchangesDe: Exchanges = {
  money: [
    {
      ask: 'Können Sie mir den Hash der {asset}-Überweisung und die ungefähre Uhrzeit schicken?',
      answers: ['{tx}', 'Der Hash: {tx}', '{tx}, gesendet {when}'],
    },
    {
      ask: 'Bitte bestätigen Sie Adresse und Netzwerk: {network} oder {network2}?',
      answers: ['{network}, an {address}', '{network}, die Adresse stimmt', 'Es ist {network}'],
    },
    { ask: 'Ich sehe eine Überweisung über {sum}. Ist es diese?', answers: ['Ja, genau die', 'Ja, die {sum}', 'Stimmt'] },
    {
      ask: 'Kam sie von einer Börse oder aus einem anderen Wallet?',
      answers: ['Von einer Börse, dort erledigt', 'Aus einem anderen Wallet', 'Von einem Freund'],
    },
    {
      ask: 'Bitte einmal die Guthabenseite aktualisieren: wird {asset} angezeigt?',
      answers: ['Aktualisiert, immer noch nichts', '{n} Mal, keine Änderung', 'Nein, nach wie vor nicht'],
    },
  ],
  account: [
    { ask: 'Welches Handy und welche Systemversion nutzen Sie?', answers: ['{device}, {os}', 'Ein {device}', '{os}, App {version}'] },
    {
      ask: 'Wie lautet der genaue Fehlercode? Gern als Screenshot, ohne Passwörter.',
      answers: ['{error}', 'Immer noch {error}', 'Da steht {error}'],
    },
    {
      ask: 'Haben Sie Ihre Wiederherstellungsphrase? Nur ja oder nein, bitte niemals versenden.',
      answers: ['Ja', 'Ja, auf Papier', 'Ja, 12 Wörter'],
    },
    { ask: 'Haben Sie kürzlich das Handy gewechselt?', answers: ['Nein', 'Ja, auf ein {device}', 'Einmal'] },
  ],
  identity: [
    {
      ask: 'Haben Sie Personalausweis oder Reisepass hochgeladen, beide Seiten?',
      answers: ['Ausweis, beide Seiten', 'Reisepass', 'Ausweis, schon {n} Mal'],
    },
    {
      ask: 'Gab es eine Spiegelung oder eine abgeschnittene Ecke?',
      answers: ['Nein, ist scharf', 'Vielleicht etwas gespiegelt, ich mache es neu'],
    },
    { ask: 'Zeigt die Meldung einen Code?', answers: ['{error}', 'Nein, nur „abgelehnt“'] },
    {
      ask: 'Aus welchem Monat ist der Adressnachweis?',
      answers: ['Letzter Monat', 'Etwa zwei Monate alt', 'Älter, ich suche einen anderen'],
    },
  ],
  security: [
    {
      ask: 'Bitte vorerst nichts mehr auf dieses Wallet senden. Haben Sie kürzlich einen Contract freigegeben?',
      answers: ['Ich habe {site} angeklickt', 'Ja, für einen Airdrop', 'Nein', 'Ich glaube, {when}'],
    },
    {
      ask: 'Schicken Sie mir bitte den Hash der unbekannten Transaktion.',
      answers: ['{tx}', '{tx}, ging an {address}', '{n} Überweisungen, die größte {sum}: {tx}'],
    },
    { ask: 'Haben Sie Ihre Phrase irgendwo eingegeben?', answers: ['Nein, steht nur auf Papier', 'Nein', 'Auf {site}...'] },
    {
      ask: 'Wie wurden Sie kontaktiert und mit welchem Link?',
      answers: ['Per SMS, {site}', 'Telefonisch', 'In einer Gruppe, mit Ihrem Logo'],
    },
  ],
  app: [
    { ask: 'Welches Modell, welches System und welche App-Version?', answers: ['{device}, {os}, {version}', '{device}, {version}'] },
    {
      ask: 'Passiert es beim Start oder auf einer bestimmten Seite?',
      answers: ['Beim Start', 'Auf der Guthabenseite', 'Meist beim Senden'],
    },
    {
      ask: 'Bitte Einstellungen > Allgemein > Cache leeren, dann neu starten.',
      answers: ['Gemacht, gleich', 'Kurz besser, dann wieder', 'Gemacht, immer noch {error}'],
    },
    {
      ask: 'Können Sie es einmal in einem anderen Netz probieren?',
      answers: ['Mobil genauso', 'Kein VPN, gleich', 'Im WLAN etwas besser'],
    },
  ],
  swap: [
    { ask: 'Schicken Sie mir den Hash, dann sehe ich, ob Freigabe oder Tausch hängt.', answers: ['{tx}', 'Hash {tx}'] },
    { ask: 'Welches Paar und welche Chain?', answers: ['{asset} in {asset2}, {network}', '{sum} in {asset2}'] },
    { ask: 'Welche Slippage war eingestellt?', answers: ['{n} %', 'Die voreingestellte'] },
    { ask: 'Ist für die Gebühr noch etwas von der {chain}-Währung da?', answers: ['Ja, {fee}', 'Nein, brauche ich die?'] },
  ],
  staking: [
    { ask: 'Bei welchem Validator und seit wann?', answers: ['Dem empfohlenen, {when}', 'Dem ersten in der Liste'] },
    { ask: 'Geht es um die {sum}?', answers: ['Ja', 'Ja, {sum}'] },
    { ask: 'Welcher Status wird angezeigt?', answers: ['In Bearbeitung', 'Abgeschlossen', '{error}'] },
  ],
  service: [
    { ask: 'Nennen Sie mir bitte die frühere Ticketnummer?', answers: ['{ticket}', 'Ticket {ticket}'] },
    { ask: 'Wann und wo haben Sie uns kontaktiert?', answers: ['{when}, per Mail', 'Im Chat, {when}', 'Ich habe {n} Mal angerufen'] },
    { ask: 'Notiert. Es geht um die {sum}, richtig?', answers: ['Ja', 'Es geht um {sum}', 'Steht alles weiter oben'] },
  ],
  idea: [
    {
      ask: 'Danke für die Idee! In welcher Situation würden Sie das nutzen?',
      answers: ['Am Monatsende für Zahlungen', 'Wenn ich {asset} sende'],
    },
    { ask: 'Eher auf dem Handy oder auf dem Tablet?', answers: ['Handy, {device}', 'Beides'] },
    { ask: 'Welche Chain nutzen Sie am meisten?', answers: ['{network}', '{network} und {network2}'] },
  ],
};
